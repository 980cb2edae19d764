package org.passerelle.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.passerelle.account.AccountsInMemory;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Organisation;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.CalendarUid;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Identity;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Status;
import org.passerelle.booking.model.Visibility;
import org.passerelle.directory.BookingRules;
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
import org.passerelle.time.EventDuration;
import org.passerelle.time.HalfDays;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;

/** Bookings of Camille's, made on the day that tests take for today. */
public final class CalendarBookings {

    public static final Instant TODAY = Instant.parse("2026-03-25T09:00:00Z");
    public static final RoomId SEINE = new RoomId("melun-seine");
    public static final RoomId ALMONT = new RoomId("melun-almont");
    public static final RoomId VISIO = new RoomId("senart-visio");
    public static final Person CAMILLE = person("camille@atelier-brie.example", "Camille Dupont", "atelier-brie");
    public static final Person LOUIS = person("louis@atelier-brie.example", "Louis Martin", "atelier-brie");
    /** Runs the site {@code melun}. */
    public static final Person MANAGER = new Person(
            AccountsInMemory.id("operator@melun.example"),
            new EmailAddress("operator@melun.example"),
            "Odile Petit",
            Role.SITE_MANAGER,
            Optional.empty(),
            Set.of(new SiteId("melun")));

    public static final Person NADIA = person("nadia@grandgroupe.example", "Nadia Benali", "grand-groupe");

    private CalendarBookings() {}

    public static Booking single(String zone, String localStart, Duration length) {
        return booking(zone, localStart, length, Optional.empty(), Set.of());
    }

    public static Booking series(String zone, String localStart, Duration length, String rule, String... exclude) {
        Set<LocalDate> excluded =
                Set.copyOf(List.of(exclude).stream().map(LocalDate::parse).toList());
        return booking(zone, localStart, length, Optional.of(Recurrence.parse(rule)), excluded);
    }

    /** Weekly in Paris at nine from 31 March on, after a date of two hours on the Friday before that its rule had once. */
    public static Booking aSeriesThatMovedOn() {
        Booking booking = series("Europe/Paris", "2026-03-31T09:00", Duration.ofHours(1), "FREQ=WEEKLY;COUNT=3");
        List<Occurrence> dates = new ArrayList<>(booking.occurrences());
        dates.add(occurrence(
                Instant.parse("2026-03-27T13:00:00Z"),
                Instant.parse("2026-03-27T13:30:00Z"),
                Duration.ofHours(2),
                ALMONT));
        return booking.withOccurrences(dates);
    }

    /** A series whose dates last as {@code length} says, on the wall or elapsed. */
    public static Booking series(String zone, String localStart, EventDuration length, String rule, String... exclude) {
        Set<LocalDate> excluded =
                Set.copyOf(List.of(exclude).stream().map(LocalDate::parse).toList());
        return booking(zone, localStart, length, Optional.of(Recurrence.parse(rule)), excluded);
    }

    private static Booking booking(
            String zone, String localStart, Duration length, Optional<Recurrence> rule, Set<LocalDate> exclude) {
        return booking(zone, localStart, EventDuration.exact(length), rule, exclude);
    }

    private static Booking booking(
            String zone, String localStart, EventDuration length, Optional<Recurrence> rule, Set<LocalDate> exclude) {
        Schedule schedule = new Schedule(LocalDateTime.parse(localStart), ZoneId.of(zone), length, rule, exclude);
        List<Occurrence> occurrences = new ArrayList<>();
        rule
                .map(each -> each.first(751, schedule.start(), schedule.zone()))
                .orElseGet(() -> List.of(new Recurrence.Start(
                        schedule.start(),
                        schedule.start().atZone(schedule.zone()).toInstant())))
                .stream()
                .filter(start -> !exclude.contains(start.local().toLocalDate()))
                .forEach(start -> occurrences.add(occurrence(start.instant(), schedule.dateAt(start.local()), SEINE)));
        return new Booking(
                new Identity(
                        new BookingId("0123456789abcdef0123456789abcdef"),
                        new CalendarUid("6f1c2c6a-54c2-4b8e-9d0f-0d7a5f0e1b2c"),
                        ""),
                Owner.of(CAMILLE),
                content("Comité de pilotage", "Ordre du jour :\n1. budget; 2. travaux", Visibility.ORGANISATION),
                schedule,
                List.of(SEINE),
                new Booking.Dates(occurrences, List.of()),
                Status.fresh(BookingState.CONFIRMED, Optional.empty(), TODAY));
    }

    /** An operator with two sites: one with two rooms and the combined room that they make, the other with one. */
    public static Directory directory() {
        LocalDate labourDay = LocalDate.of(2026, 5, 1);
        return new Directory(
                1,
                List.of(new Operator(new OperatorId("ville"), "Ville de Melun")),
                List.of(
                        site("melun", "Melun", List.of(new Closure(labourDay, labourDay, "Fête du Travail"))),
                        site("senart", "Sénart", List.of())),
                List.of(
                        room(SEINE, "melun", "Salle Seine", List.of(1)),
                        room(ALMONT, "melun", "Salle Almont", List.of(2)),
                        room(new RoomId("melun-grand-salon"), "melun", "Grand salon", List.of(1, 2)),
                        room(VISIO, "senart", "Visio", List.of(3))));
    }

    private static Site site(String id, String name, List<Closure> closures) {
        return new Site(
                new SiteId(id),
                name,
                new OperatorId("ville"),
                ZoneId.of("Europe/Paris"),
                new Site.SiteLocation("Centre-ville", 48.5, 2.6),
                HalfDays.DEFAULT,
                closures);
    }

    private static Room room(RoomId id, String site, String name, List<Integer> numbers) {
        RoomProfile profile = new RoomProfile(name, 8, List.of(), id + "@rooms.it77.example", List.of(), true);
        return new Room(id, new SiteId(site), RoomKind.MEETING, profile, BookingRules.DEFAULT, List.of(), numbers);
    }

    public static Content content(String title, String notes, Visibility visibility) {
        List<Attendee> attendees = List.of(
                new Attendee(new EmailAddress("kim@example.org"), "Kim, \"K\" Lee"),
                new Attendee(new EmailAddress("sam@example.org"), ""));
        return new Content(title, notes, visibility, 2, attendees, Optional.empty());
    }

    public static Occurrence occurrence(Instant recurrenceId, Instant start, Duration length, RoomId room) {
        return occurrence(recurrenceId, Interval.of(start, length), room);
    }

    private static Occurrence occurrence(Instant recurrenceId, Interval time, RoomId room) {
        int number = room.equals(SEINE) ? 1 : room.equals(ALMONT) ? 2 : 3;
        return new Occurrence(
                recurrenceId,
                time,
                List.of(new Place(room, List.of(number), time)),
                List.of(),
                OccurrenceState.PLANNED);
    }

    /** The same booking under another id and uid, both made of {@code number}. */
    public static Booking numbered(Booking booking, int number) {
        return new Booking(
                new Identity(new BookingId("%032x".formatted(number)), new CalendarUid("uid-%d".formatted(number)), ""),
                booking.owner(),
                booking.content(),
                booking.schedule(),
                booking.rooms(),
                booking.dates(),
                booking.status());
    }

    /** The same booking made by somebody else. */
    public static Booking by(Person person, Booking booking) {
        return new Booking(
                booking.identity(),
                Owner.of(person),
                booking.content(),
                booking.schedule(),
                booking.rooms(),
                booking.dates(),
                booking.status());
    }

    /** The booking with the date named by {@code recurrenceId} changed. */
    public static Booking changed(Booking booking, String recurrenceId, UnaryOperator<Occurrence> change) {
        Instant id = Instant.parse(recurrenceId);
        return booking.withOccurrences(booking.occurrences().stream()
                .map(each -> each.recurrenceId().equals(id) ? change.apply(each) : each)
                .toList());
    }

    public static AccountsInMemory accounts() {
        return new AccountsInMemory(
                List.of(CAMILLE, LOUIS, NADIA, MANAGER),
                List.of(new Organisation(new OrganisationId("atelier-brie"), "Atelier Brie", 4, Optional.empty())));
    }

    private static Person person(String email, String name, String organisation) {
        return new Person(
                AccountsInMemory.id(email),
                new EmailAddress(email),
                name,
                Role.MEMBER,
                Optional.of(new OrganisationId(organisation)),
                Set.of());
    }
}
