package org.passerelle.i18n;

import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Days and the places whose clocks are meant, as people write them in each language. */
public final class DayTexts {

    private static final String DAY_OF_MONTH = "d";

    /** As many as there are patterns in this program, times languages. */
    private static final Map<Form, DateTimeFormatter> FORMS = new ConcurrentHashMap<>();

    private record Form(String pattern, Locale locale) {}

    private DayTexts() {}

    /**
     * The form of {@code pattern} in a language.
     *
     * @param pattern as {@link DateTimeFormatter} has it, with at most one {@code d}; one that the program knows, not one
     *     from outside, for it is kept
     */
    public static DateTimeFormatter of(String pattern, Locale wished) {
        return FORMS.computeIfAbsent(new Form(pattern, Languages.nearest(wished)), DayTexts::made);
    }

    private static DateTimeFormatter made(Form form) {
        String pattern = form.pattern();
        int day = pattern.indexOf(DAY_OF_MONTH);
        if (day < 0) {
            return DateTimeFormatter.ofPattern(pattern, form.locale());
        }
        return new DateTimeFormatterBuilder()
                .appendPattern(pattern.substring(0, day))
                .appendText(ChronoField.DAY_OF_MONTH, formsOfDays(form.locale()))
                .appendPattern(pattern.substring(day + 1))
                .toFormatter(form.locale());
    }

    /** Some are more than their number: the first is an ordinal in French. */
    private static Map<Long, String> formsOfDays(Locale locale) {
        return LongStream.rangeClosed(1, 31)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        day -> LanguageBundle.WORDS.find("day." + day, locale).orElseGet(day::toString)));
    }

    /** The days of a month from the first to the 31st as dates have them, for a page that writes dates by itself. */
    public static List<String> daysOfMonth(Locale wished) {
        DateTimeFormatter form = of("d", wished);
        LocalDate first = LocalDate.of(2024, Month.JANUARY, 1);
        return first.datesUntil(first.plusMonths(1)).map(form::format).toList();
    }

    /** For instance {@code Wednesday 1 April 2026}, {@code mercredi 1er avril 2026}. */
    public static String full(LocalDate day, Locale locale) {
        return of("EEEE d MMMM uuuu", locale).format(day);
    }

    /** For instance {@code 1 Apr 2026}, {@code 1er avr. 2026}. */
    public static String brief(LocalDate day, Locale locale) {
        return of("d MMM uuuu", locale).format(day);
    }

    /** The city that a zone is named after, for instance {@code London}, {@code Londres}. */
    public static String city(ZoneId zone, Locale locale) {
        String id = zone.getId();
        return LanguageBundle.WORDS
                .find("city." + id, locale)
                .orElseGet(() -> id.substring(id.lastIndexOf('/') + 1).replace('_', ' '));
    }

    /** The clock of a zone by its city, for instance {@code Paris time}, {@code heure d’Amsterdam}. */
    public static String clock(ZoneId zone, Locale locale) {
        String city = city(zone, locale);
        boolean vowel =
                LanguageBundle.WORDS.text("clock.vowels", locale).indexOf(Character.toUpperCase(city.charAt(0))) >= 0;
        return LanguageBundle.WORDS.text(vowel ? "clock.vowel" : "clock", locale, city);
    }
}
