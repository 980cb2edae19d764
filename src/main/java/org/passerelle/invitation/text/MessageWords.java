package org.passerelle.invitation.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.passerelle.i18n.DayTexts;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.i18n.Languages;
import org.passerelle.time.Interval;

/** Sentences, days, times and zones in one language, on the clock of 24 hours. */
public final class MessageWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final LanguageBundle MESSAGES = new LanguageBundle("org/passerelle/invitation/text/message");

    private final Locale locale;

    public MessageWords(Locale wished) {
        this.locale = Languages.nearest(wished);
    }

    /** One that is spoken. */
    public Locale locale() {
        return locale;
    }

    /** What messages in general say; see {@code message.properties}. */
    public String text(String key, Object... arguments) {
        return MESSAGES.text(key, locale, arguments);
    }

    /** For instance {@code Wednesday 25 March 2026, 09:00–10:00}; both days where it ends on another. */
    public String when(Interval time, ZoneId zone) {
        LocalDate first = time.start().atZone(zone).toLocalDate();
        LocalDate last = time.end().atZone(zone).toLocalDate();
        return first.equals(last)
                ? day(first) + ", " + times(time, zone)
                : day(first) + ", " + clock(time.start(), zone) + " – " + day(last) + ", " + clock(time.end(), zone);
    }

    /** For instance {@code Wednesday 25 March 2026}. */
    public String day(LocalDate date) {
        return DayTexts.full(date, locale);
    }

    /** For instance {@code Wed 25 Mar 2026, 09:00}. */
    public String brief(Instant moment, ZoneId zone) {
        return DayTexts.of("EEE d MMM uuuu, HH:mm", locale).format(moment.atZone(zone));
    }

    /** The same with the name of the zone. */
    public String inZone(Interval time, ZoneId zone) {
        return when(time, zone) + " (" + zone(zone) + ")";
    }

    /** The times on the clock of {@code own}; with the days where they are not those of {@code zone}. */
    String onClock(Interval time, ZoneId own, ZoneId zone) {
        boolean isOnSameDays = day(time.start(), own).equals(day(time.start(), zone))
                && day(time.end(), own).equals(day(time.end(), zone))
                && day(time.start(), own).equals(day(time.end(), own));
        return isOnSameDays ? times(time, own) : when(time, own);
    }

    private static LocalDate day(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }

    static String times(Interval time, ZoneId zone) {
        return clock(time.start(), zone) + "–" + clock(time.end(), zone);
    }

    private static String clock(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }

    /** For instance {@code Paris time}, {@code heure d’Amsterdam}. */
    public String zone(ZoneId zone) {
        return DayTexts.clock(zone, locale);
    }
}
