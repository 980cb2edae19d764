package org.passerelle.booking.absence;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.CancellingBookings;
import org.passerelle.booking.HandingOver;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.absence.AbsenceWish.HandOverTo;
import org.passerelle.booking.model.BookingIsStale;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/**
 * Treats what somebody booked for a time in which they are away: first tells what there is, then calls it off or hands it
 * over, one booking after the other. What cannot be treated stays, with the reason.
 */
@Component
public class BookingsOfAbsentees {

    private final ReadingBookings reading;
    private final CancellingBookings cancelling;
    private final HandingOver handingOver;
    private final Clock clock;

    BookingsOfAbsentees(ReadingBookings reading, CancellingBookings cancelling, HandingOver handingOver, Clock clock) {
        this.reading = reading;
        this.cancelling = cancelling;
        this.handingOver = handingOver;
        this.clock = clock;
    }

    /** What of the bookings of {@code person} falls into {@code away}, by first date, and what stays whatever is wished. */
    public List<AbsentBooking> foresee(Person person, Interval away, AbsenceWish wish) {
        Instant now = clock.instant();
        return reading.madeBy(person.id(), now).stream()
                .flatMap(booking -> AbsentBooking.of(booking, away, now).stream())
                .map(found -> found.refused(foreseen(found, wish)))
                .toList();
    }

    private List<Reason> foreseen(AbsentBooking found, AbsenceWish wish) {
        return wish instanceof HandOverTo handOver
                ? handingOver.objection(found.booking(), handOver.colleague()).stream()
                        .toList()
                : List.of();
    }

    /** Does as is wished, and tells of each booking what {@link #foresee} would have, with what stood in the way. */
    public List<AbsentBooking> treat(Person person, Interval away, AbsenceWish wish) {
        return foresee(person, away, wish).stream()
                .map(found -> found.refusals().isEmpty() ? treated(person, found, wish) : found)
                .toList();
    }

    private AbsentBooking treated(Person person, AbsentBooking found, AbsenceWish wish) {
        try {
            BookingResult result = wish instanceof HandOverTo handOver
                    ? handingOver.handOverDates(person, found.booking().id(), found.names(), handOver.colleague())
                    : cancelling.cancelDates(person, found.booking().id(), found.names());
            return result instanceof BookingResult.Refused refused ? found.refused(refused.reasons()) : found;
        } catch (BookingIsStale busy) {
            return found.refused(List.of(Reason.of(ReasonCode.NOT_ALLOWED, "asked-anew")));
        } catch (UnknownBooking | NotYourBooking handedOver) {
            // Somebody else's by now, who says what becomes of it; the others are treated all the same.
            return found.refused(List.of(Reason.of(ReasonCode.NOT_ALLOWED, "changed-hands")));
        }
    }
}
