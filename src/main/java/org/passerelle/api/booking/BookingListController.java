package org.passerelle.api.booking;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.api.Fields;
import org.passerelle.api.NotFound;
import org.passerelle.api.Page;
import org.passerelle.api.ProblemType;
import org.passerelle.api.TimeFields;
import org.passerelle.api.contract.Refuses;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.approval.WaitingRequests;
import org.passerelle.booking.deputy.BookingOnBehalf;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.search.BookingWords;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.Interval;
import org.passerelle.time.WrittenTimes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the bookings that hold rooms: of a room, a site or the whole network; or one's own, those that are off by now included. */
@RestController
@Metered(fewAtOnce = false)
class BookingListController {

    static final Duration LONGEST_WINDOW = Duration.ofDays(800);
    private static final Duration WITHOUT_END = Duration.ofDays(750);

    private final ReadingBookings reading;
    private final Directories directories;
    private final WaitingRequests requests;
    private final BookingOnBehalf behalf;
    private final BookingAnswers answers;
    private final Clock clock;

    BookingListController(
            ReadingBookings reading,
            WaitingRequests requests,
            BookingOnBehalf behalf,
            Directories directories,
            BookingAnswers answers,
            Clock clock) {
        this.reading = reading;
        this.requests = requests;
        this.behalf = behalf;
        this.directories = directories;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * @param from by default now; {@code to} by default more than two years later
     * @param mine only what the client's person made, and then also what was called off or declined
     * @param onBehalfOf likewise, what somebody made or was made for them, for whom the client's person stands in, by their
     *     address
     * @param q words that have to be in what the client's person may read: title, notes, rooms, sites, people invited
     */
    @Operation(
            summary = "Lists the bookings of a room, a site or the whole network; others' are masked, and your own, or"
                    + " those of somebody you stand in for, are listed also once they are cancelled or declined;"
                    + " with q, only those of which all words are found in the title, the notes, the rooms and"
                    + " sites or the people invited, as far as you may read these.")
    @Refuses(ProblemType.NOT_FOUND)
    @GetMapping("/api/v1/bookings")
    Page<BookingView> list(
            @CurrentPerson Person person,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String room,
            @RequestParam(required = false) @Nullable String site,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String onBehalfOf,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Interval window = window(from, to);
        BookingWords words = words(q);
        Collection<Room> rooms = rooms(room, site);
        List<Booking> found =
                mine || onBehalfOf != null ? madeBy(person, onBehalfOf, rooms, window) : reading.holding(rooms, window);
        Directory directory = directories.current();
        List<Booking> sought = found.stream()
                .filter(booking -> words.areIn(new BookingAccess(person, booking, directory)))
                .toList();
        Page<Booking> page = Page.of("bookings", sought, BookingListController::key, limit, cursor);
        return answers.views(page, person);
    }

    private List<Booking> madeBy(Person person, @Nullable String onBehalfOf, Collection<Room> rooms, Interval window) {
        Person whose = onBehalfOf == null
                ? person
                : behalf.principal(person, onBehalfOf).orElseThrow(() -> new NotFound("person " + onBehalfOf));
        Directory directory = directories.current();
        return Stream.concat(
                        reading.madeBy(whose.id(), window.start()).stream(),
                        reading.voidMadeBy(whose.id(), window.start()).stream())
                .filter(within(rooms, window))
                .filter(booking -> whose.equals(person) || new BookingAccess(person, booking, directory).standsIn())
                .sorted(Comparator.comparing(BookingListController::key))
                .toList();
    }

    @Operation(
            summary = "Lists the bookings that wait for your decision, of one site or of all; nothing for who decides"
                    + " nowhere.")
    @Refuses(ProblemType.NOT_FOUND)
    @GetMapping("/api/v1/requests")
    Page<BookingView> requests(
            @CurrentPerson Person person,
            @RequestParam(required = false) @Nullable String site,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Optional<SiteId> where = Optional.ofNullable(site).map(this::site);
        Page<Booking> page = Page.of("requests", requests.of(person, where), BookingListController::key, limit, cursor);
        return answers.views(page, person);
    }

    private static BookingWords words(@Nullable String q) {
        Fields errors = new Fields();
        String text = q == null ? "" : errors.line("q", q, BookingWords.LONGEST);
        errors.requireNone();
        return BookingWords.of(text);
    }

    private Interval window(@Nullable String from, @Nullable String to) {
        Fields errors = new Fields();
        Optional<Instant> start = from == null
                ? Optional.of(clock.instant())
                : errors.parsed("from", from, WrittenTimes::instant, "time.instant");
        Optional<Instant> end = to == null
                ? start.map(since -> since.plus(WITHOUT_END))
                : errors.parsed("to", to, WrittenTimes::instant, "time.instant");
        errors.requireNone();
        return TimeFields.window(start.orElseThrow(), end.orElseThrow(), LONGEST_WINDOW);
    }

    /** The rooms asked for by name, by site or not at all; a room or site that does not exist is not found. */
    private Collection<Room> rooms(@Nullable String room, @Nullable String site) {
        Directory directory = directories.current();
        if (room != null) {
            return List.of(Fields.quietly(room, RoomId::new)
                    .flatMap(directory::room)
                    .orElseThrow(() -> new NotFound("room " + room)));
        }
        return site == null ? directory.rooms() : directory.roomsAt(site(site));
    }

    private SiteId site(String name) {
        return Fields.quietly(name, SiteId::new)
                .flatMap(directories.current()::site)
                .map(Site::id)
                .orElseThrow(() -> new NotFound("site " + name));
    }

    private static Predicate<Booking> within(Collection<Room> rooms, Interval window) {
        Set<RoomId> names = rooms.stream().map(Room::id).collect(Collectors.toSet());
        return booking -> (booking.isVoid() ? booking.occurrences().stream() : booking.occupying())
                .anyMatch(date -> date.time().overlaps(window)
                        && date.roomsOr(booking.rooms()).stream().anyMatch(names::contains));
    }

    /** Sorts as the first dates do, and tells apart those that start together. */
    private static String key(Booking booking) {
        long start = booking.occurrences().get(0).time().start().toEpochMilli();
        return "%019d-%s".formatted(start, booking.id());
    }
}
