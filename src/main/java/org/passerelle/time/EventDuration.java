package org.passerelle.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long each date of a series lasts, as it was said (RFC 5545 section 3.3.6): {@code PT24H} is elapsed time and always
 * the same; {@code P1D}, and "until six in the morning", is counted on the clock on the wall and is an hour shorter or longer
 * across a change of the clocks. {@code P1DT2H} is a day on the wall and then two hours.
 *
 * @param nominal what is counted on the wall, first; not negative
 * @param exact elapsed time after that; not negative, and positive unless {@code nominal} is
 */
public record EventDuration(Duration nominal, Duration exact) {

    private static final Pattern ISO =
            Pattern.compile("P(?:(\\d{1,5})W)?(?:(\\d{1,6})D)?(T.+)?", Pattern.CASE_INSENSITIVE);

    /** Between what is counted on the wall and what is elapsed, where ISO 8601 cannot tell them apart. */
    private static final String THEN = "+";

    /** @throws IllegalArgumentException if a part is negative, or both are zero */
    public EventDuration {
        if (nominal.isNegative() || exact.isNegative() || nominal.isZero() && exact.isZero()) {
            throw new IllegalArgumentException("The duration must be positive");
        }
    }

    /** So much elapsed time, whatever the clocks do. */
    public static EventDuration exact(Duration elapsed) {
        return new EventDuration(Duration.ZERO, elapsed);
    }

    /**
     * From one wall time until another, on every date.
     *
     * @throws IllegalArgumentException unless {@code end} is after {@code start}
     */
    public static EventDuration between(LocalDateTime start, LocalDateTime end) {
        return new EventDuration(Duration.between(start, end), Duration.ZERO);
    }

    /**
     * Reads an ISO 8601 duration of weeks, days, hours, minutes and seconds, or what {@link #toString} writes.
     *
     * @throws DateTimeException if it is none
     * @throws IllegalArgumentException if it is not positive
     */
    public static EventDuration parse(String text) {
        int then = text.indexOf(THEN);
        if (then > 0) {
            return new EventDuration(Duration.parse(text.substring(0, then)), Duration.parse(text.substring(then + 1)));
        }
        Matcher iso = ISO.matcher(text);
        if (!iso.matches() || text.length() == 1) {
            throw new DateTimeException("Not a duration: " + text);
        }
        long days = 7 * number(iso.group(1)) + number(iso.group(2));
        Duration exact = iso.group(3) == null ? Duration.ZERO : Duration.parse("P" + iso.group(3));
        return new EventDuration(Duration.ofDays(days), exact);
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** Whether it is elapsed time alone. */
    public boolean isExact() {
        return nominal.isZero();
    }

    /** What the clock on the wall counts where it is not changed. */
    public Duration onTheWall() {
        return nominal.plus(exact);
    }

    /**
     * The date that starts at {@code start} on the clocks of {@code zone}. One that would begin and end in the hour that
     * clocks skip begins after it and lasts as long as was said.
     */
    public Interval startingAt(LocalDateTime start, ZoneId zone) {
        Instant from = WallTime.instant(start, zone);
        Instant until = isExact()
                ? from.plus(exact)
                : WallTime.instant(start.plus(nominal), zone).plus(exact);
        return until.isAfter(from) ? new Interval(from, until) : Interval.of(from, onTheWall());
    }

    /** As {@link #startingAt(LocalDateTime, ZoneId)}, where the moment is known at which it starts. */
    public Interval startingAt(Instant start, ZoneId zone) {
        Instant until = isExact()
                ? start.plus(exact)
                : WallTime.instant(LocalDateTime.ofInstant(start, zone).plus(nominal), zone)
                        .plus(exact);
        return until.isAfter(start) ? new Interval(start, until) : Interval.of(start, onTheWall());
    }

    /** As ISO 8601, where it is so many whole days and then elapsed time; else with the part on the wall before a {@code +}. */
    @Override
    public String toString() {
        if (isExact()) {
            return exact.toString();
        }
        if (!isOfWholeDays()) {
            return nominal + THEN + exact;
        }
        String days = "P" + nominal.toDays() + "D";
        return exact.isZero() ? days : days + exact.toString().substring(1);
    }

    /** Whether ISO 8601 can say it: elapsed time, or whole days before that. */
    public boolean isOfWholeDays() {
        return nominal.equals(Duration.ofDays(nominal.toDays()));
    }
}
