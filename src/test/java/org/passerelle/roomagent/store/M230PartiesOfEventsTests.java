package org.passerelle.roomagent.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.directory.RoomId;
import org.passerelle.roomagent.AgentDesk;
import org.passerelle.roomagent.event.EventParties;

/** Events that a room was invited to before it was noted who may write about them. */
class M230PartiesOfEventsTests {

    private static Document before(String uid, String organiser, String sender) {
        return new Document("_id", RoomInvitationStore.id(new RoomId("melun-seine"), uid))
                .append("room", "melun-seine")
                .append("uid", uid)
                .append(
                        "people",
                        new Document("organiser", organiser)
                                .append("sender", sender)
                                .append("invitedAs", "melun-seine@rooms.it77.example"))
                .append("parts", List.of())
                .append("last", new Document("mail", "").append("repeats", 0).append("calendars", List.of()))
                .append("touched", Date.from(Instant.parse("2026-03-25T08:00:00Z")));
    }

    @Test
    void letTheOrganiserAndWhoeverSentTheLastMailGoOnActing(@TempDir Path folder) {
        try (AgentDesk agent = new AgentDesk(folder)) {
            agent.begin();
            agent.store
                    .database()
                    .getCollection(RoomInvitationDocument.COLLECTION)
                    .insertMany(List.of(
                            before("own", "camille@a.example", "camille@a.example"),
                            before("delegated", "boss@a.example", "assistant@b.example")));

            new M230_PartiesOfEvents().apply(agent.store.database());
            new M230_PartiesOfEvents().apply(agent.store.database());

            RoomInvitationStore events = agent.bean(RoomInvitationStore.class);
            EventParties own =
                    events.find(new RoomId("melun-seine"), "own").orElseThrow().parties();
            EventParties delegated = events.find(new RoomId("melun-seine"), "delegated")
                    .orElseThrow()
                    .parties();
            assertThat(own.organiserWrote()).isTrue();
            assertThat(own.admits("camille@a.example")).isTrue();
            assertThat(delegated.organiserWrote()).isFalse();
            assertThat(List.of("boss@a.example", "assistant@b.example")).allMatch(delegated::admits);
            assertThat(delegated.admits("guest@evil.example")).isFalse();
        }
    }
}
