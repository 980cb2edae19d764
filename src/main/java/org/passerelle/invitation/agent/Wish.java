package org.passerelle.invitation.agent;

import java.util.List;
import java.util.Optional;
import org.passerelle.booking.Booking;
import org.passerelle.booking.BookingOrder;
import org.passerelle.booking.Content;
import org.passerelle.booking.OnConflict;
import org.passerelle.booking.Schedule;
import org.passerelle.booking.Visibility;
import org.passerelle.calendar.message.CalendarEvent;
import org.passerelle.calendar.message.Participant;
import org.passerelle.directory.Room;

/** What an event asks for, as an order. Its attendees are not invited by us, since the organiser's own program does that. */
final class Wish {

    private Wish() {}

    static BookingOrder order(CalendarEvent event, Schedule schedule, Room room, Optional<Booking> before) {
        return new BookingOrder(
                content(event, before),
                schedule,
                List.of(room.id()),
                schedule.recurs() ? OnConflict.SKIP : OnConflict.REJECT,
                false);
    }

    /** @param before what is booked; what mail says nothing of stays as it is */
    static Content content(CalendarEvent event, Optional<Booking> before) {
        return new Content(
                title(event),
                lines(event.words().description()),
                event.standing().hidden() ? Visibility.PRIVATE : Visibility.ORGANISATION,
                headcount(event),
                List.of(),
                before.flatMap(booking -> booking.content().conference()));
    }

    private static String title(CalendarEvent event) {
        String line = cut(
                lines(event.words().summary()).replaceAll("[\\r\\n\\t]+", " ").strip(), Content.LONGEST_TITLE);
        return line.isBlank() ? "(…)" : line;
    }

    private static String lines(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .filter(c -> Character.getType(c) != Character.SURROGATE && c != 0x2028 && c != 0x2029)
                .forEach(clean::appendCodePoint);
        return cut(clean.toString().strip(), Content.LONGEST_NOTES);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** People who may sit in the room: those invited in person who have not declined, and the organiser. */
    private static int headcount(CalendarEvent event) {
        Optional<String> organiser = event.people().organiser().map(Participant::email);
        long invited = event.people().attendees().stream()
                .filter(each -> each.kind().equals("INDIVIDUAL") && !each.role().equals("NON-PARTICIPANT"))
                .filter(each ->
                        !each.answer().equals("DECLINED") && !each.email().contains("@rooms."))
                .map(Participant::email)
                .filter(email -> !organiser.filter(email::equals).isPresent())
                .distinct()
                .count();
        return (int) invited + organiser.map(each -> 1).orElse(0);
    }
}
