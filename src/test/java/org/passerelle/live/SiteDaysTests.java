package org.passerelle.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SiteDaysTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 23);

    private static SiteDays days(LocalDate first, int many) {
        return new SiteDays(first.datesUntil(first.plusDays(many)).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void putsDaysTogether() {
        assertThat(days(MONDAY, 2).with(days(MONDAY.plusDays(1), 2)).days())
                .containsExactly(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2));
    }

    @Test
    void namesNoDayOnceTheyAreMany() {
        assertThat(days(MONDAY, 31).isAny()).isFalse();
        assertThat(days(MONDAY, 31).with(days(MONDAY.plusDays(31), 1)).isAny()).isTrue();
    }

    @Test
    void staysAnyDay() {
        assertThat(SiteDays.ANY.with(days(MONDAY, 1)).isAny()).isTrue();
        assertThat(days(MONDAY, 1).with(SiteDays.ANY).isAny()).isTrue();
    }
}
