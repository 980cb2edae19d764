package org.passerelle.invitation.agent;

import java.util.List;
import java.util.Optional;
import org.passerelle.calendar.message.CalendarEvent;
import org.passerelle.calendar.message.EventMoment;
import org.passerelle.calendar.message.MessageMethod;
import org.passerelle.calendar.message.Participant;
import org.passerelle.invitation.agent.Ground.Code;
import org.passerelle.invitation.agent.Incoming.Sender;

/** Sorts out what a mail is about: one event, for one room (RFC 5546 section 1.4). Pure. */
final class Sorting {

    /** Either a message to decide on, or the reason why there is none. */
    record Sorted(Optional<Incoming> message, List<Ground> grounds) {

        static Sorted because(Code code, Object... details) {
            return new Sorted(Optional.empty(), List.of(Ground.of(code, details)));
        }
    }

    private Sorting() {}

    static Sorted sort(MailToRoom mail) {
        MessageMethod method = mail.content().method().orElse(MessageMethod.REQUEST);
        List<CalendarEvent> events = mail.content().events().stream()
                .map(Sorting::atTheTimeOfTheDate)
                .toList();
        if (!mail.content().broken().isEmpty()) {
            return Sorted.because(
                    Code.UNREADABLE, mail.content().broken().get(0).reason());
        }
        if (events.isEmpty()) {
            return Sorted.because(Code.NO_CALENDAR);
        }
        if (events.stream().anyMatch(event -> event.identity().thisAndFuture())) {
            return Sorted.because(
                    Code.UNREADABLE, "it changes a series from a date on (RANGE), which is not supported");
        }
        if (method != MessageMethod.REQUEST && method != MessageMethod.CANCEL && method != MessageMethod.ADD) {
            return Sorted.because(Code.METHOD_IGNORED, method);
        }
        List<CalendarEvent> masters =
                events.stream().filter(event -> event.recurrenceId().isEmpty()).toList();
        if (events.stream().map(CalendarEvent::uid).distinct().count() > 1 || masters.size() > 1) {
            return Sorted.because(Code.SEVERAL_EVENTS, events.size());
        }
        Incoming message = new Incoming(
                method,
                mail.room(),
                invitedAs(mail, events),
                new Sender(mail.sender(), mail.authenticated()),
                masters.stream().findFirst(),
                events.stream()
                        .filter(event -> event.recurrenceId().isPresent())
                        .toList(),
                mail.approver());
        return new Sorted(Optional.of(message), List.of());
    }

    /** A day as RECURRENCE-ID of a time of day is the date with the time that the event has. */
    private static CalendarEvent atTheTimeOfTheDate(CalendarEvent event) {
        boolean isGuessed = event.recurrenceId().filter(EventMoment::wholeDay).isPresent()
                && event.time().isTold()
                && !event.time().wholeDays();
        return isGuessed
                ? event.on(EventMoment.at(
                        event.recurrenceId()
                                .orElseThrow()
                                .local()
                                .toLocalDate()
                                .atTime(event.time().start().local().toLocalTime()),
                        event.time().zone()))
                : event;
    }

    /** The room's address as the attendee has it. */
    private static String invitedAs(MailToRoom mail, List<CalendarEvent> events) {
        String own = mail.room().profile().email();
        return events.stream()
                .flatMap(event -> event.people().attendee(own).stream())
                .map(Participant::email)
                .findFirst()
                .orElse(own);
    }
}
