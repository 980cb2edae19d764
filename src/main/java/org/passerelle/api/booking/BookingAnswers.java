package org.passerelle.api.booking;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.api.BookingNotMade;
import org.passerelle.api.Page;
import org.passerelle.api.booking.date.OccurrenceViews;
import org.passerelle.api.request.GroundViews;
import org.passerelle.api.request.RequestView;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.SeenState;
import org.passerelle.booking.caps.OwnBooking;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.calendar.write.Disclosure;
import org.passerelle.directory.Directories;
import org.passerelle.directory.RoomId;
import org.passerelle.invitation.Invitations;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.time.Interval;
import org.passerelle.webhook.delivery.BookingJson;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Says over HTTP how an attempt to book or to change ended, and writes bookings for all who are told of them in JSON. */
@Component
public class BookingAnswers implements BookingJson {

    private final Directories directories;
    private final Invitations invitations;
    private final Accounts accounts;
    private final GroundViews grounds;
    private final RefusedBookings refused;

    BookingAnswers(
            Directories directories,
            Invitations invitations,
            Accounts accounts,
            GroundViews grounds,
            RefusedBookings refused) {
        this.directories = directories;
        this.invitations = invitations;
        this.accounts = accounts;
        this.grounds = grounds;
        this.refused = refused;
    }

    /** 201 for a new booking, 200 for one that the same request made before. */
    ResponseEntity<BookingView> created(BookingResult result, Person person, BookingOrder order) {
        if (result instanceof BookingResult.Done done) {
            return tagged(
                    ResponseEntity.created(
                            URI.create("/api/v1/bookings/" + done.booking().id())),
                    done.booking(),
                    person);
        }
        return changed(result, person, order.schedule().recurs(), Attempt.of(order));
    }

    /** 200 with the booking as it is now. */
    ResponseEntity<BookingView> changed(BookingResult result, Person person, boolean isSeries, Attempt attempt) {
        return shown(booking(result, person, isSeries, attempt), person);
    }

    /**
     * 200 with the booking of which one date was moved.
     *
     * @param before as it was
     * @param time where the date was to go, with {@code rooms}; empty if that was left to the program
     */
    public ResponseEntity<BookingView> moved(
            BookingResult result, Person person, Booking before, Optional<Interval> time, List<RoomId> rooms) {
        Attempt attempt = time.<Attempt>map(wished -> new Attempt.OneDate(
                        () -> Attempt.OneDate.asked(before, wished, rooms),
                        // Which date of a series is not known here: so all of them count besides the wish.
                        OwnBooking.of(before, date -> !before.schedule().recurs())))
                .orElse(Attempt.UNTOLD);
        return changed(result, person, before.schedule().recurs(), attempt);
    }

    ResponseEntity<BookingView> shown(Booking booking, Person person) {
        return tagged(ResponseEntity.ok(), booking, person);
    }

    /** With the tag of what {@code person} sees, if they are told one. */
    private ResponseEntity<BookingView> tagged(ResponseEntity.BodyBuilder answer, Booking booking, Person person) {
        SeenState.of(access(booking, person)).ifPresent(state -> answer.eTag('"' + state + '"'));
        // Said here, lest each way to write anything be asked in vain, for every answer, whether it could write this.
        return answer.contentType(MediaType.APPLICATION_JSON).body(view(booking, person));
    }

    private BookingAccess access(Booking booking, Person person) {
        return new BookingAccess(person, booking, directories.current());
    }

    /**
     * The booking that came of it.
     *
     * @throws BookingNotMade if none did
     */
    Booking booking(BookingResult result, Person person, boolean isSeries, Attempt attempt) {
        if (result instanceof BookingResult.Done done) {
            return done.booking();
        }
        if (result instanceof BookingResult.DoneBefore before) {
            return before.booking();
        }
        throw refused.of(result, person, isSeries, attempt);
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
        BookingAccess access = access(booking, person);
        Delivery delivery = deliveries.getOrDefault(booking.id(), Delivery.NONE);
        return BookingView.of(
                access,
                new BookingView.ToldBeside(
                        accounts.contact(booking.owner().organiser()),
                        booking.owner().bookedBy().map(accounts::contact),
                        access.mayRead(BookingPart.CONTENT)
                                        && !booking.content().attendees().isEmpty()
                                ? InvitedView.of(
                                        booking,
                                        delivery,
                                        invitations.standings(booking, delivery),
                                        access.mayWrite(BookingPart.CONTENT))
                                : List.of(),
                        RequestView.of(access, accounts, () -> grounds.of(booking)),
                        new OccurrenceViews(access, accounts).all()));
    }

    @Override
    public Object of(Booking booking, Person reader, FeedDetail detail) {
        BookingAccess access = access(booking, reader);
        return switch (detail) {
            case FULL -> view(booking, reader);
            case MASKED ->
                detail.of(booking, reader, access.directory()) == Disclosure.TITLE
                        ? BookingView.titled(access)
                        : BookingView.masked(access, access.mayRead(BookingPart.COURSE));
            case BUSY -> BookingView.masked(access, false);
        };
    }

    /** @throws UnknownBooking if {@code name} has not the form of an id */
    static BookingId id(String name) {
        return BookingId.parse(name).orElseThrow(() -> new UnknownBooking("of that name"));
    }
}
