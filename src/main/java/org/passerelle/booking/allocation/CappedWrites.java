package org.passerelle.booking.allocation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.caps.BookingUsage;
import org.passerelle.booking.caps.CapLimit;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Status;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directory;
import org.springframework.stereotype.Component;

/** Writes what is placed as far as the caps of its owner allow, whoever does the placing. */
@Component
class CappedWrites {

    private final Accounts accounts;
    private final Bookings bookings;
    private final HoldPlaces holdPlaces;
    private final OpenBookingPlaces openPlaces;
    private final BookingUsage usage;

    CappedWrites(
            Accounts accounts,
            Bookings bookings,
            HoldPlaces holdPlaces,
            OpenBookingPlaces openPlaces,
            BookingUsage usage) {
        this.accounts = accounts;
        this.bookings = bookings;
        this.holdPlaces = holdPlaces;
        this.openPlaces = openPlaces;
        this.usage = usage;
    }

    /** How it ended. */
    sealed interface Outcome {

        /** The write was tried, with this booking. */
        record Tried(Bookings.Write write, Booking booking) implements Outcome {}

        /** It would be too much, so nothing was tried. */
        record Exceeded(Reason reason) implements Outcome {}
    }

    Outcome write(Booking booking, Placement.Request request, Allocator.Taste taste, Placement.Writing writing) {
        Optional<Person> owner = owner(booking, request.proposal());
        Directory directory = request.proposal().directory();
        List<CapLimit> limits = CapLimit.of(booking.owner(), owner, directory.caps());
        OpenBookingPlaces.PlaceChoice open = openPlaces.choose(booking, owner, directory, taste);
        if (open.exceeded().isPresent()) {
            return new Outcome.Exceeded(open.exceeded().get());
        }
        Booking placed = booking.withStatus(booking.status().inPlaces(open.places()));
        if (needsPlace(booking)) {
            HoldPlaces.HoldChoice choice = holdPlaces.choose(limits, taste);
            if (choice.exceeded().isPresent()) {
                return new Outcome.Exceeded(choice.exceeded().get());
            }
            placed = placed.withStatus(placed.status().taking(choice.places()));
        }
        BookingUsage.UsageAnswer answer = usage.reserve(
                booking.id().root(),
                limits,
                stretches(Stream.concat(booking.occurrences().stream(), request.standing().beside().stream())),
                before(request.standing()));
        if (answer.refusal().isPresent()) {
            return new Outcome.Exceeded(answer.refusal().get());
        }
        try (BookingUsage.UsageReservation reserved = answer.reservation()) {
            return new Outcome.Tried(writing.apply(placed), placed);
        }
    }

    private static boolean needsPlace(Booking booking) {
        return booking.state() == BookingState.HELD
                && booking.status()
                        .hold()
                        .map(Status.Hold::places)
                        .filter(List::isEmpty)
                        .isPresent();
    }

    /** An owner who is gone has the caps of a member. */
    private Optional<Person> owner(Booking booking, Proposal proposal) {
        Person booker = proposal.booker();
        return booker.id().equals(booking.owner().organiser())
                ? Optional.of(booker)
                : accounts.person(booking.owner().organiser());
    }

    private List<Stretch> before(Placement.StandingDates standing) {
        return standing.own()
                .flatMap(bookings::find)
                .map(own -> stretches(own.occurrences().stream()))
                .orElse(List.of());
    }

    /** What dates hold of rooms and lines, and what is asked for in their place. */
    private static List<Stretch> stretches(Stream<Occurrence> dates) {
        return dates.flatMap(date -> Stream.concat(Stream.of(date).filter(Occurrence::occupies), date.asked().stream()))
                .flatMap(Occurrence::stretches)
                .toList();
    }
}
