package org.passerelle.arrival;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OutsiderId;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.directory.ArrivalRules;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/**
 * Says when the rooms of a date are given back unless somebody checks in. Only if each of its rooms has such a rule that applies:
 * people may sit in the one that keeps its bookings. What an imported calendar occupies is kept, for nobody checks in to that.
 */
@Component
public class ReleaseTimes {

    private final Directories directories;

    ReleaseTimes(Directories directories) {
        this.directories = directories;
    }

    /**
     * When a date is given back.
     *
     * @param warning when that is told
     * @param at the first moment at which it is
     */
    public record ReleaseTime(Instant warning, Instant at) {}

    /** Empty if it is not, whoever comes: also once somebody has checked in. */
    public Optional<ReleaseTime> of(Booking booking, Occurrence date) {
        return date.state() == OccurrenceState.PLANNED && booking.state() == BookingState.CONFIRMED
                ? planned(booking, date)
                : Optional.empty();
    }

    private Optional<ReleaseTime> planned(Booking booking, Occurrence date) {
        List<Room> rooms = rooms(date);
        Duration length = date.time().length();
        int people = people(booking.content());
        boolean applies = !rooms.isEmpty()
                && rooms.stream().allMatch(room -> room.rules().arrival().releases(length, people))
                && !isImported(booking, rooms);
        if (!applies) {
            return Optional.empty();
        }
        Duration grace = longest(rooms, rule -> rule.grace().orElse(Duration.ZERO));
        Duration warning = longest(rooms, ArrivalRules::warning);
        Instant from = Interval.later(date.time().start(), settled(booking, date));
        Instant at = from.plus(grace);
        return at.isBefore(date.time().end())
                ? Optional.of(new ReleaseTime(Interval.later(from, at.minus(warning)), at))
                : Optional.empty();
    }

    /** Whoever is given a room, or another time, when the date has begun has the whole grace from then on. */
    private static Instant settled(Booking booking, Occurrence date) {
        Instant shifted = booking.status().shifted();
        return date.hasBegun(shifted) ? shifted : date.time().start();
    }

    /** Equipment comes along with a room, or alone to wherever it is wanted. */
    private List<Room> rooms(Occurrence date) {
        Directory directory = directories.current();
        return date.rooms().stream()
                .flatMap(id -> directory.room(id).stream())
                .filter(room -> !room.isCarried())
                .toList();
    }

    private static int people(Content content) {
        return Math.max(content.headcount(), content.attendees().size() + 1);
    }

    /** Those are in the name of their room. */
    private static boolean isImported(Booking booking, List<Room> rooms) {
        return booking.owner().organiser() instanceof OutsiderId outsider
                && rooms.stream()
                        .map(room -> new EmailAddress(room.profile().email()))
                        .anyMatch(outsider.address()::equals);
    }

    private static Duration longest(List<Room> rooms, ArrivalLength length) {
        return rooms.stream()
                .map(room -> length.of(room.rules().arrival()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private interface ArrivalLength {
        Duration of(ArrivalRules rules);
    }
}
