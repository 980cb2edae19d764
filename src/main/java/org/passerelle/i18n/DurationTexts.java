package org.passerelle.i18n;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.Locale;
import java.util.StringJoiner;

/** Durations and periods in the short words of everyday, such as {@code 1 h 30 min} or {@code 24 mois}. */
public final class DurationTexts {

    private DurationTexts() {}

    /**
     * How each unit is written, with # for the number, for a page that counts down by itself.
     *
     * @param days such as {@code # d}
     */
    public record UnitForms(String days, String hours, String minutes, String seconds) {}

    public static UnitForms units(Locale locale) {
        return new UnitForms(
                unit("duration.days", locale),
                unit("duration.hours", locale),
                unit("duration.minutes", locale),
                unit("duration.seconds", locale));
    }

    private static String unit(String key, Locale locale) {
        return LanguageBundle.WORDS.text(key, locale, 0).replace("0", "#");
    }

    /** Whole minutes, in days, hours and minutes; seconds only when there are some. */
    public static String of(Duration duration, Locale locale) {
        StringJoiner words = new StringJoiner(" ");
        add(words, duration.toDays(), "duration.days", locale);
        add(words, duration.toHoursPart(), "duration.hours", locale);
        add(words, duration.toMinutesPart(), "duration.minutes", locale);
        add(words, duration.toSecondsPart(), "duration.seconds", locale);
        return words.length() == 0 ? LanguageBundle.WORDS.text("duration.none", locale) : words.toString();
    }

    public static String of(Period period, Locale locale) {
        long months = period.toTotalMonths();
        StringJoiner words = new StringJoiner(" ");
        add(words, months, months == 1 ? "period.months.one" : "period.months", locale);
        add(words, period.getDays(), period.getDays() == 1 ? "period.days.one" : "period.days", locale);
        return words.length() == 0 ? LanguageBundle.WORDS.text("period.none", locale) : words.toString();
    }

    /** A length as ISO 8601 writes it, such as {@code PT1H30M}; what is none stays as it is. */
    public static String ofWritten(String text, Locale locale) {
        try {
            return of(Duration.parse(text), locale);
        } catch (DateTimeException | ArithmeticException e) {
            return text;
        }
    }

    /** A time in the calendar as ISO 8601 writes it, such as {@code P24M}; what is none stays as it is. */
    public static String ofWrittenPeriod(String text, Locale locale) {
        try {
            return of(Period.parse(text), locale);
        } catch (DateTimeException | ArithmeticException e) {
            return text;
        }
    }

    private static void add(StringJoiner words, long count, String unit, Locale locale) {
        if (count > 0) {
            words.add(LanguageBundle.WORDS.text(unit, locale, count));
        }
    }
}
