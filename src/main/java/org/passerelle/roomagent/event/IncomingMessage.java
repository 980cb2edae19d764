package org.passerelle.roomagent.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventParticipant;
import org.passerelle.directory.Room;
import org.passerelle.roomagent.message.EventFault;
import org.passerelle.roomagent.message.Explanation;
import org.passerelle.roomagent.series.InstanceIds;

/**
 * A message about one event, for one room.
 *
 * @param invitedAs the room's address as the message has it
 * @param masters the event or series itself; none in a message that is only about some of its dates, several only where
 *     dates are added
 * @param dates of a series, each with its RECURRENCE-ID
 * @param faults what of it cannot be followed, and why
 * @param approver the manager who has let it pass, whoever sent it; empty as it comes
 */
public record IncomingMessage(
        ItipMethod method,
        Room room,
        String invitedAs,
        Sender sender,
        List<CalendarEvent> masters,
        List<CalendarEvent> dates,
        List<EventFault> faults,
        Optional<Person> approver) {

    /**
     * Who sent it. In their name it acts: the rights are always those of whoever demonstrably sent it, and answers go there
     * and nowhere else, since an ORGANIZER is only what somebody wrote, and mail must not go to whomever they please.
     *
     * @param address of the From header, in lower case
     * @param authenticated whether it is certain that it came from there
     */
    public record Sender(String address, boolean authenticated) {}

    public IncomingMessage {
        masters = List.copyOf(masters);
        dates = List.copyOf(dates);
        faults = List.copyOf(faults);
        if (masters.isEmpty() && dates.isEmpty()) {
            throw new IllegalArgumentException("A message is about something");
        }
    }

    public boolean approved() {
        return approver.isPresent();
    }

    public Optional<CalendarEvent> master() {
        return masters.stream().findFirst();
    }

    public Stream<CalendarEvent> events() {
        return Stream.concat(masters.stream(), dates.stream());
    }

    public CalendarEvent main() {
        return master().orElseGet(() -> dates.get(0));
    }

    /** Why {@code event} cannot be followed; empty where it can. */
    public Optional<Explanation> fault(CalendarEvent event) {
        return faults.stream()
                .filter(fault -> fault.event().equals(event))
                .map(EventFault::why)
                .findFirst();
    }

    /** The same about dates that are named otherwise. */
    IncomingMessage naming(UnaryOperator<CalendarEvent> names) {
        return new IncomingMessage(
                method,
                room,
                invitedAs,
                sender,
                masters,
                dates.stream().map(names).toList(),
                faults.stream()
                        .map(fault -> new EventFault(names.apply(fault.event()), fault.why()))
                        .toList(),
                approver);
    }

    public String uid() {
        return main().uid();
    }

    /** Who organises it; the sender where the message does not say. */
    public String organiser() {
        return main().people().organiser().map(EventParticipant::email).orElse(sender.address());
    }

    /** Whether the sender wishes an answer for the room (RSVP, RFC 5545 section 3.2.17). */
    public boolean asksForAnswer(CalendarEvent event) {
        return event.people().attendee(invitedAs).filter(room -> room.rsvp()).isPresent();
    }

    public boolean namesTheRoom(CalendarEvent event) {
        return event.people().attendee(invitedAs).isPresent()
                || event.people().attendee(room.profile().email()).isPresent();
    }

    /**
     * Its dates by the names that they have in their series.
     *
     * @param home the zone of whole days
     */
    public IncomingMessage namedAsIn(Optional<RoomInvitation> known, ZoneId home) {
        Optional<CalendarEvent> series = known.flatMap(invitation -> invitation.acceptedSeries(home));
        List<Instant> dates = known.map(invitation -> invitation.parts().keySet().stream()
                        .filter(key -> !key.equals(RoomInvitation.MASTER))
                        .map(Instant::parse)
                        .toList())
                .orElse(List.of());
        return naming(date -> InstanceIds.named(date, master(), series, dates));
    }
}
