package org.passerelle.platform.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/**
 * Writes at most {@value #LINES_A_MINUTE} lines of a kind a minute, and one that says that more are left out: whoever can make the
 * program complain must not be able to fill a disk. Of one kind are lines of the same logger and level about the same class of
 * exception.
 */
final class LogRateLimit extends TurboFilter {

    static final int LINES_A_MINUTE = 30;

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    /** Loggers, levels and classes of exceptions are few; if they are not, counting begins anew. */
    private static final int MOST_KINDS = 10_000;

    private static final Marker ALWAYS = MarkerFactory.getMarker("log-rate-limit");

    private final LongSupplier nanoseconds;
    private final Map<Kind, Count> counts = new ConcurrentHashMap<>();

    private record Kind(String logger, Level level, String exception) {}

    private record Count(long since, int lines) {}

    LogRateLimit(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable exception) {
        boolean isLine = format != null || exception != null;
        if (!isLine || ALWAYS.equals(marker) || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            return FilterReply.NEUTRAL;
        }
        String about = exception == null ? "" : exception.getClass().getName();
        int lines = count(new Kind(logger.getName(), level, about));
        if (lines == LINES_A_MINUTE + 1) {
            logger.warn(ALWAYS, "More like this {} is left out for a minute", about.isEmpty() ? level : about);
        }
        return lines > LINES_A_MINUTE ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private int count(Kind kind) {
        if (counts.size() > MOST_KINDS) {
            counts.clear();
        }
        long now = nanoseconds.getAsLong();
        Count next = counts.merge(
                kind,
                new Count(now, 1),
                (old, first) -> now - old.since() < MINUTE ? new Count(old.since(), old.lines() + 1) : first);
        return next.lines();
    }
}
