package org.passerelle.i18n;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.passerelle.time.Interval;

/** What a site has to do, in words. */
public final class TaskTexts {

    private static final LanguageBundle WORDS = new LanguageBundle("org/passerelle/i18n/feeds");

    private TaskTexts() {}

    /**
     * For instance {@code Bring or do: 12 × Lunch}.
     *
     * @param kind the name of what kind of task it is
     */
    public static String summary(String kind, int quantity, String what, Locale locale) {
        String said = quantity > 1 ? WORDS.text("task.quantity", locale, quantity, what) : what;
        return WORDS.text("task." + kind, locale, said);
    }

    /** When people meet, on the clock of {@code zone}. */
    public static String meeting(Interval time, ZoneId zone, Locale locale) {
        return WORDS.text("task.meeting", locale, clock(time.start(), zone), clock(time.end(), zone));
    }

    private static String clock(Instant moment, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        return "%02d:%02d".formatted(local.getHour(), local.getMinute());
    }

    public static String people(int people, Locale locale) {
        return WORDS.text("task.people", locale, people);
    }

    /** That the booking waits for a decision. */
    public static String uncertain(Locale locale) {
        return WORDS.text("task.uncertain", locale);
    }

    /** What a calendar of them is called. */
    public static String calendar(String site, Locale locale) {
        return WORDS.text("task.calendar", locale, site);
    }
}
