package org.passerelle.roomagent;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/** Free times asked of the bookings themselves, slot by slot. */
record DeskFreeTimes(BookingDesk desk) implements FreeTimes {

    @Override
    public boolean isFree(int number, long firstSlot, long endSlot) {
        Interval asked = Interval.of(Slots.start(firstSlot), Slots.start(endSlot));
        Instant now = desk.clock.instant();
        return desk.bookings.occupying(Set.of(number), asked).stream()
                .filter(booking -> booking.isLive(now))
                .flatMap(booking -> booking.occupying())
                .flatMap(date -> date.places().stream())
                .noneMatch(place -> place.holds(number) && place.claimed().overlaps(asked));
    }

    @Override
    public void addTaken(int number, long firstSlot, long[] words) {
        List<Interval> taken = desk
                .bookings
                .occupying(
                        Set.of(number),
                        Interval.of(Slots.start(firstSlot), Slots.start(firstSlot + 64L * words.length)))
                .stream()
                .flatMap(booking -> booking.occupying())
                .flatMap(date -> date.places().stream())
                .filter(place -> place.holds(number))
                .map(place -> place.claimed())
                .collect(Collectors.toList());
        IntStream.range(0, 64 * words.length)
                .filter(bit -> taken.stream().anyMatch(each -> each.contains(Slots.start(firstSlot + bit))))
                .forEach(bit -> words[bit / 64] |= 1L << (bit % 64));
    }

    @Override
    public boolean isOpen(Room room, Interval time) {
        return BookingPolicy.isOpen(room, Rooms.directory().siteOf(room), time);
    }

    @Override
    public void addOpen(Room room, long firstSlot, long[] words) {
        IntStream.range(0, 64 * words.length)
                .filter(bit ->
                        isOpen(room, Interval.of(Slots.start(firstSlot + bit), Slots.start(firstSlot + bit + 1))))
                .forEach(bit -> words[bit / 64] |= 1L << (bit % 64));
    }
}
