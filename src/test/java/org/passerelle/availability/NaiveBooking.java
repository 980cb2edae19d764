package org.passerelle.availability;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.refusal.BookingDecision;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/** Whether a booking would be made: asked of the rules of booking themselves, and of lists of what is held. */
public final class NaiveBooking {

    private final Directory directory;
    private final Map<Integer, List<Interval>> held;
    private final Instant now;

    public NaiveBooking(Directory directory, List<Held> held, Instant now) {
        this.directory = directory;
        this.held = held.stream()
                .collect(Collectors.groupingBy(
                        Held::number,
                        HashMap::new,
                        Collectors.mapping(each -> Slots.rounded(each.occupied()), Collectors.toList())));
        this.now = now;
    }

    /** Whether {@code booker} could have all of {@code rooms}, what is countable as often as it is named, at all of {@code times} for so many people. */
    public boolean isMade(Person booker, int people, List<Interval> times, Room... rooms) {
        long claims = Arrays.stream(rooms)
                .mapToLong(room -> times.stream()
                        .mapToLong(time -> Claims.count(
                                room.isCountable() ? 1 : room.numbers().size(), occupied(room, time)))
                        .sum())
                .sum();
        return claims <= Claims.MOST && times.stream().allMatch(time -> isMade(booker, people, time, rooms));
    }

    private boolean isMade(Person booker, int people, Interval time, Room... rooms) {
        var content = new Content("Comité", "", Visibility.ORGANISATION, people, List.of(), Optional.empty());
        var date = new Proposal.Date(time.start(), time, List.of(rooms));
        var decision = BookingPolicy.decide(new Proposal(booker, content, List.of(date), directory, now));
        return !(decision instanceof BookingDecision.Refused)
                && Arrays.stream(rooms)
                        .allMatch(room -> isFree(room, Collections.frequency(List.of(rooms), room), time));
    }

    private boolean isFree(Room room, int units, Interval time) {
        Interval wanted = Slots.rounded(occupied(room, time));
        var free = room.numbers().stream().filter(number -> isFree(number, wanted));
        return free.count() >= (room.isCountable() ? units : room.numbers().size());
    }

    private boolean isFree(int number, Interval wanted) {
        return held.getOrDefault(number, List.of()).stream().noneMatch(wanted::overlaps);
    }

    private static Interval occupied(Room room, Interval time) {
        var buffers = room.rules().buffers();
        return time.extendedBy(buffers.before(), buffers.after());
    }
}
