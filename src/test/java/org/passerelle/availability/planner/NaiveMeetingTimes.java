package org.passerelle.availability.planner;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.MeetingTimeQuery.Order;
import org.passerelle.availability.query.MeetingTimeQuery.Party;
import org.passerelle.availability.query.MeetingTimes.CommonSlot;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.refusal.BookingDecision;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * Plans as somebody with much patience would: asks the booking rules about every room at every fifth minute, and tries all
 * ways to share rooms out. Knows nothing of bitmaps.
 */
final class NaiveMeetingTimes {

    private static final long GRID = 300;

    private final Directory directory;
    private final FreeTimes times;
    private final Instant now;
    private final MeetingTimeQuery query;
    private final Map<Asked, Boolean> known;

    /** @param known what the rules said before, of the same directory at the same moment to the same person */
    NaiveMeetingTimes(
            Directory directory, FreeTimes times, Instant now, MeetingTimeQuery query, Map<Asked, Boolean> known) {
        this.directory = directory;
        this.times = times;
        this.now = now;
        this.query = query;
        this.known = known;
    }

    /** A question to the booking rules. */
    record Asked(RoomId room, Set<RoomId> pools, Interval time) {}

    /** When the answer's slots start, in its order. */
    List<Instant> starts() {
        List<Instant> offered =
                grid().filter(start -> isOffered(start, query.parties(), true)).toList();
        Comparator<Instant> order = query.taste().order() == Order.START
                ? Comparator.naturalOrder()
                : Comparator.comparing(this::score).reversed().thenComparing(Comparator.naturalOrder());
        return offered.stream().sorted(order).limit(query.taste().limit()).toList();
    }

    /** The positions that each alone make it impossible, or all; only right when {@link #starts} is empty. */
    List<Integer> binding() {
        List<Integer> roomless = positions().filter(this::isRoomless).toList();
        if (!roomless.isEmpty()) {
            return roomless;
        }
        List<Integer> alone = positions().filter(this::othersCanMeet).toList();
        return alone.isEmpty() ? positions().toList() : alone;
    }

    private Stream<Integer> positions() {
        return IntStream.range(0, query.parties().size()).boxed();
    }

    private boolean othersCanMeet(int position) {
        List<Party> others = new ArrayList<>(query.parties());
        others.remove(position);
        return !others.isEmpty() && grid().anyMatch(start -> isOffered(start, others, true));
    }

    /** Whether no room of the party's site has what is needed, whenever that is. */
    private boolean isRoomless(int position) {
        Party party = query.parties().get(position);
        return roomsAt(party)
                .noneMatch(room -> pools(party, room)
                        .filter(pools ->
                                Stream.concat(Stream.of(room), pools.stream()).allMatch(this::allowsLengthAndSeeker))
                        .isPresent());
    }

    private boolean allowsLengthAndSeeker(Room room) {
        var rules = room.rules();
        return rules.shortest().compareTo(query.duration()) <= 0
                && rules.longest().compareTo(query.duration()) >= 0
                && BookingRights.of(query.seeker()).mayBook(room);
    }

    /** The first slot at any hour of the day. */
    Optional<Instant> firstAtAnyHour() {
        return grid().filter(start -> isOffered(start, query.parties(), false)).findFirst();
    }

    /** Whether {@code slot} is one that can be booked, for its own length, by all parties but {@code without}. */
    boolean accepts(CommonSlot slot, Optional<Integer> without, boolean withinDayHours) {
        List<Party> parties = new ArrayList<>(query.parties());
        without.ifPresent(position -> parties.remove((int) position));
        List<Interval> dates = dates(slot.time());
        return !dates.isEmpty()
                && parties.size() == slot.rooms().size()
                && (!withinDayHours || isWithinDayHours(dates, parties))
                && canShare(parties, dates, slot.rooms().stream().map(List::of).toList());
    }

    private Stream<Instant> grid() {
        long first = -Math.floorDiv(-query.window().start().minusNanos(1).getEpochSecond() - 1, GRID) * GRID;
        return Stream.iterate(Instant.ofEpochSecond(first), this::isInWindow, start -> start.plusSeconds(GRID));
    }

    private boolean isInWindow(Instant start) {
        return query.window().encloses(Interval.of(start, query.duration()));
    }

    private boolean isOffered(Instant start, List<Party> parties, boolean withinDayHours) {
        long step = query.taste().step().map(Duration::toSeconds).orElse(900L);
        Instant before = start.minus(Slots.LENGTH);
        boolean isFirst =
                query.taste().step().isEmpty() && !(isInWindow(before) && isPossible(before, parties, withinDayHours));
        return isPossible(start, parties, withinDayHours) && (start.getEpochSecond() % step == 0 || isFirst);
    }

    private boolean isPossible(Instant start, List<Party> parties, boolean withinDayHours) {
        List<Interval> dates = dates(Interval.of(start, query.duration()));
        return !dates.isEmpty()
                && (!withinDayHours || isWithinDayHours(dates, parties))
                && canShare(
                        parties,
                        dates,
                        parties.stream().map(party -> roomsAt(party).toList()).toList());
    }

    private List<Interval> dates(Interval first) {
        if (query.recurrence().isEmpty()) {
            return List.of(first);
        }
        ZoneId zone =
                directory.site(query.parties().get(0).site()).orElseThrow().zone();
        LocalDateTime local = first.start().atZone(zone).toLocalDateTime();
        List<Interval> dates = query.recurrence().get().first(751, local, zone).stream()
                .map(date -> Interval.of(date.instant(), first.length()))
                .toList();
        return dates.isEmpty() || !dates.get(0).equals(first) ? List.of() : dates;
    }

    private boolean isWithinDayHours(List<Interval> dates, List<Party> parties) {
        return query.taste().dayHours().isEmpty()
                || parties.stream()
                        .map(party -> directory.site(party.site()).orElseThrow().zone())
                        .distinct()
                        .allMatch(zone -> dates.stream().allMatch(date -> isWithinDayHours(date, zone)));
    }

    private boolean isWithinDayHours(Interval date, ZoneId zone) {
        var hours = query.taste().dayHours().orElseThrow();
        for (Instant minute = date.start(); minute.isBefore(date.end()); minute = minute.plusSeconds(60)) {
            var wall = minute.atZone(zone).toLocalTime();
            boolean isEarlyEnough = hours.to().equals(LocalTime.MIDNIGHT) || wall.isBefore(hours.to());
            if (wall.isBefore(hours.from()) || !isEarlyEnough) {
                return false;
            }
        }
        return true;
    }

    private Stream<Room> roomsAt(Party party) {
        Set<RoomKind> kinds = query.taste().kinds();
        return directory.roomsAt(party.site()).stream()
                .filter(room -> !room.isCountable())
                .filter(room -> kinds.isEmpty() || kinds.contains(room.kind()))
                .filter(room -> room.capacity() >= party.attendees());
    }

    /** The pools that make up for what {@code room} lacks; empty when one is missing. */
    private Optional<Set<Room>> pools(Party party, Room room) {
        Set<Room> pools = new HashSet<>();
        for (String word : party.equipment()) {
            if (!room.profile().equipment().contains(word)) {
                List<Room> counted = directory.roomsAt(party.site()).stream()
                        .filter(each -> each.kind() == RoomKind.EQUIPMENT)
                        .filter(each -> Set.of(word, party.site() + "-" + word)
                                .contains(each.id().value()))
                        .toList();
                if (counted.isEmpty()) {
                    return Optional.empty();
                }
                pools.add(counted.get(0));
            }
        }
        return Optional.of(pools);
    }

    private boolean canShare(List<Party> parties, List<Interval> dates, List<List<Room>> choices) {
        return canShare(parties, dates, choices, List.of(), List.of());
    }

    private boolean canShare(
            List<Party> parties, List<Interval> dates, List<List<Room>> choices, List<Room> taken, List<Room> carried) {
        int next = taken.size();
        if (next == parties.size()) {
            return true;
        }
        for (Room room : choices.get(next)) {
            Optional<Set<Room>> pools = pools(parties.get(next), room);
            boolean fits = taken.stream().noneMatch(other -> excludes(room, other))
                    && (!query.taste().sameKind() || taken.stream().allMatch(other -> other.kind() == room.kind()))
                    && pools.isPresent()
                    && dates.stream().allMatch(date -> isFree(room, date) && isAllowed(room, pools.get(), date));
            if (fits) {
                List<Room> units = new ArrayList<>(carried);
                units.addAll(pools.get());
                List<Room> rooms = new ArrayList<>(taken);
                rooms.add(room);
                if (dates.stream().allMatch(date -> areEnough(units, date))
                        && canShare(parties, dates, choices, rooms, units)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean excludes(Room one, Room other) {
        return one.numbers().stream().anyMatch(other.numbers()::contains);
    }

    private boolean areEnough(List<Room> units, Interval date) {
        return units.stream().allMatch(pool -> {
            long free = pool.numbers().stream()
                    .filter(unit -> isFree(pool, unit, date))
                    .count();
            return units.stream().filter(pool::equals).count() <= free;
        });
    }

    private boolean isFree(Room room, Interval date) {
        return room.numbers().stream().allMatch(number -> isFree(room, number, date));
    }

    private boolean isFree(Room room, int number, Interval date) {
        var buffers = room.rules().buffers();
        Interval held = date.extendedBy(buffers.before(), buffers.after());
        return times.isFree(number, Slots.first(held), Slots.endExclusive(held));
    }

    private boolean isAllowed(Room room, Set<Room> pools, Interval time) {
        var names = pools.stream().map(Room::id).collect(Collectors.toSet());
        return known.computeIfAbsent(new Asked(room.id(), names, time), any -> {
            List<Room> rooms = Stream.concat(Stream.of(room), pools.stream()).toList();
            var date = new Proposal.Date(time.start(), time, rooms);
            var content = new Content("All", "", Visibility.ORGANISATION, 0, List.of(), Optional.empty());
            return !(BookingPolicy.decide(new Proposal(query.seeker(), content, List.of(date), directory, now))
                    instanceof BookingDecision.Refused);
        });
    }

    /** The score of a meeting of all parties, a minute at a time. */
    long score(Instant start) {
        long minutes = query.duration().plusSeconds(59).toMinutes();
        double worst = 0;
        double touched = 0;
        double lunch = 0;
        List<Integer> offsets = new ArrayList<>();
        for (Party party : query.parties()) {
            ZoneId zone = directory.site(party.site()).orElseThrow().zone();
            long outside = 0;
            long noon = 0;
            for (long minute = 0; minute < minutes; minute++) {
                var wall = start.plusSeconds(60 * minute).atZone(zone);
                outside += wall.getDayOfWeek().getValue() > 5 || wall.getHour() < 9 || wall.getHour() >= 18 ? 1 : 0;
                noon += wall.getHour() == 12 || wall.getHour() == 13 ? 1 : 0;
            }
            worst = Math.max(worst, (double) outside / minutes);
            touched += outside > 0 ? 1 : 0;
            lunch += (double) Math.min(120, noon) / Math.min(120, minutes);
            offsets.add(zone.getRules().getOffset(start).getTotalSeconds() / 60);
        }
        int all = query.parties().size();
        int apart = offsets.stream().mapToInt(each -> each).max().orElseThrow()
                - offsets.stream().mapToInt(each -> each).min().orElseThrow();
        return Math.round(100 - 40 * worst - 20 * touched / all - 25 * lunch / all - 15.0 * Math.min(720, apart) / 720);
    }
}
