package org.passerelle.booking.caps;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.directory.BookingCaps;
import org.springframework.stereotype.Component;

/**
 * Bookings made in an hour: for each holder what was made lately, which is forgotten evenly, in the memory of this node. On
 * several nodes each lets as many pass. What was made is kept and not what is left, so that a cap that is raised gives room at
 * once, and one that is lowered asks nobody to wait for more than itself.
 */
@Component
public class BookingRates {

    private static final double SECONDS_AN_HOUR = Duration.ofHours(1).toSeconds();

    /** With so many holders those who made nothing for an hour are forgotten. */
    private static final int MANY = 10_000;

    private final Clock clock;
    private final Map<CapHolder, Made> made = new HashMap<>();

    public BookingRates(Clock clock) {
        this.clock = clock;
    }

    /** Bookings that count at a moment. */
    private record Made(double bookings, Instant at) {

        double at(Instant now, int anHour) {
            double seconds = Math.max(0, Duration.between(at, now).toMillis() / 1000.0);
            return Math.max(0, Math.min(anHour, bookings) - seconds * anHour / SECONDS_AN_HOUR);
        }
    }

    /** Counts a booking for each holder, or for none; then why. */
    public synchronized Optional<Reason> take(List<CapLimit> limits) {
        Instant now = clock.instant();
        for (CapLimit limit : limits) {
            double left = limit.cap().bookingsAnHour() - made(limit, now);
            if (isLimited(limit) && left < 1) {
                int anHour = Math.max(1, limit.cap().bookingsAnHour());
                long seconds = (long) Math.ceil((1 - left) * SECONDS_AN_HOUR / anHour);
                return Optional.of(limit.tooFast(now, now.plusSeconds(seconds)));
            }
        }
        count(limits, now, 1);
        return Optional.empty();
    }

    /** Counts one less for each holder, for nothing was booked. */
    public synchronized void giveBack(List<CapLimit> limits) {
        count(limits, clock.instant(), -1);
    }

    private void count(List<CapLimit> limits, Instant now, int more) {
        for (CapLimit limit : limits) {
            if (isLimited(limit)) {
                made.put(limit.holder(), new Made(Math.max(0, made(limit, now) + more), now));
            }
        }
        if (made.size() > MANY) {
            made.values().removeIf(each -> each.at().isBefore(now.minus(Duration.ofHours(1))));
        }
    }

    private double made(CapLimit limit, Instant now) {
        Made before = made.get(limit.holder());
        return before == null ? 0 : before.at(now, limit.cap().bookingsAnHour());
    }

    private static boolean isLimited(CapLimit limit) {
        return limit.cap().bookingsAnHour() != BookingCaps.Cap.NO_LIMIT;
    }
}
