package org.passerelle.api.booking;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.api.IfMatchTags;
import org.passerelle.booking.ConditionalEdit;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingIsStale;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.directory.Directories;
import org.springframework.stereotype.Component;

/** Opens bookings to requests that change them: whether the client may, and whether it saw what is there. */
@Component
class BookingRequests {

    private final ReadingBookings reading;
    private final Directories directories;
    private final ConditionalEdit conditional;

    BookingRequests(ReadingBookings reading, Directories directories, ConditionalEdit conditional) {
        this.reading = reading;
        this.directories = directories;
        this.conditional = conditional;
    }

    /**
     * The booking, for a change of what {@code fields} send. Sending what may not be read is refused even where it would change
     * nothing, for that would tell what there is.
     *
     * @throws UnknownBooking if there is none
     * @throws NotYourBooking if {@code person} may not change one of the parts
     */
    Booking forChange(Person person, BookingId id, BookingFields fields) {
        BookingAccess access = access(person, id);
        boolean mayAll = WrittenField.ALL.stream()
                .filter(field -> field.isSent(fields))
                .allMatch(field -> access.mayWrite(field.part()));
        if (!access.mayRun() || !mayAll) {
            throw new NotYourBooking(id, person.id());
        }
        return access.booking();
    }

    /** @throws UnknownBooking if there is none */
    BookingAccess access(Person person, BookingId id) {
        Booking booking = reading.find(id).orElseThrow(() -> new UnknownBooking(id.value()));
        return new BookingAccess(person, booking, directories.current());
    }

    /**
     * Runs {@code edit} if the booking is as {@code ifMatch} says.
     *
     * @param ifMatch an If-Match header (RFC 9110 section 13.1.1); without one, or for {@code *}, anything will do
     * @param edit is given the version that must be stored still, if any must
     * @throws BookingIsStale if it is not
     */
    <T> T ifMatching(Person person, BookingId id, @Nullable String ifMatch, Function<Optional<Long>, T> edit) {
        return conditional.ifAsSeen(person, id, IfMatchTags.required(ifMatch), edit);
    }
}
