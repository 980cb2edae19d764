package org.passerelle.booking.allocation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.passerelle.booking.caps.CapHolder;
import org.passerelle.booking.caps.CapLimit;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.directory.BookingCaps.Cap;
import org.passerelle.directory.ClaimNumbers;
import org.springframework.stereotype.Component;

/**
 * The places for holds that a person and an organisation have: as many claims as the cap allows, of which a hold takes one
 * each. The unique index keeps them, as it keeps rooms, so there are never more holds than places.
 */
@Component
class HoldPlaces {

    private final Taken taken;
    private final ClaimNumbers numbers;
    private final Clock clock;
    private final Map<CapHolder, Integer> known = new ConcurrentHashMap<>();

    HoldPlaces(Taken taken, ClaimNumbers numbers, Clock clock) {
        this.taken = taken;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Places that look free.
     *
     * @param exceeded why there are none
     */
    record HoldChoice(List<Long> places, Optional<Reason> exceeded) {}

    /** A place of each of {@code limits}; a hold that has lapsed and still stands in the way is released on the spot. */
    HoldChoice choose(List<CapLimit> limits, Allocator.Taste taste) {
        Map<CapHolder, List<Long>> all = new HashMap<>();
        limits.stream()
                .filter(limit -> limit.cap().holds() != Cap.NO_LIMIT)
                .forEach(limit -> all.put(limit.holder(), places(limit)));
        List<Booking> holds =
                taken.byOthers(all.values().stream().flatMap(List::stream).toList(), Optional.empty());
        Set<Long> held = holds.stream()
                .flatMap(hold -> Arrays.stream(hold.claims()).boxed())
                .collect(Collectors.toSet());
        List<Long> chosen = new ArrayList<>();
        for (CapLimit limit : limits) {
            List<Long> places = all.getOrDefault(limit.holder(), List.of());
            Optional<Long> free = taste.sorted(places).stream()
                    .filter(place -> !held.contains(place))
                    .findFirst();
            if (free.isEmpty() && limit.cap().holds() != Cap.NO_LIMIT) {
                return new HoldChoice(List.of(), Optional.of(exceeded(limit, places, holds)));
            }
            free.ifPresent(chosen::add);
        }
        return new HoldChoice(chosen, Optional.empty());
    }

    private List<Long> places(CapLimit limit) {
        int number = known.computeIfAbsent(
                limit.holder(), holder -> numbers.of(holder.claimant(), 1).get(0));
        return LongStream.range(0, limit.cap().holds())
                .mapToObj(place -> Claims.of(number, place))
                .toList();
    }

    private Reason exceeded(CapLimit limit, List<Long> places, List<Booking> holds) {
        Instant now = clock.instant();
        Instant earliest = holds.stream()
                .filter(hold -> Arrays.stream(hold.claims()).anyMatch(places::contains))
                .flatMap(hold -> hold.status().heldUntil().stream())
                .min(Comparator.naturalOrder())
                .orElse(now);
        return limit.tooManyHolds(now, earliest);
    }
}
