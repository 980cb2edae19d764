package org.passerelle.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.passerelle.directory.BookingRules;
import org.passerelle.directory.BookingRules.Access;
import org.passerelle.directory.BookingRules.Buffers;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Operator;
import org.passerelle.directory.OperatorId;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.RoomProfile;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.permission.Bookers;
import org.passerelle.directory.permission.Bookers.BookerGroup;
import org.passerelle.directory.permission.BookingGrant;
import org.passerelle.directory.permission.BookingPermission;
import org.passerelle.directory.permission.BookingPermissions;
import org.passerelle.directory.permission.PermissionConditions;
import org.passerelle.time.HalfDays;
import org.passerelle.time.Interval;
import org.passerelle.time.WeeklyHours;

/**
 * Small networks that follow from a seed, with every awkward thing in them: zones with half-hour offsets and half-hour
 * changes of the clock, hours that begin off the grid or pass midnight, closed days, buffers, notice, short horizons,
 * rooms for some organisations only or to be approved, combined rooms, pools, and
 * permissions that go by the time, the length and who asks.
 */
public final class RandomNetwork {

    /** Words that rooms of a random network may have for their equipment; {@code projector} is what its pools count. */
    public static final List<String> EQUIPMENT = List.of("screen", "whiteboard", "codec", "coffee");

    private static final List<String> ZONES = List.of(
            "Europe/Paris",
            "America/Montreal",
            "Asia/Kolkata",
            "Australia/Lord_Howe",
            "Pacific/Chatham",
            "Europe/London");

    private static final List<String> HOURS = List.of(
            "Mo-Fr 08:00-20:00",
            "Mo-Su 00:00-24:00",
            "Mo-Fr 08:02-19:58; Sa 09:00-12:01",
            "Mo-Su 18:00-24:00,00:00-06:02",
            "Mo-Fr 08:30-12:30,13:30-18:00; Sa,Su 10:00-16:00",
            "Tu-Su 02:10-02:50,03:00-23:00",
            "Mo-Sa 00:00-24:00");

    private static final List<String> ORGANISATIONS = List.of("atelier-brie", "grand-groupe");

    private final Random random;
    private final List<Room> rooms = new ArrayList<>();
    private int lastNumber;

    private RandomNetwork(Random random) {
        this.random = random;
    }

    /**
     * Sites {@code s0, s1...} with rooms such as {@code s0-r1}, combined ones such as {@code s0-both} and pools {@code
     * s0-projector} and {@code s0-desks}; no two plain rooms share a number.
     *
     * @param today closures lie in the weeks around it
     */
    public static Directory directory(Random random, LocalDate today, int sites, int roomsASite) {
        var network = new RandomNetwork(random);
        List<Site> places = IntStream.range(0, sites)
                .mapToObj(i -> network.site("s" + i, today))
                .toList();
        places.forEach(site -> network.addRooms(site, roomsASite));
        var operator = new Operator(new OperatorId("towns"), "Towns");
        return new Directory(1, List.of(operator), places, network.rooms);
    }

    /** Some stretches held in the {@code days} from {@code from} on; those of one number may overlap. */
    public static List<Held> held(Random random, Directory directory, Instant from, int days, int aRoom) {
        return directory.rooms().stream()
                .flatMap(room -> IntStream.range(0, aRoom).mapToObj(i -> held(random, room, from, days)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Held> held(Random random, Room room, Instant from, int days) {
        int grid = random.nextInt(4) == 0 ? 60 : 300;
        long start = random.nextLong(days * 86_400L / grid) * grid;
        var time = Interval.of(from.plusSeconds(start), Duration.ofSeconds(grid * (1L + random.nextInt(36))));
        var buffers = room.rules().buffers();
        var occupied = time.extendedBy(buffers.before(), buffers.after());
        if (room.isCountable()) {
            return List.of(
                    new Held(room.numbers().get(random.nextInt(room.numbers().size())), occupied));
        }
        return room.numbers().stream().map(number -> new Held(number, occupied)).toList();
    }

    private Site site(String id, LocalDate today) {
        var closures = Stream.generate(() -> today.plusDays(random.nextInt(40) - 5))
                .limit(random.nextInt(5))
                .sorted()
                .map(day -> new Closure(day, day.plusDays(random.nextInt(3)), "closed"))
                .toList();
        return new Site(
                new SiteId(id),
                id,
                new OperatorId("towns"),
                ZoneId.of(one(ZONES)),
                new Site.SiteLocation(
                        "1, place de la Mairie", random.nextDouble() * 2 + 48, random.nextDouble() * 2 + 2),
                HalfDays.DEFAULT,
                closures);
    }

    private void addRooms(Site site, int count) {
        List<Room> here = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RoomKind kind = one(List.of(RoomKind.values()).subList(0, 5));
            here.add(room(site, "r" + i, kind, 2 + random.nextInt(20), List.of(), List.of(++lastNumber)));
        }
        rooms.addAll(here);
        if (count > 1 && random.nextBoolean()) {
            List<Room> parts = here.subList(0, 2);
            int seats = parts.stream().mapToInt(Room::capacity).sum();
            List<Integer> numbers =
                    parts.stream().flatMap(part -> part.numbers().stream()).toList();
            rooms.add(room(site, "both", one(List.of(RoomKind.MEETING, RoomKind.TRAINING)), seats, parts, numbers));
        }
        if (random.nextBoolean()) {
            int units = 1 + random.nextInt(3);
            List<Integer> numbers =
                    Stream.generate(() -> ++lastNumber).limit(units).toList();
            rooms.add(room(site, "projector", RoomKind.EQUIPMENT, units, List.of(), numbers));
        }
        if (random.nextInt(3) == 0) {
            int units = 1 + random.nextInt(8);
            List<Integer> numbers =
                    Stream.generate(() -> ++lastNumber).limit(units).toList();
            rooms.add(room(site, "desks", RoomKind.DESK, units, List.of(), numbers));
        }
    }

    private Room room(Site site, String name, RoomKind kind, int capacity, List<Room> parts, List<Integer> numbers) {
        String id = site.id() + "-" + name;
        List<String> equipment =
                EQUIPMENT.stream().filter(word -> random.nextBoolean()).toList();
        return new Room(
                new RoomId(id),
                site.id(),
                kind,
                new RoomProfile(id, capacity, equipment, id + "@rooms.example", List.of("WEB"), random.nextInt(4) > 0),
                rules(),
                parts.stream().map(Room::id).toList(),
                numbers);
    }

    private BookingRules rules() {
        boolean plain = random.nextBoolean();
        return new BookingRules(
                        WeeklyHours.parse(one(HOURS)),
                        Duration.ofMinutes(plain ? 5 : 5L * (1 + random.nextInt(8))),
                        Duration.ofMinutes(plain ? 720 : 60L * (1 + random.nextInt(12))),
                        Duration.ofMinutes(plain ? 0 : 30L * random.nextInt(100)),
                        plain ? Period.ofMonths(24) : Period.of(0, random.nextInt(2), 1 + random.nextInt(20)),
                        plain ? Buffers.NONE : new Buffers(buffer(), buffer()),
                        plain ? Access.EVERY_ORGANISATION : access())
                .with(random.nextInt(3) == 0 ? permissions() : BookingPermissions.NONE);
    }

    private BookingPermissions permissions() {
        List<BookingPermission> lines =
                Stream.generate(this::permission).limit(1 + random.nextInt(3)).toList();
        return new BookingPermissions(lines, Set.of());
    }

    private BookingPermission permission() {
        return new BookingPermission(
                Set.of(one(List.of(
                        Bookers.EVERYONE,
                        Bookers.of(one(ORGANISATIONS)),
                        new Bookers(BookerGroup.MEMBERS, ""),
                        new Bookers(BookerGroup.MANAGERS, "")))),
                new PermissionConditions(
                        random.nextBoolean() ? Optional.of(WeeklyHours.parse(one(HOURS))) : Optional.empty(),
                        random.nextInt(4) == 0 ? Optional.of(Duration.ofMinutes(50)) : Optional.empty(),
                        random.nextInt(4) == 0 ? Optional.of(Duration.ofMinutes(100)) : Optional.empty(),
                        Optional.empty()),
                one(List.of(BookingGrant.values())));
    }

    private Duration buffer() {
        return Duration.ofMinutes(one(List.of(0, 0, 5, 7, 15, 30)));
    }

    private Access access() {
        Set<String> only = random.nextInt(3) == 0 ? Set.of(one(ORGANISATIONS)) : Set.of();
        return new Access(only, random.nextInt(3) == 0);
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
