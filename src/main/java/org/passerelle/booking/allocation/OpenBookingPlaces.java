package org.passerelle.booking.allocation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.passerelle.account.Person;
import org.passerelle.booking.busy.RequestedMoves;
import org.passerelle.booking.caps.ClaimantNumbers;
import org.passerelle.booking.caps.UsedBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.policy.BookingBounds;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.permission.OpenBookingQuota;
import org.passerelle.time.Slots;
import org.springframework.stereotype.Component;

/**
 * Keeps how many bookings one may have open in some rooms: each such quota has as many numbered places for each day, and a booking
 * claims one of them from the day on which it is written to the day on which its last date is over, in the same write as its
 * rooms. Whatever is open holds its place today, so a place that is free today is free on all days to come, and time itself lets
 * go of places. Days are of UTC.
 */
@Component
class OpenBookingPlaces {

    /** Room for the days of one place in the slot part of a claim; more than a hundred years. */
    private static final long WIDTH = 1 << 16;

    /** Claims asked for at a time. */
    private static final int A_QUERY = 500;

    private final Taken taken;
    private final ClaimantNumbers numbers;
    private final Clock clock;

    OpenBookingPlaces(Taken taken, ClaimantNumbers numbers, Clock clock) {
        this.taken = taken;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Places that look free, of each quota one.
     *
     * @param exceeded why there are none
     */
    record PlaceChoice(List<Stretch> places, Optional<Reason> exceeded) {

        private static final PlaceChoice NONE = new PlaceChoice(List.of(), Optional.empty());
    }

    /** A quota, and the room because of which it holds. */
    private record RuledRoom(OpenBookingQuota rule, Room room) {}

    /**
     * What {@code booking} has to claim; the places that it has already it keeps, and so does what is split off it. What managers
     * have at their own sites counts for nothing.
     *
     * @param owner whose it is, if known
     */
    PlaceChoice choose(Booking booking, Optional<Person> owner, Directory directory, Allocator.Taste taste) {
        List<Occurrence> ahead = ahead(booking);
        Map<String, RuledRoom> quotas = quotas(booking, ahead, owner, directory);
        if (quotas.isEmpty()) {
            return PlaceChoice.NONE;
        }
        long today = day(clock.instant());
        long end = ahead.stream()
                .mapToLong(date -> day(date.time().end().minusNanos(1)) + 1)
                .max()
                .orElse(today + 1);
        List<Stretch> places = new ArrayList<>();
        for (Map.Entry<String, RuledRoom> quota : quotas.entrySet()) {
            int number = numbers.of(quota.getKey());
            Optional<Long> place = own(booking, number, today)
                    .or(() -> free(booking, number, quota.getValue().rule().bookings(), today, taste));
            if (place.isEmpty()) {
                return new PlaceChoice(List.of(), Optional.of(exceeded(quota.getValue())));
            }
            long first = place.get() * WIDTH;
            places.add(new Stretch(number, first + today, first + Math.max(end, today + 1)));
        }
        return new PlaceChoice(places, Optional.empty());
    }

    /** Of each quota that holds for {@code owner} in {@code room} how many places are taken today. */
    List<UsedBookings> used(Owner owner, Optional<Person> person, Room room) {
        long today = day(clock.instant());
        List<UsedBookings> used = new ArrayList<>();
        quotas(owner, Set.of(room), person).forEach((claimant, quota) -> {
            List<Long> all = places(numbers.of(claimant), quota.rule().bookings(), today);
            used.add(new UsedBookings(
                    exceeded(quota),
                    all.size(),
                    taken.among(Claims.setOf(all), Optional.empty()).size()));
        });
        return used;
    }

    /** Those of {@code rooms} for which all places of some quota are taken today, and why; asked all at once. */
    Map<RoomId, Reason> usedUp(Owner owner, Optional<Person> person, Collection<Room> rooms) {
        Map<RoomId, Map<String, RuledRoom>> byRoom = new LinkedHashMap<>();
        Map<String, List<Long>> places = new LinkedHashMap<>();
        long today = day(clock.instant());
        for (Room room : rooms) {
            if (!BookingBounds.openBookings(room).isEmpty()) {
                Map<String, RuledRoom> own = quotas(owner, Set.of(room), person);
                byRoom.put(room.id(), own);
                own.forEach((claimant, quota) -> places.computeIfAbsent(
                        claimant, name -> places(numbers.of(name), quota.rule().bookings(), today)));
            }
        }
        Set<Long> held = held(places.values());
        Map<RoomId, Reason> usedUp = new LinkedHashMap<>();
        byRoom.forEach((room, own) -> own.forEach((claimant, quota) -> {
            if (held.containsAll(places.getOrDefault(claimant, List.of()))) {
                usedUp.putIfAbsent(room, exceeded(quota));
            }
        }));
        return usedUp;
    }

    /** Few enough at a time to be asked of the index of claims itself, which alone knows of places. */
    private Set<Long> held(Collection<List<Long>> places) {
        Set<Long> held = new HashSet<>();
        Set<Long> asked = new HashSet<>();
        for (List<Long> more : places) {
            if (asked.size() + more.size() > A_QUERY) {
                held.addAll(taken.among(asked, Optional.empty()));
                asked.clear();
            }
            asked.addAll(more);
        }
        held.addAll(taken.among(asked, Optional.empty()));
        return held;
    }

    private List<Occurrence> ahead(Booking booking) {
        Instant now = clock.instant();
        return RequestedMoves.with(booking)
                .flatMap(Booking::occupying)
                .filter(date -> date.time().end().isAfter(now))
                .toList();
    }

    /** By the names of those whose places they are. */
    private static Map<String, RuledRoom> quotas(
            Booking booking, List<Occurrence> ahead, Optional<Person> owner, Directory directory) {
        Set<Room> rooms = ahead.stream()
                .flatMap(date -> date.rooms().stream())
                .distinct()
                .flatMap(id -> directory.room(id).stream())
                .collect(Collectors.toSet());
        return quotas(booking.owner(), rooms, owner);
    }

    private static Map<String, RuledRoom> quotas(Owner owner, Set<Room> rooms, Optional<Person> person) {
        Map<String, RuledRoom> quotas = new LinkedHashMap<>(0);
        for (Room room : rooms) {
            if (person.filter(each -> each.manages(room.site())).isPresent()) {
                continue;
            }
            for (OpenBookingQuota rule : BookingBounds.openBookings(room)) {
                QuotaHolders.of(rule.per(), room, owner)
                        .forEach(holder -> quotas.merge(
                                "open:" + rule.scope() + " " + holder,
                                new RuledRoom(rule, room),
                                (one, other) ->
                                        one.rule().bookings() <= other.rule().bookings() ? one : other));
            }
        }
        return quotas;
    }

    /** The place that it has today; one that it had until some other day may be another's by now. */
    private static Optional<Long> own(Booking booking, int number, long today) {
        return booking.status().openPlaces().stream()
                .filter(place -> place.number() == number)
                .filter(place -> place.endSlot() > place.firstSlot() / WIDTH * WIDTH + today)
                .map(place -> place.firstSlot() / WIDTH)
                .findFirst();
    }

    private Optional<Long> free(Booking booking, int number, int count, long today, Allocator.Taste taste) {
        List<Long> all = places(number, count, today);
        Set<Long> held = taken.byOthers(all, Optional.of(booking.id())).stream()
                .filter(other -> !other.id().root().equals(booking.id().root()))
                .flatMap(other -> Arrays.stream(other.claims()).boxed())
                .collect(Collectors.toSet());
        return taste.sorted(all).stream()
                .filter(place -> !held.contains(place))
                .map(place -> Claims.slot(place) / WIDTH)
                .findFirst();
    }

    private static List<Long> places(int number, int count, long today) {
        return IntStream.range(0, count)
                .mapToObj(place -> Claims.of(number, place * WIDTH + today))
                .toList();
    }

    private static Reason exceeded(RuledRoom quota) {
        return Reason.of(
                ReasonCode.QUOTA_EXCEEDED,
                quota.room().id(),
                quota.rule().per() + ".OPEN",
                Integer.toString(quota.rule().bookings()),
                Integer.toString(quota.rule().scope().kind().ordinal()));
    }

    private static long day(Instant moment) {
        return Math.floorDiv(Slots.containing(moment), (long) Slots.A_DAY);
    }
}
