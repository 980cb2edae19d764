package org.passerelle.booking.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.store.BookingRewrites;

class RetainedBookingsTests {

    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Document> stored = new ArrayList<>();
    private final RetainedBookings retained = new RetainedBookings(new InMemory());

    private class InMemory implements BookingRewrites {

        @Override
        public void forEach(Consumer<Document> each) {
            List.copyOf(stored).forEach(each);
        }

        @Override
        public boolean rewrite(Document before, Document after) {
            stored.set(stored.indexOf(before), after);
            return true;
        }

        @Override
        public void keepAnew() {}
    }

    private static Document booking(String changed, String... ends) {
        return new Document("title", "Paie de Louis")
                .append("digest", "d")
                .append("changed", Date.from(Instant.parse(changed)))
                .append(
                        "occurrences",
                        Stream.of(ends)
                                .map(end -> new Document("end", Date.from(Instant.parse(end))))
                                .toList());
    }

    private static Document document(String id, Document... members) {
        return new Document("_id", id).append("bookings", List.of(members)).append("delivery", new Document());
    }

    @BeforeEach
    void store() {
        stored.add(document("old", booking("2025-01-01T00:00:00Z", "2025-02-01T00:00:00Z", "2025-12-31T23:00:00Z")));
        stored.add(
                document("going-on", booking("2025-01-01T00:00:00Z", "2025-02-01T00:00:00Z", "2026-01-01T00:00:00Z")));
        stored.add(document(
                "split",
                booking("2025-01-01T00:00:00Z", "2025-02-01T00:00:00Z"),
                booking("2025-01-01T00:00:00Z", "2026-02-01T00:00:00Z")));
        stored.add(document("called-off-lately", booking("2026-01-02T00:00:00Z", "2025-02-01T00:00:00Z")));
        stored.add(document("old-too", booking("2025-01-01T00:00:00Z", "2025-02-01T00:00:00Z")));
    }

    private List<String> anonymous() {
        return stored.stream()
                .filter(document -> !document.containsKey("delivery"))
                .map(document -> document.getString("_id"))
                .toList();
    }

    @Test
    void makesAnonymousWhatIsOverAsAWhole() {
        assertThat(retained.forgetBefore(BEFORE, 10)).isEqualTo(2);

        assertThat(anonymous()).containsExactly("old", "old-too");
        assertThat(stored.get(0).toJson()).doesNotContain("Louis");
        assertThat(stored.get(1).toJson()).contains("Louis");
        assertThat(retained.forgetBefore(BEFORE, 10)).isZero();
    }

    @Test
    void doesNoMoreAtOnceThanIsAsked() {
        assertThat(retained.forgetBefore(BEFORE, 1)).isEqualTo(1);

        assertThat(anonymous()).containsExactly("old");
    }
}
