package org.passerelle.web.room;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.booking.policy.OpeningTimes;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.passerelle.web.RoomSlots;

/**
 * Whether anybody has a room at a moment, and until when it stays so; not whether a certain person may have it.
 *
 * @param until empty if that is not known, for it is far away
 * @param left how many units of what is countable nobody has; 1 or 0 of a room
 */
record RoomNow(RoomState state, Optional<Instant> until, int left) {

    private static final Duration LOOKED_AT = Duration.ofHours(36);
    private static final int DAYS_AHEAD = 21;

    /** What goes on in it. */
    enum RoomState {
        FREE,
        TAKEN,
        CLOSED
    }

    static RoomNow of(Room room, Site site, Instant now, FreeTimes free) {
        long first = Slots.containing(now);
        Interval shown = Interval.of(Slots.start(first), LOOKED_AT);
        long end = Slots.endExclusive(shown);
        RoomSlots slots = RoomSlots.of(room, shown, free);
        RoomState state = state(slots, first);
        if (state == RoomState.CLOSED) {
            return new RoomNow(state, opens(room, site, now), 0);
        }
        long next = first;
        while (next < end && state(slots, next) == state) {
            next++;
        }
        return new RoomNow(
                state, next < end ? Optional.of(Slots.start(next)) : Optional.empty(), left(room, first, free));
    }

    private static RoomState state(RoomSlots slots, long slot) {
        if (!slots.isOpen(slot)) {
            return RoomState.CLOSED;
        }
        return slots.isTaken(slot) ? RoomState.TAKEN : RoomState.FREE;
    }

    private static int left(Room room, long slot, FreeTimes free) {
        return (int) room.numbers().stream()
                .filter(number -> free.isFree(number, slot, slot + 1))
                .count();
    }

    private static Optional<Instant> opens(Room room, Site site, Instant now) {
        LocalDate today = now.atZone(site.zone()).toLocalDate();
        return today.datesUntil(today.plusDays(DAYS_AHEAD))
                .flatMap(day -> OpeningTimes.on(day, room, site).stream())
                .map(Interval::start)
                .filter(start -> start.isAfter(now))
                .findFirst();
    }
}
