package org.passerelle.booking;

import java.time.Clock;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingIsStale;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.policy.RequestRights;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directories;
import org.springframework.stereotype.Component;

/** Fetches a booking for somebody who wants to do something with it, and sees that they may. */
@Component
class OpeningBookings {

    private final Bookings bookings;
    private final Accounts accounts;
    private final Directories directories;
    private final Clock clock;

    OpeningBookings(Bookings bookings, Accounts accounts, Directories directories, Clock clock) {
        this.bookings = bookings;
        this.accounts = accounts;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * @param expectedVersion the version the person saw, if they said
     * @throws UnknownBooking if there is none
     * @throws NotYourBooking if {@code person} does not run it
     * @throws BookingIsStale if it is at another version by now
     */
    Booking forChange(Person person, BookingId id, Optional<Long> expectedVersion) {
        Booking booking = unasked(id);
        if (!access(person, booking).mayRun()) {
            throw new NotYourBooking(id, person.id());
        }
        expectedVersion.filter(version -> version != booking.version()).ifPresent(version -> {
            throw new BookingIsStale(id, version);
        });
        return booking;
    }

    /**
     * For what the program does by itself, or lets whoever stands in the room do.
     *
     * @throws UnknownBooking if there is none
     */
    Booking unasked(BookingId id) {
        return bookings.find(id).orElseThrow(() -> new UnknownBooking(id.value()));
    }

    /**
     * As whom the rules judge what {@code person} does with {@code booking}: as the organiser if they stand in for them, so that
     * they can do no more than that one could.
     *
     * @throws NotYourBooking if the organiser whom they stand in for is there no more
     */
    Person judged(Person person, Booking booking) {
        return access(person, booking).runsAsDeputy()
                ? accounts.person(booking.owner().organiser())
                        .orElseThrow(() -> new NotYourBooking(booking.id(), person.id()))
                : person;
    }

    /** As {@link #forChange}, for what commits the organiser or reaches people by what the booking says. */
    Booking forContent(Person person, BookingId id, Optional<Long> expectedVersion) {
        Booking booking = forChange(person, id, expectedVersion);
        if (!access(person, booking).mayWrite(BookingPart.CONTENT)) {
            throw new NotYourBooking(id, person.id());
        }
        return booking;
    }

    private BookingAccess access(Person person, Booking booking) {
        return new BookingAccess(person, booking, directories.current());
    }

    /** As {@link #forChange}, for the decisions that only a manager takes. */
    Booking forApproval(Person person, BookingId id) {
        Booking booking = unasked(id);
        if (!requestRights(person).mayDecide(booking)) {
            throw new NotYourBooking(id, person.id());
        }
        return booking;
    }

    RequestRights requestRights(Person person) {
        return new RequestRights(person, directories.current(), accounts::person);
    }

    /** Why a booking that is over cannot be changed; empty while it is alive. */
    Optional<Reason> ended(Booking booking) {
        if (booking.status().hasLapsed(clock.instant())) {
            return Optional.of(Reason.of(ReasonCode.HOLD_EXPIRED));
        }
        return switch (booking.state()) {
            case HELD, REQUESTED, CONFIRMED -> Optional.empty();
            case CANCELLED -> Optional.of(Reason.of(ReasonCode.NOT_ALLOWED, "cancelled"));
            case DECLINED -> Optional.of(declined(booking));
        };
    }

    /** Why nothing more can be done about a request that was declined or has lapsed. */
    static Reason declined(Booking booking) {
        return booking.status().request().hasLapsed()
                ? Reason.of(ReasonCode.REQUEST_LAPSED)
                : Reason.of(ReasonCode.NOT_ALLOWED, BookingState.DECLINED.name());
    }
}
