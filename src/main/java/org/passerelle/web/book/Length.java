package org.passerelle.web.book;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.directory.Site;
import org.passerelle.i18n.DurationTexts;
import org.passerelle.time.EventDuration;
import org.passerelle.time.HalfDays;
import org.passerelle.time.HalfDays.LocalRange;
import org.passerelle.web.PageWords;

/** How long people book for: a few usual lengths, the half-days of the place, the day, or until a time of their own. */
public record Length(String value, String label, String times) {

    public static final String CUSTOMARY = "PT1H";
    public static final String CUSTOM = "CUSTOM";
    public static final String MORNING = "MORNING";
    public static final String AFTERNOON = "AFTERNOON";
    public static final String DAY = "DAY";

    private static final Duration LONGEST = Duration.ofDays(31);

    static final List<Duration> USUAL =
            List.of(Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofMinutes(90), Duration.ofHours(2));

    /** The choices at a site, in the order in which they are offered. */
    public static List<Length> at(Site site, PageWords words, Locale locale) {
        List<Length> lengths = new ArrayList<>();
        USUAL.forEach(usual -> lengths.add(new Length(usual.toString(), DurationTexts.of(usual, locale), "")));
        lengths.add(new Length(CUSTOM, words.text("book.length.custom", locale), ""));
        for (String part : List.of(MORNING, AFTERNOON, DAY)) {
            LocalRange range = range(part, site.halfDays());
            lengths.add(new Length(
                    part,
                    words.text("book.length." + part.toLowerCase(Locale.ROOT), locale),
                    PageWords.time(range.start()) + "–" + PageWords.time(range.end())));
        }
        return lengths;
    }

    public static Optional<Duration> usual(String value) {
        return USUAL.stream().filter(usual -> usual.toString().equals(value)).findFirst();
    }

    /** A length of at most 31 days as {@link EventDuration} writes it, such as {@code PT26H}; empty if {@code value} is none. */
    static Optional<EventDuration> said(String value) {
        try {
            return Optional.of(EventDuration.parse(value))
                    .filter(length -> length.onTheWall().compareTo(LONGEST) <= 0);
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static boolean isPartOfTheDay(String value) {
        return value.equals(MORNING) || value.equals(AFTERNOON) || value.equals(DAY);
    }

    /** The times of a part of the day, {@link #DAY} from the start of the morning to the end of the afternoon. */
    public static LocalRange range(String part, HalfDays halfDays) {
        LocalTime start = part.equals(AFTERNOON)
                ? halfDays.afternoon().start()
                : halfDays.morning().start();
        LocalTime end = part.equals(MORNING)
                ? halfDays.morning().end()
                : halfDays.afternoon().end();
        return new LocalRange(start, end);
    }
}
