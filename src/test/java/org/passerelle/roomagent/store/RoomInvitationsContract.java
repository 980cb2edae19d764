package org.passerelle.roomagent.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.booking.model.BookingId;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.directory.RoomId;
import org.passerelle.roomagent.event.EventParties;
import org.passerelle.roomagent.event.RoomInvitation;
import org.passerelle.roomagent.event.RoomInvitation.InstanceState;
import org.passerelle.roomagent.event.RoomInvitation.LastReply;
import org.passerelle.roomagent.event.RoomInvitation.OrganiserNotice;
import org.passerelle.roomagent.event.RoomInvitation.State;
import org.passerelle.roomagent.event.RoomInvitation.WrittenAnswer;

/** Of each event and room there is one document, as it was saved last. */
@FactsOf(RoomInvitationStore.class)
public abstract class RoomInvitationsContract extends StoreContract {

    private static final RoomId SEINE = new RoomId("melun-seine");
    private static final RoomId ALMONT = new RoomId("melun-almont");
    private static final Instant DATE = Instant.parse("2026-04-01T07:00:00Z");

    /** As calendars write them: anything goes. */
    private static final String UID = "{é}$set.a/040000008200E00074C5B7101A82E008@外.example";

    private final BookingId booking = BookingId.random();
    private final MutableClock clock = new MutableClock();
    private RoomInvitationStore store;

    @BeforeEach
    void begin() {
        store = anotherNode();
    }

    private RoomInvitationStore anotherNode() {
        return new RoomInvitationStore(mongo(), clock);
    }

    private RoomInvitation invitation(RoomId room, String uid) {
        Map<String, InstanceState> parts = new LinkedHashMap<>();
        parts.put(DATE.plusSeconds(1).toString(), part(Optional.empty(), Optional.of(DATE)));
        parts.put(RoomInvitation.MASTER, part(Optional.of(booking), Optional.empty()));
        parts.put(DATE.toString(), part(Optional.empty(), Optional.empty()));
        return new RoomInvitation(
                room,
                uid,
                new EventParties(
                        "zoé@example.org",
                        true,
                        "kim@example.org",
                        Set.of("b@x.example", "a@x.example"),
                        "kim@example.org"),
                "seine@rooms.example",
                parts,
                new LastReply("mail", 1, List.of("BEGIN:VCALENDAR\r\nSUMMARY:Été 🌞\r\n")),
                List.of(new OrganiserNotice("mail", "zoé@example.org", "Sujet", "Texte")));
    }

    private static InstanceState part(Optional<BookingId> booking, Optional<Instant> following) {
        return new InstanceState(
                3, DATE, "times", State.ACCEPTED, booking, new WrittenAnswer("BEGIN", List.of("x")), following);
    }

    @Test
    void findsAnEventAsItWasSavedLastWithItsPartsInOrder() {
        RoomInvitation first = invitation(SEINE, UID);
        store.save(first);
        assertThat(anotherNode().find(SEINE, UID)).contains(first);
        assertThat(anotherNode().find(SEINE, UID).orElseThrow().parts().keySet())
                .containsExactlyElementsOf(first.parts().keySet());

        RoomInvitation changed = first.without(List.of(DATE.toString())).answering(LastReply.NONE);
        store.save(changed);

        assertThat(anotherNode().find(SEINE, UID)).contains(changed);
        assertThat(documents(RoomInvitationDocument.COLLECTION).countDocuments())
                .isEqualTo(1);
    }

    @Test
    void anUpdateBringsNothingBackThatWasErasedSinceItWasRead() {
        store.save(invitation(SEINE, UID));
        RoomInvitation read = store.find(SEINE, UID).orElseThrow();
        store.update(read.answering(LastReply.NONE));
        assertThat(anotherNode().find(SEINE, UID)).contains(read.answering(LastReply.NONE));

        documents(RoomInvitationDocument.COLLECTION).deleteMany(new Document());
        store.update(read);

        assertThat(documents(RoomInvitationDocument.COLLECTION).countDocuments())
                .isZero();
    }

    @Test
    void knowsEventsApartByRoomAndUid() {
        store.save(invitation(SEINE, UID));
        store.save(invitation(ALMONT, UID));
        store.save(invitation(SEINE, UID.toLowerCase(Locale.ROOT)));

        assertThat(documents(RoomInvitationDocument.COLLECTION).countDocuments())
                .isEqualTo(3);
        assertThat(store.find(ALMONT, UID)).map(RoomInvitation::room).contains(ALMONT);
        assertThat(store.find(ALMONT, "another")).isEmpty();
    }

    @Test
    void namesTheEventOfABookingAfterAStartToo() {
        store.save(invitation(SEINE, UID));
        String id = RoomInvitationStore.id(SEINE, UID);
        assertThat(store.of(booking.withPart(1))).contains(id);
        RoomInvitationStore started = anotherNode();

        assertThat(started.open()).containsExactly(id);

        assertThat(started.of(booking)).contains(id);
        assertThat(started.of(BookingId.random())).isEmpty();
        assertThat(started.find(id)).isPresent();
    }

    @Test
    void forgetsAtAStartWhatNobodyHasWrittenAboutForLong() {
        store.save(invitation(SEINE, "old"));
        clock.advance(Duration.ofMillis(1));
        store.save(invitation(SEINE, "kept"));
        clock.advance(RoomInvitationStore.KEPT);

        assertThat(anotherNode().open()).containsExactly(RoomInvitationStore.id(SEINE, "kept"));
    }

    @Test
    void readsAnEventWithoutWhatIsOptional() {
        store.save(invitation(SEINE, UID));
        documents(RoomInvitationDocument.COLLECTION)
                .updateMany(
                        new Document(),
                        new Document(
                                "$unset",
                                new Document("parts.0.declined", "")
                                        .append("parts.0.following", "")
                                        .append("parts.1.booking", "")));

        RoomInvitation read = anotherNode().find(SEINE, UID).orElseThrow();

        assertThat(read.master()).flatMap(InstanceState::booking).isEmpty();
        assertThat(read.part(DATE.plusSeconds(1).toString()))
                .map(part -> part.written().declined())
                .contains(List.of());
    }
}
