package org.passerelle.booking;

import java.util.Collection;
import org.passerelle.account.Person;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;

/**
 * Who may read and who may change a booking. That a room is busy is for everybody; what for, is for the organiser's own
 * organisation and the managers of the sites concerned. The network administrator sees figures, not titles, but may act
 * as the manager of any site would.
 */
public final class BookingAccess {

    private BookingAccess() {}

    /** Whether {@code person} may read title, people and notes. */
    public static boolean mayRead(Person person, Booking booking, Directory directory) {
        if (isOrganiser(person, booking)) {
            return true;
        }
        return switch (booking.content().visibility()) {
            case PRIVATE -> false;
            case ORGANISATION -> isColleague(person, booking) || managesARoomOf(person, booking, directory);
            case PUBLIC -> true;
        };
    }

    /** Whether {@code person} may change times, rooms and text: the organiser, or a manager of one of its sites. */
    public static boolean mayChange(Person person, Booking booking, Directory directory) {
        return isOrganiser(person, booking)
                || person.administersTheNetwork()
                || managesARoomOf(person, booking, directory);
    }

    /** Whether {@code person} decides on requests for one of the booking's rooms. */
    public static boolean mayApprove(Person person, Booking booking, Directory directory) {
        return person.administersTheNetwork() || managesARoomOf(person, booking, directory);
    }

    private static boolean isOrganiser(Person person, Booking booking) {
        return person.id().equals(booking.owner().organiser());
    }

    private static boolean isColleague(Person person, Booking booking) {
        return person.organisation().isPresent()
                && person.organisation().equals(booking.owner().organisation());
    }

    private static boolean managesARoomOf(Person person, Booking booking, Directory directory) {
        return booking.occurrences().stream()
                .map(Occurrence::rooms)
                .flatMap(Collection::stream)
                .distinct()
                .anyMatch(room -> manages(person, room, directory));
    }

    private static boolean manages(Person person, RoomId room, Directory directory) {
        return directory.room(room).map(Room::site).filter(person::manages).isPresent();
    }
}
