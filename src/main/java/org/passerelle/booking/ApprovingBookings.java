package org.passerelle.booking;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.allocation.Placement;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.springframework.stereotype.Component;

/** Lets the manager of a room say yes or no to a request. */
@Component
public class ApprovingBookings {

    private final OpeningBookings opening;
    private final EditRetry settling;
    private final Clock clock;

    ApprovingBookings(OpeningBookings opening, EditRetry settling, Clock clock) {
        this.opening = opening;
        this.settling = settling;
        this.clock = clock;
    }

    /**
     * Says yes to a request; what is confirmed already stays as it is.
     *
     * @throws NotYourBooking unless {@code person} manages the site of one of its rooms
     */
    public BookingResult approve(Person person, BookingId id) {
        return settling.settle(person, id, Optional.empty(), BookingChanged.BookingChange.CHANGED, () -> {
            Booking requested = opening.forApproval(person, id);
            if (requested.state() == BookingState.CONFIRMED) {
                return new Placement.Unchanged(requested);
            }
            if (requested.state() != BookingState.REQUESTED) {
                return notWaiting(requested);
            }
            return settling.replace(
                    requested.withStatus(requested.status().becoming(BookingState.CONFIRMED, clock.instant())));
        });
    }

    /**
     * Refuses a request and frees its rooms.
     *
     * @param message what the organiser is told, at most 2,000 characters
     * @throws NotYourBooking unless {@code person} manages the site of one of its rooms
     */
    public BookingResult decline(Person person, BookingId id, String message) {
        return settling.settle(person, id, Optional.empty(), BookingChanged.BookingChange.CANCELLED, () -> {
            Booking requested = opening.forApproval(person, id);
            if (requested.state() != BookingState.REQUESTED) {
                return notWaiting(requested);
            }
            Booking declined = requested.cancelled(clock.instant());
            return settling.replace(declined.withStatus(declined.status().remarking(message)));
        });
    }

    private static Placement notWaiting(Booking booking) {
        String state = booking.state().name();
        return new Placement.Refused(List.of(Reason.of(ReasonCode.NOT_ALLOWED, state)));
    }
}
