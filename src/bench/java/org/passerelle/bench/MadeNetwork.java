package org.passerelle.bench;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.directory.BookingRules;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Operator;
import org.passerelle.directory.OperatorId;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.RoomProfile;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.time.HalfDays;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * A network that is made up, with bookings of an hour spread evenly over the open hours of some time ahead. The bookings
 * are told one by one and not kept, so that what is measured is the memory of the index.
 *
 * @param size of it
 * @param hours by zone, the first slots of the open hours, ascending
 */
record MadeNetwork(Size size, Directory directory, List<long[]> hours) implements Occupancy, Directories {

    static final Instant NOW = Instant.parse("2026-03-25T09:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final HexFormat HEX = HexFormat.of();

    /** Odd, so that different factors make different ids, which then look random. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final int SLOTS_AN_HOUR = 12;
    private static final int OPENS = 8;
    private static final int CLOSES = 20;
    private static final List<ZoneId> ZONES =
            IntStream.range(0, 4).mapToObj(MadeNetwork::zone).toList();
    private static final List<RoomKind> KINDS =
            List.of(RoomKind.MEETING, RoomKind.MEETING, RoomKind.VISIO, RoomKind.TELEPRESENCE, RoomKind.TRAINING);

    /** How large a network is; {@code months} is how far ahead it is booked. */
    record Size(int rooms, int sites, int bookingsARoom, int months) {

        /** A tenth of it in every respect but time. */
        Size trial() {
            return new Size(Math.max(20, rooms / 10), Math.max(4, sites / 10), bookingsARoom / 10, months);
        }

        long bookings() {
            return (long) rooms * bookingsARoom;
        }
    }

    private static ZoneId zone(int index) {
        return ZoneId.of(List.of("Europe/Paris", "Europe/London", "America/Montreal", "Europe/Helsinki")
                .get(index));
    }

    static MadeNetwork of(Size size) {
        LocalDate first = LocalDate.ofInstant(NOW, ZoneOffset.UTC).plusDays(1);
        List<Closure> closures = IntStream.range(0, 22)
                .mapToObj(i -> first.plusDays(33L * i + 5))
                .map(day -> new Closure(day, day, "Closed"))
                .toList();
        List<Site> sites = IntStream.range(0, size.sites())
                .mapToObj(i -> site(i, closures))
                .toList();
        List<Room> rooms =
                IntStream.range(0, size.rooms()).mapToObj(i -> room(i, sites)).toList();
        Directory directory = new Directory(1, List.of(new Operator(new OperatorId("towns"), "Towns")), sites, rooms);
        return new MadeNetwork(
                size,
                directory,
                ZONES.stream()
                        .map(zone -> openHours(first, size.months(), zone))
                        .toList());
    }

    private static Site site(int index, List<Closure> closures) {
        Random random = new Random(index);
        return new Site(
                new SiteId("site-" + index),
                "Site " + index,
                new OperatorId("towns"),
                ZONES.get(index % ZONES.size()),
                new Site.SiteLocation("1, place de la Mairie", 48 + random.nextDouble(), 2 + random.nextDouble()),
                HalfDays.DEFAULT,
                closures);
    }

    private static Room room(int index, List<Site> sites) {
        String id = "room-" + index;
        List<String> equipment = index % 3 == 0 ? List.of("screen") : List.of("screen", "whiteboard");
        return new Room(
                new RoomId(id),
                sites.get(index % sites.size()).id(),
                KINDS.get(index % KINDS.size()),
                new RoomProfile(id, 4 + index % 17, equipment, id + "@rooms.example", List.of("WEB"), true),
                BookingRules.DEFAULT,
                List.of(),
                List.of(index + 1));
    }

    private static long[] openHours(LocalDate first, int months, ZoneId zone) {
        return first.datesUntil(first.plusMonths(months).minusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .flatMap(day -> IntStream.range(OPENS, CLOSES).mapToObj(hour -> day.atTime(LocalTime.of(hour, 0))))
                .mapToLong(time -> Slots.containing(time.atZone(zone).toInstant()))
                .toArray();
    }

    long[] hoursOf(int room) {
        return hours.get(room % size.sites() % ZONES.size());
    }

    /** Chooses the hours in which a room is booked; the same ones every time. */
    void forEachBooking(int room, IntConsumer hour) {
        Random random = new Random(room);
        int left = size.bookingsARoom();
        int open = hoursOf(room).length;
        for (int i = 0; i < open && left > 0; i++) {
            if (random.nextInt(open - i) < left) {
                hour.accept(i);
                left--;
            }
        }
    }

    /** An hour in which one of the sites is open. */
    Interval someHour(Random random) {
        long[] slots = hours.get(random.nextInt(hours.size()));
        return hour(slots[random.nextInt(slots.length)]);
    }

    static Interval hour(long slot) {
        return Interval.of(Slots.start(slot), Slots.start(slot + SLOTS_AN_HOUR));
    }

    @Override
    public Directory current() {
        return directory;
    }

    @Override
    public void follow(Follower follower) {
        // Nothing is written any more.
    }

    @Override
    public void recallAll(Consumer<Holding> each) {
        for (int room = 0; room < size.rooms(); room++) {
            int number = room + 1;
            long[] slots = hoursOf(room);
            forEachBooking(room, hour -> {
                String root = HEX.toHexDigits(number * SPREAD) + HEX.toHexDigits(hour * SPREAD);
                each.accept(
                        new Holding(root, 1, List.of(new Stretch(number, slots[hour], slots[hour] + SLOTS_AN_HOUR))));
            });
        }
    }

    @Override
    public void readAll(Consumer<Holding> each) {
        recallAll(each);
    }

    @Override
    public List<Holding> read(Collection<String> roots) {
        return new ArrayList<>();
    }
}
