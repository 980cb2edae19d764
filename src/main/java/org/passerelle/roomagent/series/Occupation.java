package org.passerelle.roomagent.series;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Schedule;

/**
 * What an event is to occupy.
 *
 * @param asked empty where nothing of it is ahead
 * @param before what it occupies, if it still does
 * @param staying dates of that by their recurrence ids, which stay as they are
 */
public record Occupation(Optional<Schedule> asked, Optional<Booking> before, Set<Instant> staying) {

    public Occupation {
        staying = Set.copyOf(staying);
    }

    /** One of which all may be replaced. */
    public static Occupation of(Optional<Schedule> asked, Optional<Booking> before) {
        return new Occupation(asked, before, Set.of());
    }

    /** The same once {@code made} is what it occupies. */
    public Occupation made(Booking made) {
        return new Occupation(asked, Optional.of(made), staying);
    }
}
