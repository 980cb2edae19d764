package org.passerelle.booking.store;

import java.util.Collection;
import java.util.List;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Claims;

/**
 * Claims that are held for no booking, beside those of the bookings and guarded by the same index: what begins to shut rooms
 * keeps out with them what was decided before. Whoever looks for bookings does not see them.
 */
public interface RoomBlocks {

    /**
     * Takes {@code claims}, in one step. Ends {@code WRITTEN}, {@code COLLIDES}, or {@code EXISTS} if something was taken under
     * that id before.
     *
     * @param claims at most {@link Claims#MOST}, none of them twice
     */
    Bookings.Write block(BookingId id, List<Long> claims);

    /** The claims that are taken under these ids; what took nothing is left out. */
    List<Long> blocked(Collection<BookingId> ids);

    /** Lets go of what was taken under that id; nothing happens if nothing was. */
    void unblock(BookingId id);
}
