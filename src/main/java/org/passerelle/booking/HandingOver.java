package org.passerelle.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.booking.allocation.CutDates;
import org.passerelle.booking.allocation.Placement;
import org.passerelle.booking.allocation.QuotaTransfer;
import org.passerelle.booking.busy.RequestedMoves;
import org.passerelle.booking.caps.BookingUsage;
import org.passerelle.booking.caps.CapHolder.HolderKind;
import org.passerelle.booking.caps.CapLimit;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.CalendarUid;
import org.passerelle.booking.model.Identity;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.permission.BookingGrant;
import org.springframework.stereotype.Component;

/**
 * Gives a booking another organiser within the organisation that it was made for, such as when somebody goes on leave or away for
 * good. Its rooms and dates stay; everybody invited is told who invites from now on (RFC 5546 section 3.2.2.6).
 */
@Component
public class HandingOver {

    /** Begins no name of a document. */
    private static final String HANDED = "hand-over ";

    private final OpeningBookings opening;
    private final EditRetry settling;
    private final Bookings bookings;
    private final BookingUsage usage;
    private final QuotaTransfer quotas;
    private final Directories directories;
    private final Clock clock;

    HandingOver(
            OpeningBookings opening,
            EditRetry settling,
            Bookings bookings,
            BookingUsage usage,
            QuotaTransfer quotas,
            Directories directories,
            Clock clock) {
        this.opening = opening;
        this.settling = settling;
        this.bookings = bookings;
        this.usage = usage;
        this.quotas = quotas;
        this.directories = directories;
        this.clock = clock;
    }

    /** Whether a booking of {@code owner} can be handed over to {@code to}: to those of the organisation that it was made for. */
    public static boolean mayTake(Person to, Owner owner) {
        return to.organisation().equals(owner.organisation());
    }

    /**
     * Makes {@code to} the organiser. Doing it again changes nothing. What is over, cancelled or still a hold is refused, and
     * what would be more than {@code to} may have ahead, or than a quota of theirs leaves.
     *
     * @throws UnknownBooking if there is none
     * @throws NotYourBooking unless {@code person} is its organiser, or administers the network
     * @throws IllegalArgumentException unless {@code to} {@link #mayTake may take} it
     */
    public BookingResult handOver(Person person, BookingId id, Person to) {
        return handOver(person, id, Optional.empty(), to);
    }

    /** The same; nothing happens if it is not {@code from}'s any more. */
    BookingResult handOver(Person person, BookingId id, PersonId from, Person to) {
        return handOver(person, id, Optional.of(from), to);
    }

    private BookingResult handOver(Person person, BookingId id, Optional<PersonId> from, Person to) {
        return settling.settle(person, id, Optional.empty(), BookingChanged.BookingChange.CHANGED, () -> {
            Booking booking = mine(person, id);
            if (from.filter(each -> !each.equals(booking.owner().organiser())).isPresent()) {
                return new Placement.Unchanged(booking);
            }
            if (!mayTake(to, booking.owner())) {
                throw new IllegalArgumentException("Of another organisation");
            }
            if (booking.owner().organiser().equals(to.id())) {
                return new Placement.Unchanged(booking);
            }
            return objection(booking, to)
                    .<Placement>map(reason -> new Placement.Refused(List.of(reason)))
                    .orElseGet(() -> reserved(
                            booking.withStatus(booking.status().rescheduled(clock.instant())), to, bookings::replace));
        });
    }

    private Booking own(Person person, BookingId id) {
        Booking booking = opening.forChange(person, id, Optional.empty());
        if (!booking.owner().organiser().equals(person.id())) {
            throw new NotYourBooking(id, person.id());
        }
        return booking;
    }

    private Booking mine(Person person, BookingId id) {
        Booking booking = opening.forChange(person, id, Optional.empty());
        if (!new BookingAccess(person, booking, directories.current()).mayHandOver()) {
            throw new NotYourBooking(id, person.id());
        }
        return booking;
    }

    /**
     * As {@link #handOver}, of some dates alone of a booking of one's own: unless they are all that is ahead, they are cut off as bookings of their own,
     * and the others stay where they are.
     *
     * @param names of dates by their recurrence ids
     * @throws NotYourBooking if it is somebody else's by now, whatever else gives {@code person} a hand in it
     */
    public BookingResult handOverDates(Person person, BookingId id, Set<Instant> names, Person to) {
        Booking booking = own(person, id);
        List<CutDates> cuts = CutDates.of(booking, names, clock.instant());
        if (cuts.isEmpty()) {
            return handOver(person, id, person.id(), to);
        }
        BookingResult last = new BookingResult.Done(booking);
        for (CutDates cut : cuts) {
            last = cut.isWhole()
                    ? handOver(person, id, person.id(), to)
                    : cutOff(person, id, cut.from(), cut.isHandedOver() ? Optional.of(to) : Optional.empty());
            if (!(last instanceof BookingResult.Done)) {
                return last;
            }
        }
        return last;
    }

    /** @param to who gets what is cut off; empty if it stays whose it is */
    private BookingResult cutOff(Person person, BookingId id, Instant from, Optional<Person> to) {
        return settling.settle(person, id, Optional.empty(), BookingChanged.BookingChange.CHANGED, () -> {
            Booking old = own(person, id);
            Optional<Reason> refusal = to.flatMap(each -> objection(old, each));
            if (refusal.isPresent()) {
                return new Placement.Refused(List.of(refusal.get()));
            }
            SeriesCut cut = SeriesCut.at(old, from, clock.instant());
            Identity identity = new Identity(
                    bookings.nextPart(old.id()),
                    CalendarUid.random(),
                    old.identity().requestDigest());
            Booking later = cut.later().named(identity);
            return to.isEmpty()
                    ? Placement.after(bookings.split(cut.earlier(), later), later)
                    : reserved(later, to.get(), given -> bookings.split(cut.earlier(), given));
        });
    }

    /** Why {@link #handOver} would be refused, caps aside; empty if it would not. */
    public Optional<Reason> objection(Booking booking, Person to) {
        Instant now = clock.instant();
        return opening.ended(booking)
                .or(() -> mayTake(to, booking.owner())
                        ? Optional.empty()
                        : Optional.of(Reason.of(ReasonCode.NOT_ALLOWED, "other-organisation")))
                .or(() -> booking.state() == BookingState.HELD
                        ? Optional.of(Reason.of(ReasonCode.NOT_ALLOWED, BookingState.HELD.name()))
                        : Optional.empty())
                .or(() -> roomNotFor(to, booking).map(room -> Reason.of(ReasonCode.NOT_ALLOWED, room)))
                .or(() -> booking.occurrences().stream().noneMatch(date -> date.isAhead(now))
                        ? Optional.of(Reason.of(ReasonCode.IN_THE_PAST))
                        : Optional.empty());
    }

    /** A room of its dates ahead that {@code to} could not have booked. */
    private Optional<RoomId> roomNotFor(Person to, Booking booking) {
        Directory directory = directories.current();
        BookingRights rights = BookingRights.of(to);
        return booking.occupying()
                .filter(date -> date.isAhead(clock.instant()))
                .flatMap(date -> date.rooms().stream()
                        .flatMap(id -> directory.room(id).stream())
                        .filter(room -> isKept(room, date, booking, rights, directory)))
                .findFirst()
                .map(Room::id);
    }

    private static boolean isKept(
            Room room, Occurrence date, Booking booking, BookingRights rights, Directory directory) {
        boolean recurs = booking.schedule().recurs();
        ZoneId zone = directory.siteOf(room).zone();
        return !rights.mayLookForRooms()
                || rights.at(date.time(), room, recurs, zone).grant() == BookingGrant.NOTHING;
    }

    /** Counts for the caps and quotas of the one who takes it, as if it were new; for the caps of the organisation it does already. */
    private Placement reserved(Booking booking, Person to, Placement.Writing writing) {
        Owner owner = new Owner(to.id(), booking.owner().organisation());
        List<CapLimit> limits = CapLimit.of(
                        owner, Optional.of(to), directories.current().caps())
                .stream()
                .filter(limit -> limit.holder().kind() != HolderKind.ORGANISATION)
                .toList();
        BookingUsage.UsageAnswer answer = usage.reserve(
                HANDED + booking.id().root(),
                limits,
                RequestedMoves.with(booking)
                        .flatMap(Booking::occupying)
                        .flatMap(Occurrence::stretches)
                        .toList(),
                List.of());
        if (answer.refusal().isPresent()) {
            return new Placement.Refused(List.of(answer.refusal().get()));
        }
        try (BookingUsage.UsageReservation reserved = answer.reservation()) {
            return quotas.write(booking.withOwner(owner), to, directories.current(), writing);
        }
    }
}
