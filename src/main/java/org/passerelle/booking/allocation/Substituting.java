package org.passerelle.booking.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.policy.Substitutes;
import org.passerelle.booking.refusal.BookingDecision;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;

/**
 * The search for other rooms during one placing: each room of each date that turns out to be taken gets the next best
 * one, until none is left. Whether that one is free is told by the next write.
 */
final class Substituting {

    /** So many other rooms are tried for one; each may cost a write. */
    private static final int MOST_TRIED = 8;

    private final Substitutes substitutes;
    private final Proposal asked;
    private final Map<Instant, Proposal.Date> askedDates;
    private final Map<Wish, Candidates> candidates = new HashMap<>();

    /** @param asked the dates with the rooms that were asked for */
    Substituting(Substitutes substitutes, Proposal asked) {
        this.substitutes = substitutes;
        this.asked = asked;
        this.askedDates = asked.dates().stream()
                .collect(Collectors.toMap(Proposal.Date::recurrenceId, Function.identity(), (one, other) -> one));
    }

    /** A room of a date, by its place in the list of those asked for. */
    private record Wish(Instant recurrenceId, int index) {}

    private static final class Candidates {

        private final Iterator<RoomId> untried;
        private int tried;

        Candidates(List<RoomId> rooms) {
            this.untried = rooms.iterator();
        }
    }

    /**
     * Those dates of {@code proposal} for which there are other rooms in the place of the ones in {@code conflicts}, with
     * these, by recurrence id.
     */
    Map<Instant, Proposal.Date> next(Proposal proposal, List<Conflict> conflicts) {
        Map<Instant, Set<RoomId>> taken = conflicts.stream()
                .collect(Collectors.groupingBy(
                        Conflict::recurrenceId, Collectors.mapping(Conflict::room, Collectors.toSet())));
        Map<Instant, Proposal.Date> changed = new HashMap<>();
        for (Proposal.Date date : proposal.dates()) {
            Set<RoomId> rooms = taken.getOrDefault(date.recurrenceId(), Set.of());
            if (!rooms.isEmpty()) {
                withOthers(date, rooms).ifPresent(other -> changed.put(date.recurrenceId(), other));
            }
        }
        return changed;
    }

    private Optional<Proposal.Date> withOthers(Proposal.Date date, Set<RoomId> taken) {
        Optional<Proposal.Date> changed = Optional.of(date);
        for (int i = 0; i < date.rooms().size() && changed.isPresent(); i++) {
            if (taken.contains(date.rooms().get(i).id())) {
                changed = withOther(changed.get(), i);
            }
        }
        return changed;
    }

    private Optional<Proposal.Date> withOther(Proposal.Date date, int index) {
        Proposal.Date wished = askedDates.getOrDefault(date.recurrenceId(), date);
        Candidates left = candidates.computeIfAbsent(
                new Wish(date.recurrenceId(), index),
                wish -> new Candidates(substitutes.instead(wished.rooms().get(index), wished, asked)));
        while (left.tried < MOST_TRIED && left.untried.hasNext()) {
            Optional<Proposal.Date> changed = asked.directory()
                    .room(left.untried.next())
                    .filter(room -> !room.isCountable())
                    .map(room -> replaced(date, index, room));
            if (changed.isPresent() && isAllowed(changed.get(), wished)) {
                left.tried++;
                return changed;
            }
        }
        return Optional.empty();
    }

    private static Proposal.Date replaced(Proposal.Date date, int index, Room room) {
        List<Room> rooms = new ArrayList<>(date.rooms());
        rooms.set(index, room);
        return new Proposal.Date(date.recurrenceId(), date.time(), rooms, date.before());
    }

    /** Another room never makes a booking wait for approval that would not have waited. */
    private boolean isAllowed(Proposal.Date date, Proposal.Date wished) {
        if (!isDisjoint(date.rooms())) {
            return false;
        }
        BookingDecision decision = BookingPolicy.decide(asked.only(date));
        return decision instanceof BookingDecision.Accepted
                || decision instanceof BookingDecision.NeedsApproval
                        && BookingPolicy.decide(asked.only(wished)) instanceof BookingDecision.NeedsApproval;
    }

    /** Whether no room of a date is part of another one of it. */
    private static boolean isDisjoint(List<Room> rooms) {
        Set<Integer> seen = new HashSet<>();
        return rooms.stream()
                .filter(room -> !room.isCountable())
                .flatMap(room -> room.numbers().stream())
                .allMatch(seen::add);
    }

    /** A placed date with each room that stands in for another marked as such. */
    Occurrence marked(Occurrence placed) {
        Proposal.Date wished = askedDates.get(placed.recurrenceId());
        if (wished == null) {
            return placed;
        }
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < placed.places().size(); i++) {
            places.add(
                    placed.places().get(i).standingInFor(wished.rooms().get(i).id()));
        }
        return placed.withTime(placed.time(), places);
    }
}
