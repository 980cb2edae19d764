package org.passerelle.calendar.feed.cache;

import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.calendar.write.Disclosure;
import org.passerelle.directory.Directory;

/** How much a feed tells. Never more than its owner may read at the time it is fetched. */
public enum FeedDetail {
    /** Titles and notes, as far as the owner may read them. */
    FULL,
    /** Titles of what the owner or their organisation has booked, without notes. */
    MASKED,
    /** When, and of nobody what. */
    BUSY;

    public Disclosure of(Booking booking, Person owner, Directory directory) {
        if (this == BUSY || !new BookingAccess(owner, booking, directory).mayRead(BookingPart.CONTENT)) {
            return Disclosure.BUSY;
        }
        if (this == FULL) {
            return Disclosure.CONTENT;
        }
        return isOwn(booking, owner) ? Disclosure.TITLE : Disclosure.BUSY;
    }

    private static boolean isOwn(Booking booking, Person owner) {
        return owner.id().equals(booking.owner().organiser())
                || (owner.organisation().isPresent()
                        && owner.organisation().equals(booking.owner().organisation()));
    }
}
