package org.passerelle.api.booking;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Schedule;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/** What somebody asks for who wishes one date of a booking to be otherwise, as an order that stands by itself. */
final class OneDateOrder {

    private OneDateOrder() {}

    static BookingOrder of(Booking booking, Interval time, List<RoomId> rooms) {
        var zone = booking.schedule().zone();
        Schedule schedule = new Schedule(
                time.start().atZone(zone).toLocalDateTime(), zone, time.length(), Optional.empty(), Set.of());
        return new BookingOrder(booking.content(), schedule, rooms, OnConflict.REJECT);
    }
}
