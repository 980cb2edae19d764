package org.passerelle.availability.planner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;

/**
 * A room that the seeker may book for a meeting of one length, with what is the same whenever it starts.
 *
 * @param hours shared with the rooms of the site that keep the same
 * @param earliest the first slot with which a meeting can start: not in the past, with enough notice
 * @param latest the last one, so that the meeting ends within the room's horizon
 * @param before how many slots are held before the one with which the meeting starts
 * @param after how many are held from that one on
 * @param meeting how many of those are of the meeting itself
 */
record Bookable(
        Room room, Site site, BookableHours hours, long earliest, long latest, int before, int after, int meeting) {

    /** The hours that some rooms of one site keep, told apart by identity, which is fast. */
    static final class BookableHours {

        private final Optional<BookingRights> rights;
        private final List<Interval> usedUp;

        /**
         * @param rights of the seeker; empty where who may book does not go by the time
         * @param usedUp when quotas leave the seeker too little, sorted
         */
        BookableHours(Optional<BookingRights> rights, List<Interval> usedUp) {
            this.rights = rights;
            this.usedUp = usedUp;
        }

        /** When within {@code window} the seeker may not have {@code place} for a meeting of {@code length}. */
        List<Interval> kept(Bookable place, Interval window, Duration length) {
            List<Interval> kept = rights.map(seeker -> seeker.keptFromThem(
                            window, length, place.room(), place.site().zone()))
                    .orElse(List.of());
            return usedUp.isEmpty()
                    ? kept
                    : Interval.merge(Stream.concat(
                                    kept.stream(), usedUp.stream().flatMap(day -> day.intersection(window).stream()))
                            .toList());
        }

        boolean goByWhoAsks() {
            return rights.isPresent() || !usedUp.isEmpty();
        }
    }

    boolean isInReach(long start) {
        return earliest <= start && start <= latest;
    }

    int held() {
        return before + after;
    }

    /** The same as far as the room's own numbers are concerned, where others claim the time before the meeting. */
    Bookable afterSetUp() {
        return new Bookable(room, site, hours, earliest, latest, 0, after, meeting);
    }

    /** The same as far as the numbers for the time before the meeting are concerned. */
    Bookable untilItIsOver() {
        return new Bookable(room, site, hours, earliest, latest, before, meeting, meeting);
    }
}
