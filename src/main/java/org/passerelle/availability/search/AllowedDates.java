package org.passerelle.availability.search;

import java.time.Duration;
import java.time.ZoneId;
import java.util.BitSet;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.policy.BookingBounds;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.directory.permission.BookingGrant;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * On which of some dates the rooms of one site that share their rules may be had: exactly as {@link
 * org.passerelle.booking.policy.BookingPolicy} judges it. Hours are read off the grid where that settles it, looked at
 * exactly where it does not. What was found is remembered. For one thread.
 */
final class AllowedDates {

    private final Room room;
    private final Interval[] times;
    private final OpenHoursLookup looking;
    private final ZoneId zone;
    private final BookingBounds bounds;
    private final BookingRights rights;
    private final BitSet known;
    private final BitSet allowed;

    /** @param room any of the rooms that share these rules */
    AllowedDates(Room room, Site site, Interval[] times, OpenHoursLookup looking, BookingRights rights) {
        this.room = room;
        this.times = times;
        this.looking = looking;
        this.zone = site.zone();
        this.bounds = BookingBounds.of(room, site, looking.now());
        this.rights = rights;
        this.known = new BitSet(times.length);
        this.allowed = new BitSet(times.length);
    }

    boolean contain(int date) {
        if (!known.get(date)) {
            known.set(date);
            allowed.set(date, isAllowed(times[date]) && isOpen(times[date]));
        }
        return allowed.get(date);
    }

    private boolean isAllowed(Interval time) {
        return bounds.contain(time)
                && BookingBounds.admitLength(time, room.rules(), zone)
                && (!BookingRights.goByTheTime(room)
                        || rights.at(time, room, times.length > 1, zone).grant() != BookingGrant.NOTHING);
    }

    /** A date that is longer than any booking can be counts as closed. */
    private boolean isOpen(Interval time) {
        long first = Slots.first(time);
        long end = Slots.endExclusive(time);
        if (end - first > Claims.MOST) {
            return false;
        }
        SlotWords words = looking.open(room, time);
        if (words.areSet(first, end)) {
            return true;
        }
        long firstWhole = Slots.start(first).equals(time.start()) ? first : first + 1;
        long endWhole = Slots.start(end).equals(time.end()) ? end : end - 1;
        boolean isOnTheGrid = firstWhole == first && endWhole == end;
        return !isOnTheGrid
                && (firstWhole >= endWhole || words.areSet(firstWhole, endWhole))
                && looking.isOpenExactly(room, time);
    }

    /** Whether it is open in any whole slot from {@code margin} before to {@code margin} after the first date. */
    boolean areOpenAround(Duration margin) {
        Interval around = times[0].extendedBy(margin, margin);
        long first = Slots.first(around);
        long end = Slots.endExclusive(around);
        return end - first <= Claims.MOST && !looking.open(room, around).areClear(first, end);
    }
}
