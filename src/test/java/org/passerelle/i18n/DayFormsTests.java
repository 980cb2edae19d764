package org.passerelle.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DayFormsTests {

    private static final LocalDate FIRST = LocalDate.parse("2026-04-01");

    @Test
    void theFirstOfAMonthIsAnOrdinalInFrench() {
        assertThat(DayTexts.full(FIRST, Locale.FRANCE)).isEqualTo("mercredi 1er avril 2026");
        assertThat(DayTexts.brief(FIRST, Locale.CANADA_FRENCH)).isEqualTo("1er avr. 2026");
        assertThat(DayTexts.full(FIRST.plusDays(1), Locale.FRENCH)).isEqualTo("jeudi 2 avril 2026");
        assertThat(DayTexts.full(FIRST.plusDays(20), Locale.FRENCH)).isEqualTo("mardi 21 avril 2026");
    }

    @Test
    void everyoneElseReadsEnglishWithTheDayFirst() {
        assertThat(DayTexts.full(FIRST, Locale.US)).isEqualTo("Wednesday 1 April 2026");
        assertThat(DayTexts.brief(FIRST, Locale.GERMAN)).isEqualTo("1 Apr 2026");
    }

    @Test
    void aFormMayTellTheTimeAfterTheDayOrNoDayAtAll() {
        LocalDateTime moment = FIRST.atTime(9, 0);

        assertThat(DayTexts.of("d MMMM, HH:mm", Locale.FRENCH).format(moment)).isEqualTo("1er avril, 09:00");
        assertThat(DayTexts.of("HH:mm", Locale.FRENCH).format(moment)).isEqualTo("09:00");
    }

    @Test
    void citiesHaveTheirFrenchNames() {
        assertThat(DayTexts.city(ZoneId.of("America/Montreal"), Locale.FRENCH)).isEqualTo("Montréal");
        assertThat(DayTexts.city(ZoneId.of("Europe/London"), Locale.FRENCH)).isEqualTo("Londres");
        assertThat(DayTexts.city(ZoneId.of("Europe/London"), Locale.ENGLISH)).isEqualTo("London");
        assertThat(DayTexts.city(ZoneId.of("America/New_York"), Locale.FRENCH)).isEqualTo("New York");
        assertThat(DayTexts.city(ZoneId.of("UTC"), Locale.FRENCH)).isEqualTo("UTC");
    }
}
