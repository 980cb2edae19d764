package org.passerelle.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** A guest has come when that was noted first, until it is taken back, and what is forgotten of one booking stays of others. */
@FactsOf(GuestArrivalDocuments.class)
public abstract class GuestArrivalDocumentsContract extends StoreContract {

    /** What Spring takes for the text of an {@code ObjectId}, and what begins with it. */
    private static final String ROOT = "0123456789abcdef01234567";

    private static final String LONGER = ROOT + "0";
    private static final Instant NINE = Instant.parse("2027-05-03T07:00:00Z");

    private GuestArrivalDocuments documents;

    @BeforeEach
    void begin() {
        documents = new GuestArrivalDocuments(mongo());
    }

    @Test
    void keepsWhenAGuestCameFirst() {
        documents.put(ROOT, "kim", NINE);
        documents.put(ROOT, "kim", NINE.plusSeconds(60));
        documents.put(LONGER, "zoe", NINE);

        assertThat(documents.of(ROOT, List.of("kim", "zoe"))).isEqualTo(Map.of("kim", NINE));
        assertThat(documents.of(ROOT, List.of())).isEmpty();
        assertThat(documents.roots()).containsExactlyInAnyOrder(ROOT, LONGER);
    }

    @Test
    void takesBackAndForgetsOfOneBookingAlone() {
        documents.put(ROOT, "kim", NINE);
        documents.put(ROOT, "zoe", NINE);
        documents.put(LONGER, "kim", NINE);

        documents.remove(ROOT, "kim");
        documents.remove(ROOT, "kim");
        assertThat(documents.of(ROOT, List.of("kim", "zoe"))).containsOnlyKeys("zoe");

        documents.forget(ROOT);
        assertThat(documents.roots()).containsExactly(LONGER);
        assertThat(documents("guestArrivals").countDocuments()).isOne();
    }
}
