package org.passerelle.closure.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.closure.model.KnownDays;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.directory.SiteId;

/** What is known of the days of a site is replaced by one of those who have seen it. */
@FactsOf(ClosedDayDocuments.class)
public abstract class ClosedDayDocumentsContract extends StoreContract {

    private static final SiteId MELUN = new SiteId("melun");
    private static final LocalDate MAY = LocalDate.of(2027, 5, 1);

    private ClosedDayDocuments days;

    @BeforeEach
    void begin() {
        days = new ClosedDayDocuments(mongo());
    }

    @Test
    void ofASiteThatWasNeverLookedAtNothingIsKnown() {
        assertThat(days.of(MELUN)).isEmpty();
        assertThat(days.put(MELUN, 0, Set.of())).isTrue();
        assertThat(days.of(MELUN)).contains(new KnownDays(1, Set.of()));
    }

    @Test
    void ofManyWhoReplaceItOneDoes() {
        days.put(MELUN, 0, Set.of(MAY));

        List<Boolean> replaced = Together.all(Stream.<Callable<Boolean>>generate(
                        () -> () -> days.put(MELUN, 1, Set.of(MAY, MAY.plusDays(7))))
                .limit(8)
                .toList());

        assertThat(replaced).containsOnlyOnce(true);
        assertThat(days.put(MELUN, 0, Set.of())).isFalse();
        assertThat(days.of(MELUN)).contains(new KnownDays(2, Set.of(MAY, MAY.plusDays(7))));
    }
}
