package org.passerelle.booking.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.model.VideoNeeds;
import org.passerelle.booking.model.VideoNeeds.Need;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.directory.Room;
import org.passerelle.directory.VideoResource;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/**
 * Gives each date its claim numbers. Plain and combined rooms have only one choice; of pools, lines and quotas it picks units
 * that look free. Looking is a guide: whether they are free is told by the index when the claims are written.
 */
@Component
class Allocator {

    private static final int MOST_LISTED = 20_000;

    private final Taken taken;

    Allocator(Taken taken) {
        this.taken = taken;
    }

    /** Which of several free units to choose. */
    enum Taste {
        FIRST,
        /** For those who lost a unit to somebody faster: where everybody takes the first one, they lose the next too. */
        ANY;

        static Taste ofTry(int number) {
            return number == 0 ? FIRST : ANY;
        }

        <T> List<T> sorted(List<T> units) {
            List<T> order = new ArrayList<>(units);
            if (this == ANY) {
                Collections.shuffle(order, ThreadLocalRandom.current());
            }
            return order;
        }
    }

    /** Claims for the dates of a proposal; of what is counted none that others hold, nor that the dates that stay do. */
    Allocation allocate(Proposal proposal, Placement.StandingDates standing, List<Quota> quotas, Taste taste) {
        List<Proposal.Date> dates = proposal.dates();
        Map<Room, List<Interval>> pools = pools(dates);
        Set<Long> counted = new HashSet<>();
        pools.forEach((pool, times) -> {
            if (isSmall(pool, times)) {
                times.forEach(time -> Claims.of(pool.numbers(), time).forEach(counted::add));
            }
        });
        ServiceUnits services =
                ServiceUnits.of(proposal.content().arrangements().services(), proposal.directory());
        for (Proposal.Date date : dates) {
            services.claims(date.time()).forEach(counted::add);
            for (Quota quota : quotas) {
                quota.needs(date)
                        .keySet()
                        .forEach(period -> quota.claimsOf(period).forEach(counted::add));
            }
            Lines.claims(ways(proposal, date), date.time()).forEach(counted::add);
        }
        Set<Long> unavailable = unavailable(counted, standing);
        pools.forEach((pool, times) -> {
            if (!isSmall(pool, times)) {
                unavailable.addAll(taken.ofNumbers(pool.numbers(), times, standing.own()));
            }
        });
        List<Occurrence> occurrences = new ArrayList<>();
        List<Conflict> shortages = new ArrayList<>();
        List<Reason> overQuota = new ArrayList<>();
        for (Proposal.Date date : dates) {
            List<Place> places = new ArrayList<>();
            for (Room room : date.rooms()) {
                place(room, date, unavailable, taste)
                        .ifPresentOrElse(places::add, () -> shortages.add(shortage(room, date)));
            }
            List<Long> quarters = quotas.isEmpty() ? List.of() : new ArrayList<>();
            for (Quota quota : quotas) {
                if (!take(quota, date, unavailable, taste, quarters)) {
                    overQuota.add(quota.reason().on(date.recurrenceId()));
                }
            }
            Lines.LineChoice lines = Lines.choose(ways(proposal, date), date.time(), unavailable, taste);
            lines.lacking()
                    .map(resource -> shortage(resource, date.time(), date.recurrenceId()))
                    .ifPresent(shortages::add);
            ServiceUnits.ServiceChoice units = services.choose(date, unavailable, taste);
            overQuota.addAll(units.exhausted());
            occurrences.add(new Occurrence(
                    date.recurrenceId(),
                    date.time(),
                    places,
                    joined(lines.lines(), units.atOnce()),
                    joined(quarters, units.ofTheDay()),
                    OccurrenceState.PLANNED));
        }
        return new Allocation(occurrences, shortages, overQuota);
    }

    /**
     * New lines for dates that stay in their rooms.
     *
     * @param services what services hold of the lines of a date, which they keep
     */
    Allocation allocateLines(
            List<Occurrence> dates,
            Function<Occurrence, List<List<Need>>> ways,
            Function<Occurrence, List<Stretch>> services,
            BookingId own,
            Taste taste) {
        Set<Long> counted = new HashSet<>();
        dates.forEach(date -> Lines.claims(ways.apply(date), date.time()).forEach(counted::add));
        Set<Long> unavailable =
                unavailable(counted, new Placement.StandingDates(Optional.of(own), List.of(), List.of()));
        List<Occurrence> occurrences = new ArrayList<>();
        List<Conflict> shortages = new ArrayList<>();
        for (Occurrence date : dates) {
            Lines.LineChoice lines = Lines.choose(ways.apply(date), date.time(), unavailable, taste);
            lines.lacking()
                    .map(resource -> shortage(resource, date.time(), date.recurrenceId()))
                    .ifPresent(shortages::add);
            occurrences.add(date.withLines(joined(lines.lines(), services.apply(date))));
        }
        return new Allocation(occurrences, shortages, List.of());
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        return others.isEmpty()
                ? some
                : Stream.concat(some.stream(), others.stream()).toList();
    }

    private Set<Long> unavailable(Set<Long> counted, Placement.StandingDates standing) {
        Set<Long> unavailable = new HashSet<>(taken.among(counted, standing.own()));
        Arrays.stream(Claims.of(standing.staying().toList())).forEach(unavailable::add);
        return unavailable;
    }

    private static List<List<Need>> ways(Proposal proposal, Proposal.Date date) {
        return VideoNeeds.ways(proposal.content(), date.rooms(), proposal.directory());
    }

    private static Conflict shortage(VideoResource resource, Interval time, Instant recurrenceId) {
        return new Conflict(resource.id(), time, recurrenceId);
    }

    private static Conflict shortage(Room room, Proposal.Date date) {
        return new Conflict(room.id(), Planner.occupied(room, date.time()), date.recurrenceId());
    }

    /** What is countable, and when it would be held. */
    private static Map<Room, List<Interval>> pools(List<Proposal.Date> dates) {
        Map<Room, List<Interval>> pools = new LinkedHashMap<>();
        for (Proposal.Date date : dates) {
            date.rooms().stream()
                    .filter(Room::isCountable)
                    .distinct()
                    .forEach(pool -> pools.computeIfAbsent(pool, any -> new ArrayList<>())
                            .add(Planner.occupied(pool, date.time())));
        }
        return pools;
    }

    /** Whether all that could be held of a pool may be listed: not of a hundred desks, every day for a year. */
    private static boolean isSmall(Room pool, List<Interval> times) {
        return times.stream()
                        .mapToLong(time -> Claims.count(pool.numbers().size(), time))
                        .sum()
                <= MOST_LISTED;
    }

    private static Optional<Place> place(Room room, Proposal.Date date, Set<Long> unavailable, Taste taste) {
        if (!room.isCountable()) {
            return Optional.of(Place.around(room, room.numbers(), date.time()));
        }
        return taste.sorted(room.numbers()).stream()
                .map(unit -> Place.around(room, List.of(unit), date.time()))
                .filter(place -> place.claims().noneMatch(unavailable::contains))
                .findFirst()
                .map(place -> {
                    place.claims().forEach(unavailable::add);
                    return place;
                });
    }

    /** Adds to {@code quarters} what {@code date} needs of {@code quota}; {@code false} when there is too little left. */
    static boolean take(Quota quota, Proposal.Date date, Set<Long> unavailable, Taste taste, List<Long> quarters) {
        boolean isEnough = true;
        for (Map.Entry<Long, Integer> need : quota.needs(date).entrySet()) {
            List<Long> free = quota.claimsOf(need.getKey())
                    .filter(claim -> !unavailable.contains(claim))
                    .boxed()
                    .toList();
            List<Long> chosen =
                    taste.sorted(free).stream().limit(need.getValue()).sorted().toList();
            isEnough &= chosen.size() == need.getValue();
            unavailable.addAll(chosen);
            quarters.addAll(chosen);
        }
        return isEnough;
    }
}
