package org.passerelle.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.model.Schedule;
import org.passerelle.time.Interval;
import org.passerelle.time.WrittenTimes;

/** Windows of time that clients ask for, and lengths as they are told them. */
public final class TimeFields {

    private TimeFields() {}

    /** How long each date of {@code schedule} lasts, as {@link WrittenTimes#length} reads it; where that cannot say it, the first one. */
    public static String text(Schedule schedule) {
        return schedule.length().isOfWholeDays()
                ? schedule.length().toString()
                : schedule.duration().toString();
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
        Optional<Instant> start = errors.parsed("from", from, WrittenTimes::instant, "time.instant");
        Optional<Instant> end = errors.parsed("to", to, WrittenTimes::instant, "time.instant");
        errors.requireNone();
        return window(start.orElseThrow(), end.orElseThrow(), longest);
    }
}
