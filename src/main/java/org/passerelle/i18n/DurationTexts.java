package org.passerelle.i18n;

import java.time.Duration;
import java.time.Period;
import java.util.Locale;
import java.util.StringJoiner;

/** Durations and periods in the short words of everyday, such as {@code 1 h 30 min} or {@code 24 mois}. */
public final class DurationTexts {

    private DurationTexts() {}

    /** Whole minutes, in days, hours and minutes; seconds only when there are some. */
    public static String of(Duration duration, Locale locale) {
        boolean french = Languages.nearest(locale).equals(Locale.FRENCH);
        StringJoiner words = new StringJoiner(" ");
        add(words, duration.toDays(), french ? "j" : "d");
        add(words, duration.toHoursPart(), "h");
        add(words, duration.toMinutesPart(), "min");
        add(words, duration.toSecondsPart(), "s");
        return words.length() == 0 ? "0 min" : words.toString();
    }

    public static String of(Period period, Locale locale) {
        boolean french = Languages.nearest(locale).equals(Locale.FRENCH);
        long months = period.toTotalMonths();
        StringJoiner words = new StringJoiner(" ");
        add(words, months, french ? "mois" : months == 1 ? "month" : "months");
        add(words, period.getDays(), french ? (period.getDays() == 1 ? "jour" : "jours") : "days");
        return words.length() == 0 ? (french ? "0 jour" : "0 days") : words.toString();
    }

    private static void add(StringJoiner words, long count, String unit) {
        if (count > 0) {
            words.add(count + " " + unit);
        }
    }
}
