package org.passerelle.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the times that people and programs write into requests and forms, in ISO 8601 and within the years that a scheduler can
 * mean. What cannot be read is told by an {@link IllegalArgumentException}.
 */
public final class WrittenTimes {

    private static final LocalDate EARLIEST = LocalDate.of(2020, 1, 2);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
    private static final Duration LONGEST = Duration.ofDays(366L * 10);
    private static final String END_OF_DAY = "24:00";

    /** Without the names, of zones without rules, that ical4j adds to those of the JDK where it is on the class path, as in tests. */
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(name -> !name.startsWith("ical4j-"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern OFFSET = Pattern.compile("[+-]\\d\\d:\\d\\d\\z");

    private WrittenTimes() {}

    /** An instant with an offset or {@code Z}, in whole milliseconds. */
    public static Instant instant(String text) {
        try {
            OffsetDateTime read = DayEnd.offset(text);
            requireSensible(read.toLocalDate());
            return read.toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Not an instant", e);
        }
    }

    /** How far the clocks of an instant are from those of UTC, as it says itself. */
    public static ZoneOffset offset(String instant) {
        try {
            return DayEnd.offset(instant).getOffset();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Not an instant", e);
        }
    }

    /**
     * A wall time, in whole seconds; an instant is taken as the wall time it is in {@code zone}, and {@code 24:00} as the end of
     * its day.
     */
    public static LocalDateTime local(String text, ZoneId zone) {
        try {
            boolean isInstant = text.endsWith("Z") || OFFSET.matcher(text).find();
            LocalDateTime read =
                    isInstant ? DayEnd.offset(text).atZoneSameInstant(zone).toLocalDateTime() : DayEnd.local(text);
            requireSensible(read.toLocalDate());
            return read.truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Not a time", e);
        }
    }

    public static LocalDate date(String text) {
        try {
            LocalDate read = LocalDate.parse(text);
            requireSensible(read);
            return read;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Not a date", e);
        }
    }

    /** A time of the day, in whole seconds. */
    public static LocalTime timeOfDay(String text) {
        try {
            return LocalTime.parse(text).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Not a time of the day", e);
        }
    }

    /** A time of the day at which something ends: {@code 24:00}, the end of the day, is its midnight. */
    public static LocalTime endTime(String text) {
        return text.equals(END_OF_DAY) ? LocalTime.MIDNIGHT : timeOfDay(text);
    }

    /** A positive length of at most ten years, in whole seconds: days are days on the wall, the rest is elapsed time. */
    public static EventDuration length(String text) {
        if (text.contains("+")) {
            throw new IllegalArgumentException("Not ISO 8601");
        }
        return keptLength(text);
    }

    /** As {@link #length}, but also what {@link EventDuration#toString} writes where ISO 8601 has no words for it. */
    public static EventDuration keptLength(String text) {
        try {
            EventDuration read = EventDuration.parse(text);
            Duration exact = Duration.ofSeconds(read.exact().toSeconds());
            if (read.onTheWall().compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("Out of bounds");
            }
            return new EventDuration(read.nominal(), exact);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("Not a duration", e);
        }
    }

    /** A positive duration of at most ten years, in whole seconds. */
    public static Duration duration(String text) {
        try {
            Duration read = Duration.parse(text);
            if (read.compareTo(Duration.ofSeconds(1)) < 0 || read.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("Out of bounds");
            }
            return Duration.ofSeconds(read.toSeconds());
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("Not a duration", e);
        }
    }

    /** From one wall time until another. */
    public static EventDuration between(LocalDateTime start, LocalDateTime end) {
        EventDuration length = EventDuration.between(start, end);
        if (length.nominal().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("The end is too far from the start");
        }
        return length;
    }

    /** From one moment to another. */
    public static EventDuration between(Instant start, Instant end) {
        Duration elapsed = Duration.between(start, end);
        if (elapsed.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("The end is too far from the start");
        }
        return EventDuration.exact(elapsed);
    }

    /** An IANA zone; offsets and abbreviations are none. */
    public static Optional<ZoneId> zone(String name) {
        return ZONES.contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }

    /** What {@code read} makes of {@code text}; empty if it cannot be read. */
    public static <T> Optional<T> ifReadable(String text, Function<String, T> read) {
        try {
            return Optional.of(read.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void requireSensible(LocalDate date) {
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw new IllegalArgumentException("Out of the years that can be booked");
        }
    }
}
