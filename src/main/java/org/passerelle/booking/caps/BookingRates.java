package org.passerelle.booking.caps;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.booking.Reason;
import org.passerelle.directory.BookingCaps;
import org.springframework.stereotype.Component;

/**
 * Bookings made in an hour: a bucket of tokens for each holder, filled evenly, in the memory of this node. On several nodes
 * each gives out as many.
 */
@Component
public class BookingRates {

    private static final double SECONDS_AN_HOUR = Duration.ofHours(1).toSeconds();

    /** With so many buckets those that are full again are thrown away. */
    private static final int MANY = 10_000;

    private final Clock clock;
    private final Map<CapHolder, Bucket> buckets = new HashMap<>();

    public BookingRates(Clock clock) {
        this.clock = clock;
    }

    /** Tokens at a moment. */
    private record Bucket(double tokens, Instant at) {

        double at(Instant now, int anHour) {
            double seconds = Math.max(0, Duration.between(at, now).toMillis() / 1000.0);
            return Math.min(anHour, tokens + seconds * anHour / SECONDS_AN_HOUR);
        }
    }

    /** Takes a token of each holder, or of none; then why. */
    public synchronized Optional<Reason> take(List<CapLimit> limits) {
        Instant now = clock.instant();
        for (CapLimit limit : limits) {
            double tokens = tokens(limit, now);
            if (isLimited(limit) && tokens < 1) {
                int anHour = Math.max(1, limit.cap().bookingsAnHour());
                long seconds = (long) Math.ceil((1 - tokens) * SECONDS_AN_HOUR / anHour);
                return Optional.of(limit.tooFast(now, now.plusSeconds(seconds)));
            }
        }
        change(limits, now, -1);
        return Optional.empty();
    }

    /** Gives the tokens back, for nothing was booked. */
    public synchronized void giveBack(List<CapLimit> limits) {
        change(limits, clock.instant(), 1);
    }

    private void change(List<CapLimit> limits, Instant now, int by) {
        for (CapLimit limit : limits) {
            if (isLimited(limit)) {
                buckets.put(
                        limit.holder(),
                        new Bucket(Math.min(limit.cap().bookingsAnHour(), tokens(limit, now) + by), now));
            }
        }
        if (buckets.size() > MANY) {
            buckets.values().removeIf(bucket -> bucket.at().isBefore(now.minus(Duration.ofHours(1))));
        }
    }

    private double tokens(CapLimit limit, Instant now) {
        int anHour = limit.cap().bookingsAnHour();
        Bucket bucket = buckets.get(limit.holder());
        return bucket == null ? anHour : bucket.at(now, anHour);
    }

    private static boolean isLimited(CapLimit limit) {
        return limit.cap().bookingsAnHour() != BookingCaps.Cap.NO_LIMIT;
    }
}
