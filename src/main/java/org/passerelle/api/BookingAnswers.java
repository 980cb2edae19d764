package org.passerelle.api;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.booking.Booking;
import org.passerelle.booking.BookingAccess;
import org.passerelle.booking.BookingId;
import org.passerelle.booking.BookingIsStale;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.Reason;
import org.passerelle.booking.ReasonCode;
import org.passerelle.booking.UnknownBooking;
import org.passerelle.conference.ConferenceAccess;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.invitation.Invitations;
import org.passerelle.invitation.owed.Delivery;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Says over HTTP how an attempt to book or to change ended. */
@Component
class BookingAnswers {

    private final Directories directories;
    private final Invitations invitations;

    BookingAnswers(Directories directories, Invitations invitations) {
        this.directories = directories;
        this.invitations = invitations;
    }

    /** 201 for a new booking, 200 for one that the same request made before. */
    ResponseEntity<BookingView> created(BookingResult result, Person person, boolean isSeries) {
        if (result instanceof BookingResult.Done done) {
            return ResponseEntity.created(
                            URI.create("/api/v1/bookings/" + done.booking().id()))
                    .eTag(eTag(done.booking()))
                    .body(view(done.booking(), person));
        }
        return changed(result, person, isSeries);
    }

    /** 200 with the booking as it is now. */
    ResponseEntity<BookingView> changed(BookingResult result, Person person, boolean isSeries) {
        return shown(booking(result, isSeries), person);
    }

    ResponseEntity<BookingView> shown(Booking booking, Person person) {
        return ResponseEntity.status(HttpStatus.OK).eTag(eTag(booking)).body(view(booking, person));
    }

    /** The booking that came of it; every other ending becomes a problem. */
    static Booking booking(BookingResult result, boolean isSeries) {
        if (result instanceof BookingResult.Done done) {
            return done.booking();
        }
        if (result instanceof BookingResult.DoneBefore before) {
            return before.booking();
        }
        if (result instanceof BookingResult.Occupied occupied) {
            throw new BookingRefusal.Occupied(occupied.conflicts(), isSeries);
        }
        if (result instanceof BookingResult.Refused refused) {
            throw new BookingRefusal.Refused(refused.reasons());
        }
        throw new BookingRefusal.Refused(List.of(Reason.of(ReasonCode.NOT_ALLOWED, "idempotency-key")));
    }

    BookingView view(Booking booking, Person person) {
        return view(booking, person, invitations.of(List.of(booking)));
    }

    /** One page of a list, its mails and answers read in one go. */
    Page<BookingView> views(Page<Booking> page, Person person) {
        Map<BookingId, Delivery> deliveries = invitations.of(page.items());
        return page.map(booking -> view(booking, person, deliveries));
    }

    private BookingView view(Booking booking, Person person, Map<BookingId, Delivery> deliveries) {
        Directory directory = directories.current();
        boolean mayRead = BookingAccess.mayRead(person, booking, directory);
        boolean mayChange = BookingAccess.mayChange(person, booking, directory);
        Delivery delivery = deliveries.getOrDefault(booking.id(), Delivery.NONE);
        return BookingView.of(
                booking,
                mayRead,
                ConferenceAccess.mayJoin(person, booking) || mayChange,
                mayRead ? InvitedView.of(booking, delivery, mayChange) : List.of());
    }

    private static String eTag(Booking booking) {
        return "\"" + booking.version() + "\"";
    }

    /**
     * The version that an {@code If-Match} header names; empty without one, or for {@code *}.
     *
     * @throws BookingIsStale if it can be no version of ours
     */
    static Optional<Long> expectedVersion(BookingId id, @Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return Optional.empty();
        }
        String tag = ifMatch.strip().replaceFirst("^W/", "").replaceAll("^\"|\"$", "");
        if (!tag.matches("\\d{1,18}")) {
            throw new BookingIsStale(id, -1);
        }
        return Optional.of(Long.parseLong(tag));
    }

    /** @throws UnknownBooking if {@code name} has not the form of an id */
    static BookingId id(String name) {
        return BookingId.parse(name).orElseThrow(() -> new UnknownBooking("of that name"));
    }
}
