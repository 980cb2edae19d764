package org.passerelle.booking.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.permission.BookingGrant;

/**
 * For which of its rooms a request waits, as the rules are now. Managers have the rooms of their own sites without asking, and so
 * ask nobody there.
 */
final class ApprovalRooms {

    private ApprovalRooms() {}

    /**
     * Those of {@code dates} of {@code booking}, each once; none if the rules have changed so that nobody need be asked.
     *
     * @param rights of whoever made it
     */
    static List<Room> of(Booking booking, Stream<Occurrence> dates, BookingRights rights, Directory directory) {
        Set<Room> asked = new LinkedHashSet<>();
        dates.forEach(date -> date.rooms().stream()
                .distinct()
                .flatMap(room -> directory.room(room).stream())
                .filter(room -> !asked.contains(room))
                .filter(room -> isAsked(booking, date, room, rights, directory))
                .forEach(asked::add));
        return List.copyOf(asked);
    }

    private static boolean isAsked(
            Booking booking, Occurrence date, Room room, BookingRights rights, Directory directory) {
        boolean recurs = booking.schedule().recurs();
        BookingGrant grant = rights.at(
                        date.time(), room, recurs, directory.siteOf(room).zone())
                .grant();
        return grant == BookingGrant.REQUEST
                || grant == BookingGrant.NOTHING && room.rules().access().needsApproval()
                || rights.mayRequestMore(room) && OutOfPolicy.isOut(booking, date, room, directory);
    }
}
