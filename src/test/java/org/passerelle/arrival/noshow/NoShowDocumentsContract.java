package org.passerelle.arrival.noshow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.account.OrganisationId;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.booking.changelog.ChangeLog;
import org.passerelle.booking.model.BookingId;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.directory.RoomId;

/** A date to which nobody came is kept once, and how far the log was read only rises. */
@FactsOf(NoShowDocuments.class)
public abstract class NoShowDocumentsContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00Z");

    private NoShowDocuments documents;

    @BeforeEach
    void begin() {
        documents = new NoShowDocuments(mongo());
    }

    private static NoShow at(Instant start, Optional<OrganisationId> organisation) {
        return new NoShow(
                new BookingId("0123456789abcdef0123456789abcdef"),
                start,
                start,
                List.of(new RoomId("melun-seine"), new RoomId("melun-visio")),
                new ActorId("a-1"),
                organisation,
                organisation.isEmpty());
    }

    @Test
    void keepsEachOnceAsItWas() {
        NoShow one = at(NINE, Optional.of(new OrganisationId("atelier-brie")));
        NoShow other = at(NINE.plusSeconds(3600), Optional.empty());
        documents.add(one);
        documents.add(other);
        documents.add(one);

        assertThat(documents.since(NINE)).containsExactlyInAnyOrder(one, other);
        assertThat(documents.since(NINE.plusSeconds(1))).containsExactly(other);
    }

    @Test
    void forgetsWhatBeganBefore() {
        documents.readTo(4711);
        documents.add(at(NINE, Optional.empty()));
        NoShow kept = at(NINE.plus(Duration.ofDays(1)), Optional.empty());
        documents.add(kept);

        documents.forgetBefore(NINE.plusSeconds(1));

        assertThat(documents.since(Instant.EPOCH)).containsExactly(kept);
        assertThat(documents.position()).isEqualTo(4711);
    }

    @Test
    void wasReadToWhereTheFurthestNodeRead() {
        assertThat(documents.position()).isEqualTo(ChangeLog.START);
        documents.readTo(8);
        documents.readTo(5);

        assertThat(new NoShowDocuments(mongo()).position()).isEqualTo(8);
    }
}
