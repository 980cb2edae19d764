package org.passerelle.conference.link;

import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.ChangingBookings;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.calendar.write.Joining;
import org.passerelle.directory.Directories;
import org.springframework.stereotype.Component;

/**
 * Makes the links to a booking's conference void, all or one, as when one fell into wrong hands. Whoever's link it was is
 * then sent a new one.
 */
@Component
public class RevokeLinks {

    private final ChangingBookings changing;
    private final ReadingBookings reading;
    private final LinkHolders holders;
    private final Directories directories;

    RevokeLinks(ChangingBookings changing, ReadingBookings reading, LinkHolders holders, Directories directories) {
        this.changing = changing;
        this.reading = reading;
        this.holders = holders;
        this.directories = directories;
    }

    /**
     * Nothing changes for a booking without a conference.
     *
     * @throws org.passerelle.booking.refusal.UnknownBooking if there is none
     * @throws NotYourBooking if {@code person} may not change it, or not read it
     */
    public BookingResult revoke(Person person, BookingId booking) {
        requireContent(person, booking);
        return changing.change(
                person,
                booking,
                Optional.empty(),
                order -> order.about(
                        order.content().linked(order.content().conference().map(ConferenceWish::withNewLinks))));
    }

    /**
     * As {@link #revoke(Person, BookingId)}, but of the link of {@code holder} alone. Who takes part is told to nobody who may
     * not change the booking.
     *
     * @throws NoSuchHolder if they do not take part
     */
    public BookingResult revoke(Person person, BookingId booking, Joining holder) {
        requireContent(person, booking);
        return changing.change(person, booking, Optional.empty(), order -> {
            if (!takesPart(booking, holder)) {
                throw new NoSuchHolder(booking);
            }
            return order.about(
                    order.content().linked(order.content().conference().map(wish -> wish.withNewLink(holder.key()))));
        });
    }

    private void requireContent(Person person, BookingId id) {
        if (!new BookingAccess(person, booking(id), directories.current()).mayWrite(BookingPart.CONTENT)) {
            throw new NotYourBooking(id, person.id());
        }
    }

    private boolean takesPart(BookingId id, Joining holder) {
        return holders.all(booking(id), directories.current()).anyMatch(holder::equals);
    }

    private Booking booking(BookingId id) {
        return reading.find(id).orElseThrow(() -> new UnknownBooking(id.value()));
    }
}
