package org.passerelle.availability.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.time.Recurrence;
import org.passerelle.time.Slots;

class PlannedSeriesTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final long FIRST = Slots.containing(Instant.parse("2026-04-01T08:00:00Z"));
    private static final long A_DAY = 288;

    private final Budget budget = new Budget(6_000_000);

    @Test
    void areThoseOfTheRule() {
        PlannedSeries dates = new PlannedSeries(Recurrence.parse("FREQ=WEEKLY;COUNT=3"), PARIS, budget);

        assertThat(dates.from(FIRST)).containsExactly(FIRST, FIRST + 7 * A_DAY, FIRST + 14 * A_DAY);
        assertThat(budget.isSpent()).isFalse();
    }

    @Test
    void endTheSearchOnceTheRuleHasTakenTooMuchForAFewDays() {
        for (String rule : List.of(
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU;COUNT=700",
                "FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=SU;BYMONTH=2,1")) {
            Budget spent = new Budget(6_000_000);
            PlannedSeries dates = new PlannedSeries(Recurrence.parse(rule), PARIS, spent);
            int days = 0;

            while (days < 800 && !spent.isSpent()) {
                dates.from(FIRST + A_DAY * days++);
            }

            assertThat(spent.isExhausted()).as(rule).isTrue();
            assertThat(days).isLessThan(800);
        }
    }
}
