package org.passerelle.booking.placing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.booking.BookingId;
import org.passerelle.booking.Claims;
import org.passerelle.booking.Conflict;
import org.passerelle.booking.Occurrence;
import org.passerelle.booking.OccurrenceState;
import org.passerelle.booking.Place;
import org.passerelle.booking.Reason;
import org.passerelle.booking.ReasonCode;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/**
 * Gives each date its claim numbers. Plain and combined rooms have only one choice; of pools and quotas it picks units
 * that look free. Looking is a guide: whether they are free is told by the index when the claims are written.
 */
@Component
class Allocator {

    private final Taken taken;

    Allocator(Taken taken) {
        this.taken = taken;
    }

    /** Claims for {@code dates}; of pools and quotas none that others hold, nor that the dates {@code kept} do. */
    Allocation allocate(
            List<Proposal.Date> dates, List<Occurrence> kept, Optional<Quota> quota, Optional<BookingId> own) {
        Set<Long> unavailable = new HashSet<>(taken.among(countable(dates, quota), own));
        Arrays.stream(Claims.of(kept)).forEach(unavailable::add);
        List<Occurrence> occurrences = new ArrayList<>();
        List<Conflict> shortages = new ArrayList<>();
        List<Reason> overQuota = new ArrayList<>();
        for (Proposal.Date date : dates) {
            List<Place> places = new ArrayList<>();
            for (Room room : date.rooms()) {
                place(room, date, unavailable).ifPresentOrElse(places::add, () -> shortages.add(shortage(room, date)));
            }
            List<Long> quarters = quota.map(q -> quarters(q, date, unavailable)).orElse(List.of());
            if (quota.isPresent() && quarters.size() < quota.get().needs(date)) {
                overQuota.add(
                        Reason.of(ReasonCode.QUOTA_EXCEEDED, hours(quota.get())).on(date.recurrenceId()));
            }
            occurrences.add(
                    new Occurrence(date.recurrenceId(), date.time(), places, quarters, OccurrenceState.PLANNED));
        }
        return new Allocation(occurrences, shortages, overQuota);
    }

    private static String hours(Quota quota) {
        return Duration.ofMinutes(quota.units() * 15L).toString();
    }

    private static Conflict shortage(Room room, Proposal.Date date) {
        return new Conflict(room.id(), Planner.occupied(room, date.time()), date.recurrenceId());
    }

    private static Set<Long> countable(List<Proposal.Date> dates, Optional<Quota> quota) {
        Set<Long> claims = new HashSet<>();
        for (Proposal.Date date : dates) {
            date.rooms().stream()
                    .filter(Room::isCountable)
                    .distinct()
                    .flatMapToLong(room -> Claims.of(room.numbers(), Planner.occupied(room, date.time())))
                    .forEach(claims::add);
            quota.ifPresent(q -> q.claimsOfWeek(date).forEach(claims::add));
        }
        return claims;
    }

    private static Optional<Place> place(Room room, Proposal.Date date, Set<Long> unavailable) {
        Interval occupied = Planner.occupied(room, date.time());
        if (!room.isCountable()) {
            return Optional.of(new Place(room.id(), room.numbers(), occupied));
        }
        return room.numbers().stream()
                .map(unit -> new Place(room.id(), List.of(unit), occupied))
                .filter(place -> place.claims().noneMatch(unavailable::contains))
                .findFirst()
                .map(place -> {
                    place.claims().forEach(unavailable::add);
                    return place;
                });
    }

    private static List<Long> quarters(Quota quota, Proposal.Date date, Set<Long> unavailable) {
        List<Long> chosen = quota.claimsOfWeek(date)
                .filter(claim -> !unavailable.contains(claim))
                .limit(quota.needs(date))
                .boxed()
                .collect(Collectors.toList());
        unavailable.addAll(chosen);
        return chosen;
    }
}
