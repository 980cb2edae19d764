package org.passerelle.booking;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.passerelle.directory.ArrivalRules;
import org.passerelle.directory.ArrivalRules.NoShowLimits;
import org.passerelle.directory.BookingRules;
import org.passerelle.directory.BookingRules.Access;
import org.passerelle.directory.BookingRules.Buffers;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.RoomProfile;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.permission.BookingPermissions;
import org.passerelle.time.WeeklyHours;

/** Builds rooms for tests; what is not said is as {@link BookingRules#DEFAULT} has it. */
public final class RoomBuilder {

    private final String name;
    private String site = "melun";
    private RoomKind kind = RoomKind.MEETING;
    private int capacity = 8;
    private List<String> parts = List.of();
    private List<String> joinMethods = List.of();
    private List<Integer> numbers;
    private BookingRules rules = BookingRules.DEFAULT;

    RoomBuilder(String name, int number) {
        this.name = name;
        this.numbers = List.of(number);
    }

    public RoomBuilder at(String site) {
        this.site = site;
        return this;
    }

    public RoomBuilder seating(int seats) {
        this.capacity = seats;
        return this;
    }

    public RoomBuilder ofKind(RoomKind other) {
        this.kind = other;
        return this;
    }

    /** A pool of units, numbered on from the room's first number. */
    public RoomBuilder counting(int units) {
        int first = numbers.get(0);
        this.kind = RoomKind.EQUIPMENT;
        this.capacity = units;
        this.numbers = IntStream.range(first, first + units).boxed().toList();
        return this;
    }

    /** Desks of one place, as {@link #counting} has units. */
    public RoomBuilder ofDesks(int units) {
        counting(units);
        this.kind = RoomKind.DESK;
        return this;
    }

    public RoomBuilder madeOf(Room... rooms) {
        this.parts = List.of(rooms).stream().map(room -> room.id().value()).toList();
        this.numbers =
                List.of(rooms).stream().flatMap(room -> room.numbers().stream()).toList();
        return this;
    }

    /** It can enter a conference in these ways. */
    public RoomBuilder joining(String... methods) {
        this.joinMethods = List.of(methods);
        return this;
    }

    public RoomBuilder open(String hours) {
        return with(new BookingRules(
                WeeklyHours.parse(hours),
                rules.shortest(),
                rules.longest(),
                rules.notice(),
                rules.horizon(),
                rules.buffers(),
                rules.access()));
    }

    public RoomBuilder lasting(String shortest, String longest) {
        return with(new BookingRules(
                rules.openingHours(),
                Duration.parse(shortest),
                Duration.parse(longest),
                rules.notice(),
                rules.horizon(),
                rules.buffers(),
                rules.access()));
    }

    public RoomBuilder ahead(String notice, String horizon) {
        return with(new BookingRules(
                rules.openingHours(),
                rules.shortest(),
                rules.longest(),
                Duration.parse(notice),
                Period.parse(horizon),
                rules.buffers(),
                rules.access()));
    }

    public RoomBuilder buffered(String before, String after) {
        return with(new BookingRules(
                rules.openingHours(),
                rules.shortest(),
                rules.longest(),
                rules.notice(),
                rules.horizon(),
                new Buffers(Duration.parse(before), Duration.parse(after)),
                rules.access()));
    }

    public RoomBuilder onlyFor(String organisation) {
        return access(new Access(Set.of(organisation), rules.access().needsApproval()));
    }

    /** People without an account may ask for it. */
    public RoomBuilder openToGuests() {
        Access access = rules.access();
        return access(new Access(access.organisations(), access.needsApproval(), access.decideBefore(), true));
    }

    public RoomBuilder needingApproval() {
        return access(new Access(rules.access().organisations(), true));
    }

    /** Given back so long after the start if nobody comes; to be said last. */
    public RoomBuilder releasing(String grace) {
        return with(rules.with(new ArrivalRules(
                Optional.of(Duration.parse(grace)),
                Duration.ofMinutes(5),
                Duration.ofHours(4),
                20,
                Duration.ofHours(1))));
    }

    /** Whoever stays away as often as {@code limits} say must ask first; to be said last. */
    public RoomBuilder limiting(NoShowLimits limits) {
        return with(rules.with(rules.arrival().limiting(limits)));
    }

    /** To be said last. */
    public RoomBuilder permitting(BookingPermissions permissions) {
        return with(rules.with(permissions));
    }

    /** @param before the start, when a request lapses on which nobody has decided */
    public RoomBuilder needingApproval(String before) {
        return access(new Access(rules.access().organisations(), true, Duration.parse(before)));
    }

    private RoomBuilder access(Access access) {
        return with(new BookingRules(
                rules.openingHours(),
                rules.shortest(),
                rules.longest(),
                rules.notice(),
                rules.horizon(),
                rules.buffers(),
                access));
    }

    private RoomBuilder with(BookingRules changed) {
        this.rules = changed;
        return this;
    }

    public Room build() {
        return new Room(
                new RoomId(name),
                new SiteId(site),
                kind,
                new RoomProfile(name, capacity, List.of(), name + "@rooms.example", joinMethods, true),
                rules,
                parts.stream().map(RoomId::new).toList(),
                numbers);
    }
}
