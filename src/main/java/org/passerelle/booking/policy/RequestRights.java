package org.passerelle.booking.policy;

import java.util.List;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;

/**
 * On which requests somebody decides: the administrator of the network on all, managers on those for a room of theirs that
 * needs the approval that is asked for, and those who stand in for such a manager, but never on a request of their own. Where no
 * room of it does, because the rules have changed, it is whoever manages any of them.
 */
public record RequestRights(Person person, Directory directory) {

    public boolean mayDecide(Booking booking) {
        if (person.administersTheNetwork()) {
            return true;
        }
        if (!person.decidesSomewhere()) {
            return false;
        }
        List<Room> asked = ApprovalRooms.of(booking, booking.occurrences().stream(), directory);
        boolean isTheirOwn = booking.owner().organiser().equals(person.id());
        return (asked.isEmpty() ? rooms(booking) : asked)
                .stream().map(Room::site).anyMatch(isTheirOwn ? person::manages : person::decidesAt);
    }

    private List<Room> rooms(Booking booking) {
        return booking.occurrences().stream()
                .flatMap(date -> date.rooms().stream())
                .distinct()
                .flatMap(room -> directory.room(room).stream())
                .toList();
    }
}
