package org.passerelle.booking.policy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;

/**
 * On which requests somebody decides: the administrator of the network on all, managers on those for a room of theirs that
 * needs the approval that is asked for, and those who stand in for such a manager, but never on a request of their own. Where no
 * room of it does, because the rules have changed, it is whoever manages any of them. Where its organiser manages a site and so
 * needs no agreement, nobody there is asked either.
 *
 * @param organisers finds whoever made a request; empty for people without an account, and once it has ended
 */
public record RequestRights(Person person, Directory directory, Function<PersonId, Optional<Person>> organisers) {

    /** Of a booking that stands, on what is asked for in the place of one of its dates, if anything is. */
    public boolean mayDecide(Booking booking) {
        boolean isAboutDates = booking.state() != BookingState.REQUESTED
                && booking.asking().findAny().isPresent();
        return isAboutDates
                ? booking.asking().anyMatch(date -> mayDecideOn(booking, date))
                : decides(booking, booking.occurrences().stream());
    }

    /** On what is asked for in the place of {@code date}, one of {@code booking}. */
    public boolean mayDecideOn(Booking booking, Occurrence date) {
        return decides(booking, date.asked().stream());
    }

    private boolean decides(Booking booking, Stream<Occurrence> named) {
        if (person.administersTheNetwork()) {
            return true;
        }
        if (!person.decidesSomewhere()) {
            return false;
        }
        List<Occurrence> dates = named.toList();
        BookingRights theirs = BookingRights.of(
                booking.owner(), organisers.apply(booking.owner().organiser()));
        List<Room> asked = ApprovalRooms.of(booking, dates.stream(), theirs, directory);
        boolean isTheirOwn = booking.owner().organiser().equals(person.id());
        return (asked.isEmpty() ? rooms(dates) : asked)
                .stream().map(Room::site).anyMatch(isTheirOwn ? person::manages : person::decidesAt);
    }

    private List<Room> rooms(List<Occurrence> dates) {
        return dates.stream()
                .flatMap(date -> date.rooms().stream())
                .distinct()
                .flatMap(room -> directory.room(room).stream())
                .toList();
    }
}
