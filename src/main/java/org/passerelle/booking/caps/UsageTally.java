package org.passerelle.booking.caps;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one holder has ahead: bookings by the day on which they are over, claims by their own day, and what is about to be
 * written. Days are of UTC, numbered as slots are. Not for several threads.
 */
final class UsageTally {

    private final TreeMap<Long, Integer> bookings = new TreeMap<>();
    private final TreeMap<Long, Long> claims = new TreeMap<>();
    private long openBookings;
    private long claimsAhead;

    /** Adds what {@code ahead} tells, or takes it away; what is promised to an edit is no booking of its own. */
    void add(Ahead ahead, boolean isBooking, int sign) {
        if (ahead.isNothing()) {
            return;
        }
        if (isBooking) {
            bookings.merge(ahead.lastDay(), sign, Integer::sum);
            openBookings += sign;
        }
        ahead.claims().forEach((day, count) -> {
            claims.merge(day, (long) sign * count, Long::sum);
            claimsAhead += (long) sign * count;
        });
    }

    long openBookings() {
        return openBookings;
    }

    long claimsAhead() {
        return claimsAhead;
    }

    /** The day on which the first of the bookings is over. */
    Optional<Long> firstBookingOver() {
        return first(bookings);
    }

    /** The first day with claims. */
    Optional<Long> firstClaims() {
        return first(claims);
    }

    private static <N extends Number> Optional<Long> first(TreeMap<Long, N> days) {
        return days.entrySet().stream()
                .filter(day -> day.getValue().longValue() > 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
