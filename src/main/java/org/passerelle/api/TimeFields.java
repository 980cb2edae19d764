package org.passerelle.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.model.Schedule;
import org.passerelle.time.DayEnd;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Interval;

/** Reads the times that clients write, within the years that a scheduler can mean. */
public final class TimeFields {

    private static final LocalDate EARLIEST = LocalDate.of(2020, 1, 2);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
    private static final Duration LONGEST = Duration.ofDays(366L * 10);

    /** Without the names, of zones without rules, that ical4j adds to those of the JDK where it is on the class path, as in tests. */
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(name -> !name.startsWith("ical4j-"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern OFFSET = Pattern.compile("[+-]\\d\\d:\\d\\d\\z");

    private TimeFields() {}

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

    /** A wall time; an instant is taken as the wall time it is in {@code zone}, and {@code 24:00} as the end of its day. */
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

    /** A positive length of at most ten years, in whole seconds: days are days on the wall, the rest is elapsed time. */
    public static EventDuration length(String text) {
        try {
            EventDuration read = EventDuration.parse(text);
            Duration exact = Duration.ofSeconds(read.exact().toSeconds());
            if (text.contains("+") || read.onTheWall().compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("Out of bounds");
            }
            return new EventDuration(read.nominal(), exact);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("Not a duration", e);
        }
    }

    /** How long each date of {@code schedule} lasts, as {@link #length} reads it; where that cannot say it, the first one. */
    public static String text(Schedule schedule) {
        return schedule.length().isOfWholeDays()
                ? schedule.length().toString()
                : schedule.duration().toString();
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

    /**
     * {@code from} to {@code to}.
     *
     * @throws InvalidRequest unless they are in this order and at most {@code longest} apart
     */
    public static Interval window(Instant from, Instant to, Duration longest) {
        if (!from.isBefore(to)) {
            throw new InvalidRequest("to", "time.order");
        }
        if (Duration.between(from, to).compareTo(longest) > 0) {
            throw new InvalidRequest("to", "time.window-too-long");
        }
        return Interval.of(from, to);
    }

    /** The window that two needed parameters {@code from} and {@code to} span, as {@link #window(Instant, Instant, Duration)}. */
    public static Interval window(@Nullable String from, @Nullable String to, Duration longest) {
        Fields errors = new Fields();
        Optional<Instant> start = errors.parsed("from", from, TimeFields::instant, "time.instant");
        Optional<Instant> end = errors.parsed("to", to, TimeFields::instant, "time.instant");
        errors.requireNone();
        return window(start.orElseThrow(), end.orElseThrow(), longest);
    }

    private static void requireSensible(LocalDate date) {
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw new IllegalArgumentException("Out of the years that can be booked");
        }
    }
}
