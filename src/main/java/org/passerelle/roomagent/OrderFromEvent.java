package org.passerelle.roomagent;

import java.util.List;
import java.util.Optional;
import org.passerelle.booking.arrangement.Arrangements;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Visibility;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.platform.text.Text;
import org.passerelle.roomagent.event.OrderedInText;

/** What an event asks for, as an order. Its attendees are not invited by us, since the organiser's own program does that. */
final class OrderFromEvent {

    private OrderFromEvent() {}

    /** @param directory tells which of those invited are rooms */
    static BookingOrder order(
            CalendarEvent event, Schedule schedule, Room room, Optional<Booking> before, Directory directory) {
        // An event of several whole days is one, though the room holds each of them by itself.
        boolean isSeries = schedule.recurs() && event.repetition().rule().isPresent();
        return new BookingOrder(
                content(event, room, before, directory),
                schedule,
                List.of(room.id()),
                isSeries ? OnConflict.SKIP : OnConflict.REJECT,
                false);
    }

    /** @param before what is booked; what mail says nothing of stays as it is */
    private static Content content(CalendarEvent event, Room room, Optional<Booking> before, Directory directory) {
        String notes = Text.lines(event.words().description(), Content.LONGEST_NOTES);
        return new Content(
                title(event),
                notes,
                event.standing().hidden() ? Visibility.PRIVATE : Visibility.ORGANISATION,
                event.people()
                        .expected(email -> directory.roomAddressedAs(email).isPresent()),
                List.of(),
                before.flatMap(booking -> booking.content().conference()),
                OrderedInText.read(
                        notes,
                        room,
                        directory,
                        before.map(booking -> booking.content().arrangements()).orElse(Arrangements.NONE)));
    }

    private static String title(CalendarEvent event) {
        String line = Text.line(event.words().summary(), Content.LONGEST_TITLE);
        return line.isEmpty() ? "(…)" : line;
    }
}
