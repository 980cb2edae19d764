package org.passerelle.availability.search;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.Person;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.booking.caps.OwnBooking;
import org.passerelle.booking.caps.QuotaGuide;
import org.passerelle.booking.caps.QuotaGuide.QuotaQuestion;
import org.passerelle.booking.policy.ConferenceEntry;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/**
 * What is free and what lets people in, at one moment.
 *
 * @param own the booking that somebody would change; empty for a new one
 */
public record Surroundings(
        RoomTable table,
        Directory directory,
        FreeTimes free,
        ConferenceEntry entry,
        QuotaGuide quotas,
        Optional<OwnBooking> own,
        Instant now) {

    /** The rooms that quotas keep from {@code booker}, each by itself. */
    Set<RoomId> usedUp(Person booker, List<Interval> times) {
        return times.isEmpty()
                ? Set.of()
                : quotas.usedUp(asking(booker, directory.rooms(), times)).keySet();
    }

    /** Whether quotas leave {@code booker} all of {@code rooms}, one entry a unit, together. */
    boolean leaveEnough(Person booker, List<Room> rooms, List<Interval> times) {
        return quotas.leaveEnough(asking(booker, rooms, times));
    }

    private QuotaQuestion asking(Person booker, Collection<Room> rooms, List<Interval> times) {
        return new QuotaQuestion(booker, directory, rooms, times, own);
    }
}
