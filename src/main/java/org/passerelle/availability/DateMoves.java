package org.passerelle.availability;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.availability.query.DateMove;
import org.passerelle.availability.query.DateMove.MoveKind;
import org.passerelle.availability.query.FoundRooms.NearMiss;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.MeetingTimeQuery.Order;
import org.passerelle.availability.query.MeetingTimeQuery.Party;
import org.passerelle.availability.query.MeetingTimeQuery.TimeTaste;
import org.passerelle.availability.query.MeetingTimes;
import org.passerelle.availability.query.MeetingTimes.CommonSlot;
import org.passerelle.booking.caps.OwnBooking;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.booking.policy.ClosedDay;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.SiteId;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/**
 * Where a date of a booking could go of which rooms cannot be used: to other rooms of the same sites, else to the nearest site, else to
 * another time at which all parties have a room. A guide; whoever moves it may find that somebody was faster.
 */
@Component
public class DateMoves {

    private static final Duration LATEST = Duration.ofDays(7);
    private static final Duration STEP = Duration.ofMinutes(15);
    /** By the quarter-hour the opening hours of some days. */
    private static final int MOST_SLOTS = 200;

    private static final int MOST_OTHER_TIMES = 2;

    private final Alternatives alternatives;
    private final MeetingTimeFinder times;
    private final Directories directories;
    private final Clock clock;

    public DateMoves(Alternatives alternatives, MeetingTimeFinder times, Directories directories, Clock clock) {
        this.alternatives = alternatives;
        this.times = times;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * The best first; none if nothing is free that suits.
     *
     * @param mover who would move it, by whose rights it is judged
     * @param failed those of its rooms that cannot be used; nothing is offered that shares walls with one of them, unless at a
     *     time at which that is open again
     */
    public List<DateMove> of(Person mover, Booking booking, Occurrence date, Set<RoomId> failed) {
        Directory directory = directories.current();
        List<Conflict> conflicts = date.rooms().stream()
                .filter(failed::contains)
                .distinct()
                .map(room -> new Conflict(room, date.time(), date.recurrenceId()))
                .toList();
        OwnBooking own = OwnBooking.of(booking, each -> each.recurrenceId().equals(date.recurrenceId()));
        List<DateMove> moves = new ArrayList<>();
        Set<SiteId> here = sites(rooms(date, directory));
        for (NearMiss miss : alternatives.to(mover, order(booking, date), Optional.of(own), conflicts)) {
            if (isOfSameLength(miss.time(), date)) {
                moves.add(new DateMove(kind(miss, date, here), miss.rooms(), miss.time(), miss.mustAsk()));
            }
        }
        Set<Integer> shut = numbers(failed, directory, room -> true);
        // A room that is shut is good again once it is open; when another is mended nobody knows.
        Set<Integer> broken = numbers(
                failed,
                directory,
                room -> ClosedDay.within(date.time(), room, directory.siteOf(room))
                        .isEmpty());
        moves.removeIf(move -> isAnyShut(move.rooms(), move.kind() == MoveKind.ANOTHER_TIME ? broken : shut));
        if (moves.stream().noneMatch(move -> move.kind() == MoveKind.ANOTHER_TIME)) {
            moves.addAll(otherTimes(mover, booking, date, broken));
        }
        moves.sort(Comparator.comparing(DateMove::kind));
        return List.copyOf(moves);
    }

    private boolean isOfSameLength(Interval time, Occurrence date) {
        return time.length().equals(date.time().length()) && time.start().isAfter(clock.instant());
    }

    private static MoveKind kind(NearMiss miss, Occurrence date, Set<SiteId> here) {
        if (!miss.time().equals(date.time())) {
            return MoveKind.ANOTHER_TIME;
        }
        return sites(miss.rooms()).equals(here) ? MoveKind.SAME_SITE : MoveKind.ANOTHER_SITE;
    }

    private static Set<Integer> numbers(Set<RoomId> named, Directory directory, Predicate<Room> meant) {
        return named.stream()
                .flatMap(id -> directory.room(id).stream())
                .filter(meant)
                .flatMap(room -> room.numbers().stream())
                .collect(Collectors.toSet());
    }

    private static boolean isAnyShut(List<Room> rooms, Set<Integer> shut) {
        return rooms.stream().flatMap(room -> room.numbers().stream()).anyMatch(shut::contains);
    }

    private static Set<SiteId> sites(List<Room> rooms) {
        Set<SiteId> sites = new HashSet<>();
        rooms.forEach(room -> sites.add(room.site()));
        return sites;
    }

    private static List<Room> rooms(Occurrence date, Directory directory) {
        return date.rooms().stream().flatMap(id -> directory.room(id).stream()).toList();
    }

    /**
     * Later, not earlier: nobody comes before they were asked to. Each party stays at its site, in a room of the kind that it has. Of what
     * is countable there is no party.
     */
    private List<DateMove> otherTimes(Person mover, Booking booking, Occurrence date, Set<Integer> broken) {
        List<Room> rooms = rooms(date, directories.current());
        boolean arePlain = rooms.size() == date.rooms().size()
                && rooms.stream().noneMatch(room -> room.kind() == RoomKind.DESK || room.kind() == RoomKind.EQUIPMENT)
                && rooms.size() <= MeetingTimeQuery.MOST_PARTIES;
        if (!arePlain || rooms.isEmpty()) {
            return List.of();
        }
        MeetingTimeQuery query = new MeetingTimeQuery(
                mover,
                rooms.stream().map(room -> party(room, booking, rooms.size())).toList(),
                date.time().length(),
                Interval.of(
                        Interval.later(clock.instant(), date.time().start()),
                        date.time().end().plus(LATEST)),
                Optional.empty(),
                new TimeTaste(
                        MOST_SLOTS,
                        Order.START,
                        Optional.empty(),
                        rooms.stream().map(Room::kind).collect(Collectors.toSet()),
                        false,
                        Optional.of(STEP)));
        BookingRights rights = BookingRights.of(mover);
        Directory directory = directories.current();
        return times.plan(query) instanceof MeetingTimes.Found found
                ? closest(
                                found.slots().stream()
                                        .filter(slot -> !isAnyShut(slot.rooms(), broken)
                                                && isOfSameLength(slot.time(), date)
                                                && !slot.time().equals(date.time()))
                                        .toList(),
                                date.time().start(),
                                booking.schedule().zone())
                        .stream()
                        .map(slot -> new DateMove(
                                MoveKind.ANOTHER_TIME,
                                slot.rooms(),
                                slot.time(),
                                rights.needsApproval(slot.rooms(), List.of(slot.time()), directory)))
                        .toList()
                : List.of();
    }

    /** On each of the first days that have one, the slot closest to the hour at which people were to meet. */
    private static List<CommonSlot> closest(List<CommonSlot> slots, Instant wished, ZoneId zone) {
        LocalTime hour = LocalTime.ofInstant(wished, zone);
        ToLongFunction<CommonSlot> distance =
                slot -> Duration.between(hour, LocalTime.ofInstant(slot.time().start(), zone))
                        .abs()
                        .toSeconds();
        Map<LocalDate, CommonSlot> byDay = new TreeMap<>();
        slots.forEach(slot -> byDay.merge(
                LocalDate.ofInstant(slot.time().start(), zone),
                slot,
                BinaryOperator.minBy(Comparator.comparingLong(distance))));
        return byDay.values().stream().limit(MOST_OTHER_TIMES).toList();
    }

    /** Where nobody has said how many people come, as many as the room has seats. */
    private static Party party(Room room, Booking booking, int rooms) {
        int people = booking.content().headcount();
        int share = people == 0 ? room.capacity() : (people + rooms - 1) / rooms;
        return new Party(room.site(), Math.min(share, room.capacity()), Set.of());
    }

    private static BookingOrder order(Booking booking, Occurrence date) {
        Schedule schedule = new Schedule(
                LocalDateTime.ofInstant(date.time().start(), booking.schedule().zone()),
                booking.schedule().zone(),
                date.time().length(),
                Optional.empty(),
                Set.of());
        return new BookingOrder(booking.content(), schedule, date.rooms(), OnConflict.REJECT, false);
    }
}
