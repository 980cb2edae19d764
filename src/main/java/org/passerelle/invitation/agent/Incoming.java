package org.passerelle.invitation.agent;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.calendar.message.CalendarEvent;
import org.passerelle.calendar.message.MessageMethod;
import org.passerelle.calendar.message.Participant;
import org.passerelle.directory.Room;

/**
 * A message about one event, for one room.
 *
 * @param invitedAs the room's address as the message has it
 * @param master the event or series itself; absent from a message that is only about some of its dates
 * @param dates of a series, each with its RECURRENCE-ID
 * @param approver the manager who has let it pass, whoever sent it; empty as it comes
 */
record Incoming(
        MessageMethod method,
        Room room,
        String invitedAs,
        Sender sender,
        Optional<CalendarEvent> master,
        List<CalendarEvent> dates,
        Optional<Person> approver) {

    /**
     * Who sent it.
     *
     * @param address of the From header, in lower case
     * @param authenticated whether it is certain that it came from there
     */
    record Sender(String address, boolean authenticated) {}

    Incoming {
        dates = List.copyOf(dates);
        if (master.isEmpty() && dates.isEmpty()) {
            throw new IllegalArgumentException("A message is about something");
        }
    }

    boolean approved() {
        return approver.isPresent();
    }

    Stream<CalendarEvent> events() {
        return Stream.concat(master.stream(), dates.stream());
    }

    CalendarEvent main() {
        return master.orElseGet(() -> dates.get(0));
    }

    String uid() {
        return main().uid();
    }

    /** Who organises it; the sender where the message does not say. */
    String organiser() {
        return main().people().organiser().map(Participant::email).orElse(sender.address());
    }

    boolean namesTheRoom(CalendarEvent event) {
        return event.people().attendee(invitedAs).isPresent()
                || event.people().attendee(room.profile().email()).isPresent();
    }
}
