package org.passerelle.calendar.write;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.calendar.PartStat;

/** Knows what the invited have answered. Whoever does also tells of it, by {@link Changed}. */
public interface AttendeeAnswers {

    /**
     * What one of the invited has answered.
     *
     * @param name or address
     * @param date the one date of a series that it is about; empty for the whole
     * @param at when it came; empty if none did
     */
    record AttendeeAnswer(String name, PartStat standing, Optional<Instant> date, Optional<Instant> at) {}

    /** An answer has come. */
    record Changed(Booking booking) {}

    /** For those of {@code bookings} that invite somebody: everybody who is invited, in their order. */
    Map<BookingId, List<AttendeeAnswer>> of(Collection<Booking> bookings);
}
