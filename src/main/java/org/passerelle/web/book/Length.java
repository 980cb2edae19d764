package org.passerelle.web.book;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.directory.Site;
import org.passerelle.i18n.DurationTexts;
import org.passerelle.time.DayPart;
import org.passerelle.time.EventDuration;
import org.passerelle.time.HalfDays.LocalRange;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.PageWords;

/** How long people book for: the half-days of the place, the day, a few usual lengths, or until a time of their own. */
public record Length(String value, String label, String times) {

    public static final String CUSTOMARY = "PT1H";
    public static final String CUSTOM = "CUSTOM";

    private static final Duration LONGEST_LOOK = Duration.ofDays(31);

    static final List<Duration> USUAL =
            List.of(Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofMinutes(90), Duration.ofHours(2));

    /** The choices at a site, in the order in which they are offered. */
    public static List<Length> at(Site site, PageWords words, Locale locale) {
        List<Length> lengths = new ArrayList<>();
        for (DayPart part : DayPart.values()) {
            LocalRange range = site.halfDays().of(part);
            lengths.add(new Length(
                    part.name(),
                    words.text("book.length." + part.name().toLowerCase(Locale.ROOT), locale),
                    PageWords.time(range.start()) + "–" + PageWords.time(range.end())));
        }
        USUAL.forEach(usual -> lengths.add(new Length(usual.toString(), DurationTexts.of(usual, locale), "")));
        lengths.add(new Length(CUSTOM, words.text("book.length.custom", locale), ""));
        return lengths;
    }

    /** Those, and {@code chosen} where it is another. */
    public static List<Length> at(Site site, String chosen, PageWords words, Locale locale) {
        List<Length> lengths = at(site, words, locale);
        boolean isOffered = lengths.stream().anyMatch(each -> each.value().equals(chosen));
        if (!isOffered) {
            WrittenTimes.ifReadable(chosen, WrittenTimes::keptLength)
                    .filter(Length::mayBeLookedAt)
                    .ifPresent(own -> lengths.add(new Length(chosen, DurationTexts.of(own.onTheWall(), locale), "")));
        }
        return lengths;
    }

    public static Optional<Duration> usual(String value) {
        return USUAL.stream().filter(usual -> usual.toString().equals(value)).findFirst();
    }

    /** Whether it is at most 31 days: pages show what is free for so long. */
    public static boolean mayBeLookedAt(EventDuration length) {
        return length.onTheWall().compareTo(LONGEST_LOOK) <= 0;
    }

    /** The part of the day that {@code value} names, if it names one. */
    public static Optional<DayPart> part(String value) {
        return Arrays.stream(DayPart.values())
                .filter(part -> part.name().equals(value))
                .findFirst();
    }

    /** Whether it is a part of the day, whose hours are those of the site. */
    public boolean isPart() {
        return part(value).isPresent();
    }
}
