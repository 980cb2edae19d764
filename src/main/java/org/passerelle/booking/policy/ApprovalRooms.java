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
 * For which of its rooms a request waits, as the rules are now. Who made it is not looked up: that they manage another site, for
 * which a permission may speak of them, is left aside.
 */
final class ApprovalRooms {

    private ApprovalRooms() {}

    /** Those of {@code dates} of {@code booking}, each once; none if the rules have changed so that nobody need be asked. */
    static List<Room> of(Booking booking, Stream<Occurrence> dates, Directory directory) {
        BookingRights rights = BookingRights.of(booking.owner());
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
