package org.passerelle.i18n;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Days and the places whose clocks are meant, as people write them in each language. */
public final class DayTexts {

    private static final String DAY_OF_MONTH = "d";

    /** The first of a month is an ordinal in French. */
    private static final Map<Long, String> FRENCH_DAYS = LongStream.rangeClosed(1, 31)
            .boxed()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), day -> day == 1 ? "1er" : day.toString()));

    private static final Map<String, String> FRENCH_CITIES = Map.ofEntries(
            Map.entry("America/Montreal", "Montréal"),
            Map.entry("Africa/Algiers", "Alger"),
            Map.entry("Africa/Cairo", "Le Caire"),
            Map.entry("Europe/Athens", "Athènes"),
            Map.entry("Europe/Brussels", "Bruxelles"),
            Map.entry("Europe/Bucharest", "Bucarest"),
            Map.entry("Europe/Copenhagen", "Copenhague"),
            Map.entry("Europe/Lisbon", "Lisbonne"),
            Map.entry("Europe/London", "Londres"),
            Map.entry("Europe/Moscow", "Moscou"),
            Map.entry("Europe/Vienna", "Vienne"),
            Map.entry("Europe/Warsaw", "Varsovie"),
            Map.entry("Asia/Singapore", "Singapour"));

    private DayTexts() {}

    /**
     * The form of {@code pattern} in a language.
     *
     * @param pattern as {@link DateTimeFormatter} has it, with at most one {@code d}
     */
    public static DateTimeFormatter of(String pattern, Locale wished) {
        Locale locale = Languages.nearest(wished);
        int day = pattern.indexOf(DAY_OF_MONTH);
        if (day < 0 || !locale.equals(Locale.FRENCH)) {
            return DateTimeFormatter.ofPattern(pattern, locale);
        }
        return new DateTimeFormatterBuilder()
                .appendPattern(pattern.substring(0, day))
                .appendText(ChronoField.DAY_OF_MONTH, FRENCH_DAYS)
                .appendPattern(pattern.substring(day + 1))
                .toFormatter(locale);
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
        String city = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
        return Languages.nearest(locale).equals(Locale.FRENCH) ? FRENCH_CITIES.getOrDefault(id, city) : city;
    }
}
