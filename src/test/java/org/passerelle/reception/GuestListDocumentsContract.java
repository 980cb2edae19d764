package org.passerelle.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** What was said last of the guests of a booking is there, and what is taken away leaves nothing. */
@FactsOf(GuestListDocuments.class)
public abstract class GuestListDocumentsContract extends StoreContract {

    private static final ExpectedGuest KIM = new ExpectedGuest("Kim 👩‍💻", "Acme");
    private static final ExpectedGuest ZOE = new ExpectedGuest("Zoé", "");

    /** What Spring takes for the text of an {@code ObjectId}. */
    private static final String ROOT = "0123456789abcdef01234567";

    private GuestListDocuments documents;

    @BeforeEach
    void begin() {
        documents = new GuestListDocuments(mongo());
    }

    @Test
    void keepsWhatWasSaidLast() {
        documents.put(ROOT, List.of(ZOE));
        documents.put(ROOT, List.of(KIM, ZOE));
        documents.put("other", List.of(ZOE));

        assertThat(documents.of(List.of(ROOT, "unknown"))).isEqualTo(Map.of(ROOT, List.of(KIM, ZOE)));
        assertThat(documents.roots()).containsExactlyInAnyOrder(ROOT, "other");
        assertThat(documents.of(List.of())).isEmpty();
    }

    @Test
    void leavesNothingOfWhatIsTakenAway() {
        documents.put(ROOT, List.of(KIM));

        documents.put(ROOT, List.of());
        documents.put(ROOT, List.of());

        assertThat(documents.of(List.of(ROOT))).isEmpty();
        assertThat(documents("guestLists").countDocuments()).isZero();
    }
}
