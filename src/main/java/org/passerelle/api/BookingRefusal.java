package org.passerelle.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.availability.query.FoundRooms.NearMiss;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.Reason;

/** Why a booking was not made or not changed, with what can be had instead: all that a problem document says of it. */
public sealed interface BookingRefusal {

    /** The closest first; empty if nothing is, or if nobody looked. */
    List<NearMiss> alternatives();

    /**
     * Rooms are taken.
     *
     * @param isSeries whether to say which date of the series each conflict is about
     * @param latestEnd until when a date that was to be made longer can last in its rooms; empty if it can last no longer
     */
    record Occupied(
            List<Conflict> conflicts, boolean isSeries, List<NearMiss> alternatives, Optional<Instant> latestEnd)
            implements BookingRefusal {

        public Occupied {
            conflicts = List.copyOf(conflicts);
            alternatives = List.copyOf(alternatives);
        }
    }

    /** Rules forbid it. */
    record Refused(List<Reason> reasons, List<NearMiss> alternatives) implements BookingRefusal {

        public Refused {
            reasons = List.copyOf(reasons);
            alternatives = List.copyOf(alternatives);
        }
    }
}
