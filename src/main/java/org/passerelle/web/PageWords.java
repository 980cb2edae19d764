package org.passerelle.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.passerelle.i18n.DayTexts;
import org.passerelle.time.Interval;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Days, times and zones as people read them, in every language on the clock of 24 hours. */
@Component
public class PageWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final MessageSource messages;

    PageWords(MessageSource messages) {
        this.messages = messages;
    }

    public String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    public static String time(TemporalAccessor local) {
        return TIME.format(local);
    }

    public static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    /** For instance {@code Wednesday 25 March 2026}. */
    public static String day(LocalDate date, Locale locale) {
        return DayTexts.full(date, locale);
    }

    /** For instance {@code Wed 25 Mar}. */
    public static String shortDay(LocalDate date, Locale locale) {
        return DayTexts.of("EEE d MMM", locale).format(date);
    }

    /** For instance {@code Wed 25 Mar, 09:00}. */
    public static String moment(Instant moment, ZoneId zone, Locale locale) {
        return shortDay(moment.atZone(zone).toLocalDate(), locale) + ", " + time(moment, zone);
    }

    /** For instance {@code 09:00–10:00}. */
    public static String times(Interval time, ZoneId zone) {
        return time(time.start(), zone) + "–" + time(time.end(), zone);
    }

    /** For instance {@code Paris time}, {@code heure d’Amsterdam}. */
    public String zone(ZoneId zone, Locale locale) {
        return DayTexts.clock(zone, locale);
    }
}
