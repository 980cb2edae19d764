package org.passerelle.reception;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.live.DeskChanges;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/**
 * Whom the reception of a site expects. Whoever may change what a booking is about names its guests; the managers of a site see
 * those of the day, with the rooms there, the times and who expects them, and nothing else of the booking. Names are forgotten
 * some days after the last date.
 */
@Component
public class GuestLists {

    /** So many a booking may name. */
    public static final int MOST = 100;

    private final GuestListDocuments documents;
    private final GuestArrivalDocuments arrivals;
    private final ReadingBookings reading;
    private final Directories directories;
    private final ReceptionProperties properties;
    private final DeskChanges changes;
    private final Clock clock;

    GuestLists(
            GuestListDocuments documents,
            GuestArrivalDocuments arrivals,
            ReadingBookings reading,
            Directories directories,
            ReceptionProperties properties,
            DeskChanges changes,
            Clock clock) {
        this.documents = documents;
        this.arrivals = arrivals;
        this.reading = reading;
        this.directories = directories;
        this.properties = properties;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Guests who are expected at a time.
     *
     * @param recurrenceId names the date of {@code booking}
     * @param host who expects them
     * @param rooms those at the site alone
     */
    public record Arrival(
            BookingId booking,
            Instant recurrenceId,
            Interval time,
            PersonId host,
            List<RoomId> rooms,
            List<DeskGuest> guests) {}

    /**
     * The guests of a booking and of all that was cut off it.
     *
     * @throws NotYourBooking unless {@code person} may change what it is about
     */
    public List<ExpectedGuest> of(Person person, Booking booking) {
        requireAccess(person, booking);
        String root = booking.id().root();
        return documents.of(List.of(root)).getOrDefault(root, List.of());
    }

    /**
     * Replaces them.
     *
     * @param guests at most {@link #MOST}
     * @throws NotYourBooking unless {@code person} may change what it is about
     */
    public void put(Person person, Booking booking, List<ExpectedGuest> guests) {
        requireAccess(person, booking);
        if (guests.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " guests");
        }
        String root = booking.id().root();
        documents.put(root, guests);
        if (guests.isEmpty()) {
            arrivals.forget(root);
        }
        Directory directory = directories.current();
        booking.occupying()
                .flatMap(date -> date.rooms().stream())
                .flatMap(room -> directory.room(room).map(Room::site).stream())
                .distinct()
                .forEach(changes::note);
    }

    /** Whether {@code person} sees and names the guests of {@code booking}. */
    public boolean mayName(Person person, Booking booking) {
        return new BookingAccess(person, booking, directories.current()).mayWrite(BookingPart.CONTENT);
    }

    private void requireAccess(Person person, Booking booking) {
        if (!mayName(person, booking)) {
            throw new NotYourBooking(booking.id(), person.id());
        }
    }

    /** Who is expected at {@code site} on {@code day}, by time; nobody for whoever does not manage it. */
    public List<Arrival> expected(Person person, Site site, LocalDate day) {
        if (!person.manages(site.id())) {
            return List.of();
        }
        Interval window = Interval.ofDay(day, site.zone());
        Directory directory = directories.current();
        List<Booking> bookings = reading.holding(directory.roomsAt(site.id()), window);
        Map<String, List<ExpectedGuest>> lists = documents.of(
                bookings.stream().map(booking -> booking.id().root()).collect(Collectors.toSet()));
        return bookings.stream()
                .flatMap(booking ->
                        arrivals(booking, lists.getOrDefault(booking.id().root(), List.of()), window, site, directory))
                .sorted(Comparator.comparing(arrival -> arrival.time().start()))
                .toList();
    }

    private Stream<Arrival> arrivals(
            Booking booking, List<ExpectedGuest> guests, Interval window, Site site, Directory directory) {
        return guests.isEmpty()
                ? Stream.empty()
                : booking.occupying()
                        .filter(date -> date.time().overlaps(window))
                        .map(date -> new Arrival(
                                booking.id(),
                                date.recurrenceId(),
                                date.time(),
                                booking.owner().organiser(),
                                SiteMeetings.roomsAt(site, date, directory),
                                desk(booking.id().root(), date.recurrenceId(), guests)))
                        .filter(arrival -> !arrival.rooms().isEmpty());
    }

    private List<DeskGuest> desk(String root, Instant recurrenceId, List<ExpectedGuest> guests) {
        List<DeskGuest> named = DeskGuest.of(root, recurrenceId, guests);
        Map<String, Instant> arrived =
                arrivals.of(root, named.stream().map(DeskGuest::id).toList());
        return named.stream()
                .map(each -> each.arrivedAt(Optional.ofNullable(arrived.get(each.id()))))
                .toList();
    }

    /** Forgets the names of guests whose last date is long enough ago, and of bookings that are off or gone. */
    public void forget() {
        Instant before = clock.instant().minus(properties.keep());
        Stream.concat(documents.roots().stream(), arrivals.roots().stream())
                .distinct()
                .filter(root -> reading.inDocuments(List.of(root)).stream().noneMatch(each -> isKept(each, before)))
                .forEach(root -> {
                    documents.put(root, List.of());
                    arrivals.forget(root);
                });
    }

    private static boolean isKept(Booking booking, Instant before) {
        return booking.occupying().anyMatch(date -> date.time().end().isAfter(before));
    }
}
