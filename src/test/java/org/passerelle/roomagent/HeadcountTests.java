package org.passerelle.roomagent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.Orders;
import org.passerelle.booking.Rooms;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.SchedulingMessages;

/** How many people an invitation by mail brings: rooms are known from the directory, whatever their addresses look like. */
class HeadcountTests {

    private static int headcount(String... invited) {
        StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n")
                .append(
                        "UID:heads\r\nDTSTAMP:20260325T080000Z\r\nDTSTART:20260401T080000Z\r\nDTEND:20260401T090000Z\r\n")
                .append("ORGANIZER:mailto:camille@atelier-brie.example\r\n");
        Stream.of(invited)
                .forEach(email -> text.append("ATTENDEE:mailto:").append(email).append("\r\n"));
        text.append("END:VEVENT\r\nEND:VCALENDAR\r\n");
        CalendarEvent event =
                SchedulingMessages.read(text.toString(), Rooms.PARIS).events().get(0);
        return OrderFromEvent.order(
                        event, Orders.anOrder(Rooms.SEINE).schedule(), Rooms.SEINE, Optional.empty(), Rooms.directory())
                .content()
                .headcount();
    }

    @Test
    void leavesOutEachRoomOfTheDirectory() {
        String seine = Rooms.SEINE.profile().email();
        String forum = Rooms.FORUM.profile().email();

        assertThat(headcount("kim@example.org", seine, forum.toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(2);
    }

    @Test
    void countsPeopleWhoseAddressOnlyLooksLikeThatOfARoom() {
        assertThat(headcount("kim@rooms.example.org", "sam@rooms.it77.example", "ada@example.org"))
                .isEqualTo(4);
    }
}
