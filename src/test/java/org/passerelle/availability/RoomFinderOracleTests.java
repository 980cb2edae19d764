package org.passerelle.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.account.Person;
import org.passerelle.availability.query.FoundRooms;
import org.passerelle.availability.query.FoundRooms.NearMiss;
import org.passerelle.availability.query.FoundRooms.RankedRoom;
import org.passerelle.availability.query.NaiveFreeTimes;
import org.passerelle.availability.query.RoomQuery;
import org.passerelle.booking.People;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.time.Interval;
import org.passerelle.time.Property;

/** The finder against the rules of booking themselves and lists of what is held, in small networks full of oddities. */
class RoomFinderOracleTests {

    private static final int NETWORKS = Integer.getInteger("finder.networks", 8);
    private static final int QUERIES = 220;

    /** The week in which clocks change in Europe; on Lord Howe they do a week later. */
    private static final Instant NOW = Instant.parse("2026-03-25T09:03:20Z");

    private static final List<Person> SEEKERS = List.of(
            People.CAMILLE,
            People.CAMILLE,
            People.NADIA,
            People.ROSE,
            People.MANAGER,
            People.ADMINISTRATOR,
            People.GUEST);

    private int compared;

    /** A network with some rooms held, and questions about it. */
    private record Case(Directory directory, List<Held> held, List<RoomQuery> queries) {

        @Override
        public String toString() {
            return queries.size() + " queries of " + directory.rooms().size() + " rooms";
        }
    }

    private static Case aCase(Random random) {
        var directory = RandomNetwork.directory(random, LocalDate.of(2026, 3, 25), 2 + random.nextInt(3), 4);
        var held = RandomNetwork.held(random, directory, NOW.truncatedTo(ChronoUnit.HOURS), 18, 25);
        var queries =
                Stream.generate(() -> aQuery(random, directory)).limit(QUERIES).toList();
        return new Case(directory, held, queries);
    }

    private static RoomQuery aQuery(Random random, Directory directory) {
        int grid = random.nextInt(3) == 0 ? 60 : 900;
        Instant start = NOW.truncatedTo(ChronoUnit.HOURS)
                .plusSeconds((random.nextLong(18 * 86_400L / grid) - 3600 / grid) * grid);
        Duration length = Duration.ofSeconds(grid * (1L + random.nextInt(grid == 60 ? 150 : 16)));
        int dates = random.nextInt(6) == 0 ? 2 + random.nextInt(6) : 1;
        List<Interval> times = IntStream.range(0, dates)
                .mapToObj(i -> Interval.of(start.plus(Duration.ofDays(i)), length))
                .toList();
        return new RoomQuery(
                SEEKERS.get(random.nextInt(SEEKERS.size())),
                times,
                1 + random.nextInt(random.nextInt(4) == 0 ? 30 : 10),
                needs(random, directory),
                random.nextBoolean() ? Optional.of(new SiteId("s0")) : Optional.empty());
    }

    private static RoomQuery.Needs needs(Random random, Directory directory) {
        Set<RoomKind> kinds = some(random, List.of(RoomKind.values()), 3);
        List<String> words = new ArrayList<>(RandomNetwork.EQUIPMENT);
        words.addAll(List.of("projector", "s1-projector"));
        Set<SiteId> sites =
                some(random, directory.sites().stream().map(site -> site.id()).toList(), 2);
        return new RoomQuery.Needs(kinds, some(random, words, 5), sites, random.nextInt(4) == 0);
    }

    /** None at all in two cases of three. */
    private static <T> Set<T> some(Random random, List<T> all, int parts) {
        return random.nextInt(3) > 0
                ? Set.of()
                : all.stream().filter(each -> random.nextInt(parts) == 0).collect(Collectors.toSet());
    }

    @Test
    void findsWhatABookingWouldGet() {
        Property.check(20_260_325, NETWORKS, RoomFinderOracleTests::aCase, this::compare);

        assertThat(compared).isEqualTo(NETWORKS * QUERIES);
    }

    private void compare(Case network) {
        Directory directory = network.directory();
        var finder = new RoomFinder(
                () -> directory, new NaiveFreeTimes(directory, network.held()), Clock.fixed(NOW, ZoneOffset.UTC));
        var booking = new NaiveBooking(directory, network.held(), NOW);
        for (RoomQuery query : network.queries()) {
            FoundRooms found = finder.find(query, Integer.MAX_VALUE);
            assertThat(missing(found.rooms())).as("%s", query).isEqualTo(expected(query, directory, booking));
            assertThat(found.rooms()).isSortedAccordingTo(inOrder(query, directory));
            assertThat(found.nearMisses())
                    .as("%s", query)
                    .hasSizeLessThanOrEqualTo(10)
                    .allMatch(miss -> couldBeBooked(miss, query, directory, booking));
            compared++;
        }
    }

    private static Map<RoomId, List<Interval>> missing(List<RankedRoom> rooms) {
        var missing =
                rooms.stream().collect(Collectors.toMap(ranked -> ranked.room().id(), RankedRoom::missing));
        return new TreeMap<>(missing);
    }

    private static Comparator<RankedRoom> inOrder(RoomQuery query, Directory directory) {
        return Comparator.comparingInt((RankedRoom ranked) -> ranked.missing().size())
                .thenComparing(ranked -> isScarce(ranked.room(), query, directory))
                .thenComparing(ranked -> query.usual()
                        .map(usual -> kilometres(
                                directory.site(usual).orElseThrow().place(),
                                directory.siteOf(ranked.room()).place()))
                        .orElse(0L))
                .thenComparing(RankedRoom::score, Comparator.reverseOrder())
                .thenComparing(ranked -> ranked.room().id());
    }

    private static boolean isScarce(Room room, RoomQuery query, Directory directory) {
        boolean suite =
                room.kind() == RoomKind.TELEPRESENCE && !query.needs().kinds().contains(RoomKind.TELEPRESENCE);
        return suite || needsApproval(room, query, directory);
    }

    private static boolean needsApproval(Room room, RoomQuery query, Directory directory) {
        List<Proposal.Date> dates = query.times().stream()
                .map(time -> new Proposal.Date(time.start(), time, List.of(room)))
                .toList();
        var content = new Content("Comité", "", Visibility.ORGANISATION, 0, List.of(), Optional.empty());
        return BookingPolicy.needsApproval(new Proposal(query.seeker(), content, dates, directory, NOW));
    }

    /** By the angle between the two from the middle of the earth. */
    private static long kilometres(Site.SiteLocation one, Site.SiteLocation other) {
        double[] from = vector(one);
        double[] to = vector(other);
        double square = 0;
        for (int i = 0; i < from.length; i++) {
            square += (from[i] - to[i]) * (from[i] - to[i]);
        }
        return Math.round(6_371 * 2 * Math.asin(Math.sqrt(square) / 2));
    }

    private static double[] vector(Site.SiteLocation place) {
        double latitude = Math.toRadians(place.latitude());
        double longitude = Math.toRadians(place.longitude());
        return new double[] {
            Math.cos(latitude) * Math.cos(longitude), Math.cos(latitude) * Math.sin(longitude), Math.sin(latitude)
        };
    }

    private static Map<RoomId, List<Interval>> expected(RoomQuery query, Directory directory, NaiveBooking booking) {
        Map<RoomId, List<Interval>> expected = new TreeMap<>();
        for (Room room : directory.rooms()) {
            List<Interval> missed = query.times().stream()
                    .filter(time -> !isFound(query, List.of(time), room, directory, booking))
                    .toList();
            if (missed.size() < query.times().size()) {
                expected.put(room.id(), missed);
            }
        }
        return expected;
    }

    private static boolean isFound(
            RoomQuery query, List<Interval> times, Room room, Directory directory, NaiveBooking booking) {
        var needs = query.needs();
        boolean kind =
                needs.kinds().isEmpty() ? !room.isCountable() : needs.kinds().contains(room.kind());
        boolean site = needs.sites().isEmpty() || needs.sites().contains(room.site());
        boolean reach = !needs.stepFree() || room.profile().stepFree();
        return kind && site && reach && isMade(query, query.attendees(), times, room, directory, booking);
    }

    /** Whether the room can be booked together with what has to be carried to it. */
    private static boolean isMade(
            RoomQuery query, int people, List<Interval> times, Room room, Directory directory, NaiveBooking booking) {
        int units = room.kind() == RoomKind.DESK ? query.attendees() : 1;
        List<Room> all = new ArrayList<>(Collections.nCopies(units, room));
        for (String word : query.needs().equipment()) {
            boolean here = room.profile().equipment().contains(word)
                    || room.kind() == RoomKind.EQUIPMENT && isCalled(room, word);
            if (!here) {
                var pool = directory.roomsAt(room.site()).stream()
                        .filter(other -> other.kind() == RoomKind.EQUIPMENT && isCalled(other, word))
                        .findFirst();
                if (pool.isEmpty() || room.isCountable()) {
                    return false;
                }
                if (!all.contains(pool.get())) {
                    all.add(pool.get());
                }
            }
        }
        return booking.isMade(query.seeker(), people, times, all.toArray(Room[]::new));
    }

    private static boolean isCalled(Room pool, String word) {
        return pool.id().value().equals(word) || pool.id().value().equals(pool.site() + "-" + word);
    }

    private static boolean couldBeBooked(NearMiss miss, RoomQuery query, Directory directory, NaiveBooking booking) {
        Interval first = query.times().get(0);
        var later = Duration.between(first.start(), miss.time().start());
        var longer = Duration.between(first.end(), miss.time().end());
        List<Interval> times = query.times().stream()
                .map(time -> Interval.of(time.start().plus(later), time.end().plus(longer)))
                .toList();
        boolean differs = !times.equals(query.times())
                || miss.rooms().size() > 1
                || !isFound(query, times, miss.rooms().get(0), directory, booking);
        boolean seated = miss.rooms().get(0).isCountable()
                || miss.rooms().stream().mapToInt(Room::capacity).sum() >= query.attendees();
        return differs
                && later.abs().compareTo(Duration.ofHours(1)) <= 0
                && miss.time().length().multipliedBy(4).compareTo(first.length().multipliedBy(3)) >= 0
                && seated
                && miss.rooms().stream().allMatch(room -> isMade(query, 0, times, room, directory, booking));
    }
}
