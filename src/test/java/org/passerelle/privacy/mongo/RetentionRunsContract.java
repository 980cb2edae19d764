package org.passerelle.privacy.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.platform.personal.RetainedData.RetentionKind;
import org.passerelle.privacy.RetentionRuns;
import org.passerelle.privacy.RetentionRuns.RetentionRun;

/** Of each kind it is known how much was forgotten in the last night, and ever. */
@FactsOf(MongoRetentionRuns.class)
public abstract class RetentionRunsContract extends StoreContract {

    private static final Instant TWO = Instant.parse("2026-03-25T02:00:00.123Z");

    @Test
    void countANightAndAll() {
        RetentionRuns runs = new MongoRetentionRuns(mongo());

        runs.add(RetentionKind.MAIL, "2026-03-25", 5, TWO);
        runs.add(RetentionKind.MAIL, "2026-03-25", 2, TWO.plusSeconds(60));
        runs.add(RetentionKind.BOOKINGS, "2026-03-25", 9, TWO);
        runs.add(RetentionKind.MAIL, "2026-03-26", 1, TWO.plusSeconds(86_400));

        assertThat(runs.all())
                .isEqualTo(Map.of(
                        RetentionKind.MAIL, new RetentionRun(TWO.plusSeconds(86_400), 1, 8),
                        RetentionKind.BOOKINGS, new RetentionRun(TWO, 9, 9)));
    }
}
