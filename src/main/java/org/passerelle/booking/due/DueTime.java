package org.passerelle.booking.due;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.booking.model.BookingId;

/**
 * When something is to happen to a booking, or to one of its dates.
 *
 * @param recurrenceId the date; empty for the whole booking
 * @param at not before
 * @param latest not after: what could not be done by then is dropped. {@link Instant#MAX} if it is never too late
 */
public record DueTime(BookingId booking, Optional<Instant> recurrenceId, Instant at, Instant latest) {

    /** @throws IllegalArgumentException if {@code latest} is before {@code at} */
    public DueTime {
        if (latest.isBefore(at)) {
            throw new IllegalArgumentException("Dropped before it is due");
        }
    }

    /**
     * Names this time of an action of {@code kind}, and no other: a date that moves has another time, and what was done at the
     * old one does not count.
     */
    public String key(String kind) {
        String date = recurrenceId.map(id -> Long.toString(id.getEpochSecond())).orElse("all");
        return "%s/%s/%s/%d".formatted(kind, booking.value(), date, at.getEpochSecond());
    }
}
