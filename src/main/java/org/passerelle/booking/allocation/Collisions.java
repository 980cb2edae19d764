package org.passerelle.booking.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.busy.RequestedMoves;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Tells, once a write has been refused, which rooms were taken and when. */
@Component
public class Collisions {

    private final Taken taken;

    Collisions(Taken taken) {
        this.taken = taken;
    }

    /**
     * What stands in the way of {@code occurrences} now, leaving out {@code own} and the rooms of which another unit can
     * be tried. Empty when whatever it was has gone, or was only a unit.
     */
    public List<Conflict> with(List<Occurrence> occurrences, Set<RoomId> countable, Optional<BookingId> own) {
        Set<Long> claims = Arrays.stream(Claims.of(occurrences)).boxed().collect(Collectors.toSet());
        List<Place> held = taken.byOthers(claims, own).stream()
                .flatMap(RequestedMoves::with)
                .flatMap(Booking::occupying)
                .map(Occurrence::places)
                .flatMap(Collection::stream)
                .toList();
        return occurrences.stream()
                .flatMap(occurrence -> occurrence.places().stream()
                        .filter(place -> !countable.contains(place.room()))
                        .flatMap(place -> clashes(place, held)
                                .map(clash -> new Conflict(place.room(), clash, occurrence.recurrenceId()))))
                .distinct()
                .toList();
    }

    /**
     * What was booked before its room had numbers for the time before a meeting, and goes on in the time in which the room would
     * be set up for one of {@code occurrences}. It claims none of those numbers, so the index does not tell; nothing new comes to
     * be like it. Empty, without a look, where no time is shared.
     */
    List<Conflict> goingOnDuringSetUp(List<Occurrence> occurrences, Optional<BookingId> own) {
        Set<Long> claims = occurrences.stream()
                .flatMap(date -> date.places().stream())
                .flatMap(place -> place.earlySetUp().stream()
                        .flatMap(early -> Claims.of(place.numbers(), early).boxed()))
                .collect(Collectors.toSet());
        if (claims.isEmpty()) {
            return List.of();
        }
        List<Occurrence> others = taken.byOthers(claims, own).stream()
                .flatMap(RequestedMoves::with)
                .flatMap(Booking::occupying)
                .toList();
        return occurrences.stream()
                .flatMap(date -> date.places().stream()
                        .flatMap(place -> others.stream()
                                .filter(other -> other.places().stream()
                                        .anyMatch(before -> before.setUp().isEmpty()
                                                && before.numbers().stream().anyMatch(place::holds)))
                                .filter(other -> place.earlySetUp()
                                        .filter(other.time()::overlaps)
                                        .isPresent())
                                .map(other -> new Conflict(place.room(), other.time(), date.recurrenceId()))))
                .distinct()
                .toList();
    }

    private static Stream<Interval> clashes(Place wanted, List<Place> held) {
        return held.stream()
                .filter(wanted::excludes)
                .map(other -> other.occupied().overlaps(wanted.occupied()) ? other.occupied() : other.claimed());
    }

    /** What the index cannot see, for one document may hold a claim twice: dates of a booking that get in each other's way. */
    static List<Conflict> within(List<Occurrence> placed, Placement.StandingDates standing) {
        if (placed.size() == 1 && standing.kept().isEmpty() && standing.beside().isEmpty()) {
            return List.of();
        }
        List<Occurrence> sorted = placed.stream().sorted(Occurrence.BY_START).toList();
        List<Place> beside = held(standing.beside())
                .map(Occurrence::places)
                .flatMap(Collection::stream)
                .toList();
        List<Conflict> conflicts = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Occurrence wanted = sorted.get(i);
            Stream.concat(held(standing.kept()), sorted.subList(0, i).stream())
                    .filter(other -> other.time().overlaps(wanted.time()))
                    .flatMap(other -> sharedRooms(other, wanted)
                            .map(room -> new Conflict(room, other.time(), wanted.recurrenceId())))
                    .forEach(conflicts::add);
            wanted.places().stream()
                    .flatMap(place -> clashes(place, beside)
                            .map(clash -> new Conflict(place.room(), clash, wanted.recurrenceId())))
                    .forEach(conflicts::add);
        }
        return conflicts;
    }

    /** What holds rooms of {@code dates}: those that take place, and what is asked for in the place of any. */
    private static Stream<Occurrence> held(List<Occurrence> dates) {
        return dates.stream()
                .flatMap(date -> Stream.concat(Stream.of(date).filter(Occurrence::occupies), date.asked().stream()));
    }

    private static Stream<RoomId> sharedRooms(Occurrence before, Occurrence after) {
        return after.places().stream()
                .filter(place -> before.places().stream()
                        .anyMatch(other -> other.numbers().stream().anyMatch(place::holds)))
                .map(Place::room)
                .distinct();
    }
}
