package org.passerelle.booking.caps;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/** Tells which rooms quotas keep from somebody. A guide: the write that books is the guard. */
public interface QuotaGuide {

    /** Of a network without quotas. */
    QuotaGuide NO_QUOTAS = question -> Map.of();

    /**
     * Who would book.
     *
     * @param rooms any of which they would have alone
     * @param times of all dates; none to ask only for how many bookings are open
     * @param own the booking that they would change; empty for a new one
     */
    record QuotaQuestion(
            Person person,
            Directory directory,
            Collection<Room> rooms,
            List<Interval> times,
            Optional<OwnBooking> own) {

        /** For whom it would count. */
        public Owner owner() {
            return own.map(OwnBooking::owner).orElseGet(() -> Owner.of(person));
        }
    }

    /** Those of the rooms that would be refused because of a quota, and why, as whoever is refused is told. */
    Map<RoomId, Reason> usedUp(QuotaQuestion question);

    /** Whether all of the rooms, one entry a unit, could be had together at all of the times. */
    default boolean leaveEnough(QuotaQuestion question) {
        return usedUp(question).isEmpty();
    }

    /**
     * On which days a date of {@code length} that starts within {@code window} would be more hours than a quota leaves, for those
     * rooms of which there are any; whole days of the room's site, sorted. Days far ahead may be left out.
     *
     * @param question without times
     */
    default Map<RoomId, List<Interval>> usedUpDays(QuotaQuestion question, Interval window, Duration length) {
        return Map.of();
    }
}
