package org.passerelle.conference;

import org.passerelle.account.Person;
import org.passerelle.booking.Booking;
import org.passerelle.booking.Visibility;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;

/**
 * Who may know how to join a conference. That a booking may be read by everybody invites nobody; and who runs a site
 * connects its rooms, but does not join.
 */
public final class ConferenceAccess {

    private ConferenceAccess() {}

    /** The organiser, who is invited, and colleagues who may read what it is about. */
    public static boolean mayJoin(Person person, Booking booking) {
        boolean isOrganiser = person.id().equals(booking.owner().organiser());
        boolean isInvited = booking.content().attendees().stream()
                .anyMatch(attendee -> attendee.email().equals(person.id()));
        boolean isColleague = person.organisation().isPresent()
                && person.organisation().equals(booking.owner().organisation())
                && booking.content().visibility() != Visibility.PRIVATE;
        return isOrganiser || isInvited || isColleague;
    }

    /** The organiser, and who manages the room's site or the network. */
    public static boolean mayConnect(Person person, Booking booking, RoomId room, Directory directory) {
        return person.id().equals(booking.owner().organiser())
                || person.administersTheNetwork()
                || directory
                        .room(room)
                        .filter(known -> person.manages(known.site()))
                        .isPresent();
    }
}
