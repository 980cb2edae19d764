package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.mail.inbox.InboxMail.MailCourse;
import org.passerelle.mail.inbox.InboxMail.MailState;

/** A mail is stored once, and nothing that waits is forgotten. */
@FactsOf(InboxStore.class)
public abstract class InboxStoreContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00Z");
    private static final byte[] RAW = "raw".getBytes(StandardCharsets.UTF_8);

    private InboxStore store;

    @BeforeEach
    void begin() {
        store = new InboxStore(mongo());
    }

    /** Two a second, in turn to two rooms. */
    private void add(int count, MailState state) {
        for (int i = 0; i < count; i++) {
            String id = "%s-%02d".formatted(state, i);
            String room = i % 2 == 0 ? "seine@rooms.example" : "almont@rooms.example";
            store.add(new InboxMail(id, NINE.plusSeconds(i / 2), "a@example.org", room, false, MailCourse.NEW), RAW);
            store.note(id, MailCourse.NEW.ended(state, List.of()));
        }
    }

    private List<String> ids(List<InboxMail> mails) {
        return mails.stream().map(InboxMail::id).toList();
    }

    @Test
    void leafsThroughAllMailsEachOnce() {
        add(11, MailState.DONE);

        List<String> seen = new ArrayList<>();
        List<InboxMail> page = store.page(Optional.empty(), Optional.empty(), 3);
        while (!page.isEmpty()) {
            seen.addAll(ids(page));
            page = store.page(Optional.empty(), Optional.of(page.get(page.size() - 1)), 3);
        }

        assertThat(seen).hasSize(11).doesNotHaveDuplicates().startsWith("DONE-10", "DONE-08", "DONE-09");
    }

    @Test
    void leafsThroughTheMailOfSomeRooms() {
        add(9, MailState.DONE);

        List<InboxMail> first = store.page(Optional.of(List.of("almont@rooms.example")), Optional.empty(), 3);
        List<InboxMail> second = store.page(Optional.of(List.of("almont@rooms.example")), Optional.of(first.get(2)), 3);

        assertThat(ids(first)).containsExactly("DONE-07", "DONE-05", "DONE-03");
        assertThat(ids(second)).containsExactly("DONE-01");
        assertThat(store.page(Optional.of(List.of()), Optional.empty(), 3)).isEmpty();
    }

    @Test
    void takesTheSameMailOnce() {
        InboxMail mail = new InboxMail("one", NINE, "", "seine@rooms.example", false, MailCourse.NEW);

        assertThat(store.add(mail, RAW)).isTrue();
        store.note("one", MailCourse.NEW.ended(MailState.DONE, List.of()));
        assertThat(store.add(mail, RAW)).isFalse();

        assertThat(store.find("one").orElseThrow().course().state()).isEqualTo(MailState.DONE);
        assertThat(store.raw("one")).isEqualTo(RAW);
    }

    @Test
    void takesAMailOnceThatComesEightTimesAtOnce() {
        InboxMail mail = new InboxMail("one", NINE, "", "séine@rooms.example", false, MailCourse.NEW);

        List<Boolean> taken = Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> new InboxStore(mongo()).add(mail, RAW))
                .toList());

        assertThat(taken).containsOnlyOnce(true);
        assertThat(store.find("one")).contains(mail);
        assertThat(store.raw("one")).isEqualTo(RAW);
    }

    @Test
    void notesNothingOfAMailThatIsForgotten() {
        store.note("gone", MailCourse.NEW.ended(MailState.DONE, List.of()));

        assertThat(store.find("gone")).isEmpty();
        assertThat(store.raw("gone")).isEmpty();
    }

    @Test
    void forgetsTheOldestWithTheirContentAndNoneThatWaits() {
        add(6, MailState.RECEIVED);
        add(6, MailState.DONE);

        store.forgetAllBut(4, 1_000);

        assertThat(ids(store.page(Optional.empty(), Optional.empty(), 50)))
                .containsExactlyInAnyOrder(
                        "DONE-02",
                        "DONE-03",
                        "DONE-04",
                        "DONE-05",
                        "RECEIVED-00",
                        "RECEIVED-01",
                        "RECEIVED-02",
                        "RECEIVED-03",
                        "RECEIVED-04",
                        "RECEIVED-05");
        assertThat(store.raw("DONE-00")).isEmpty();
        assertThat(store.raw("DONE-05")).isEqualTo(RAW);
        assertThat(store.waiting(4)).containsExactly("RECEIVED-00", "RECEIVED-01", "RECEIVED-02", "RECEIVED-03");
    }

    @Test
    void keepsNoMoreBytesThanAreAllowed() {
        add(6, MailState.DONE);

        store.forgetAllBut(100, 3L * RAW.length + 1);

        assertThat(ids(store.page(Optional.empty(), Optional.empty(), 50)))
                .containsExactlyInAnyOrder("DONE-05", "DONE-04", "DONE-02");
        assertThat(store.raw("DONE-00")).isEmpty();
    }

    @Test
    void keepsWhatWaitsForAManagerHoweverMuchElseComes() {
        add(2, MailState.KEPT);
        add(9, MailState.IGNORED);

        assertThat(store.forgetAllBut(4, 1_000)).isZero();
        assertThat(ids(store.page(Optional.empty(), Optional.empty(), 50)))
                .hasSize(6)
                .contains("KEPT-00", "KEPT-01");
        assertThat(store.forgetAllBut(1, 1_000)).isEqualTo(1);
    }

    @Test
    void findsMailThatWasStoredInOnePiece() {
        documents(InboxDocument.COLLECTION).insertOne(Document.parse("""
                        {_id: "old", state: "DONE", attempts: 1, received: {$date: "2026-03-25T09:00:00Z"},
                         envelope: {returnPath: "", recipient: "seine@rooms.example", trusted: true},
                         told: {sender: "a@example.org", subject: "x", grounds: [], answers: []}}""").append("raw", new Binary(RAW)));

        new M090_InboxContents().apply(mongo().getDb());
        new M090_InboxContents().apply(mongo().getDb());

        assertThat(store.raw("old")).isEqualTo(RAW);
        assertThat(store.find("old").orElseThrow().course().sender()).isEqualTo("a@example.org");
        assertThat(documents(InboxDocument.COLLECTION).find().first()).doesNotContainKey("raw");
    }
}
