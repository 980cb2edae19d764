package org.passerelle.invitation.received;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.CalendarUid;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.PartStat;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventMoment;
import org.passerelle.calendar.read.EventParticipant;
import org.passerelle.calendar.read.SchedulingMessage;
import org.passerelle.calendar.read.SchedulingMessage.BrokenEvent;
import org.passerelle.calendar.write.Invitation.Revision;
import org.passerelle.invitation.AgentAddresses;
import org.passerelle.invitation.Answers;
import org.passerelle.invitation.Refreshing;
import org.passerelle.invitation.Reply;
import org.passerelle.mail.inbox.LoggedReason;
import org.passerelle.mail.inbox.MailReceiver;
import org.passerelle.mail.inbox.ReceivedMail;
import org.passerelle.mail.inbox.Reception;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Receives what calendar programs answer to our invitations: an attendee speaks for themselves, and for nobody else. */
@Component
class ReplyHandler implements MailReceiver {

    /** Answers in one message, each of which is looked up and noted; people answer a series, and a few dates of it. */
    private static final int MOST_ANSWERS = 100;

    /** Answers in one message that cannot be read, of which the mail log says why. */
    private static final int MOST_BROKEN = 5;

    /** Ours are shorter. */
    private static final int LONGEST_UID = 255;

    private static final SchedulingMessage NO_CALENDAR =
            new SchedulingMessage(Optional.empty(), "", List.of(), List.of());

    private final AgentAddresses addresses;
    private final Answers answers;
    private final Refreshing refreshing;

    ReplyHandler(AgentAddresses addresses, Answers answers, Refreshing refreshing) {
        this.addresses = addresses;
        this.answers = answers;
        this.refreshing = refreshing;
    }

    @Override
    public boolean takes(String recipient) {
        return addresses.answered(recipient).isPresent();
    }

    @Override
    public boolean receivesAutomaticMail() {
        return true;
    }

    @Override
    public Optional<Reception> receive(ReceivedMail mail) {
        List<SchedulingMessage> calendars = mail.calendars().isEmpty() ? List.of(NO_CALENDAR) : mail.calendars();
        List<LoggedReason> told = calendars.stream()
                .flatMap(calendar -> received(mail, calendar).stream())
                .toList();
        return told.isEmpty() ? Optional.empty() : Optional.of(Reception.done(told));
    }

    private List<LoggedReason> received(ReceivedMail mail, SchedulingMessage calendar) {
        String sender = mail.from().address();
        if (!mail.from().authenticated()) {
            return List.of(LoggedReason.of("NOT_AUTHENTICATED", sender));
        }
        if (calendar.method().filter(ItipMethod.REFRESH::equals).isPresent()) {
            return refreshed(mail, calendar);
        }
        int count = calendar.events().size();
        if (count > MOST_ANSWERS) {
            return List.of(LoggedReason.of("TOO_MANY_DATES", Integer.toString(count), Integer.toString(MOST_ANSWERS)));
        }
        List<LoggedReason> told = new ArrayList<>();
        for (CalendarEvent event : calendar.events()) {
            Answers.AnswerResult result = taken(mail, calendar, event);
            told.add(
                    result == Answers.AnswerResult.NO_ANSWER
                            ? LoggedReason.of(result.name(), sender)
                            : LoggedReason.of("ANSWER", sender, result.name()));
        }
        if (told.isEmpty()) {
            told.add(LoggedReason.of(calendar.broken().isEmpty() ? "FOR_THE_ORGANISER" : "UNREADABLE_ANSWER", sender));
        }
        calendar.broken().stream()
                .limit(MOST_BROKEN)
                .forEach(broken ->
                        told.add(new LoggedReason("UNREADABLE", broken.fault().written())));
        return told;
    }

    /** It needs no more than a UID, so that an event without a time is not broken here. */
    private List<LoggedReason> refreshed(ReceivedMail mail, SchedulingMessage calendar) {
        String sender = mail.from().address();
        return Stream.concat(
                        calendar.events().stream().map(CalendarEvent::uid),
                        calendar.broken().stream().map(BrokenEvent::uid))
                .distinct()
                .filter(uid -> !uid.isEmpty() && uid.length() <= LONGEST_UID)
                .limit(1)
                .map(uid -> refreshing.send(mail.recipient(), new CalendarUid(uid), new EmailAddress(sender)))
                .map(isSent -> LoggedReason.of(isSent ? "SENT_AGAIN" : "NOT_SENT_AGAIN", sender))
                .toList();
    }

    private Answers.AnswerResult taken(ReceivedMail mail, SchedulingMessage calendar, CalendarEvent event) {
        String sender = mail.from().address();
        Optional<EventParticipant> attendee = event.people().attendee(sender);
        Optional<ItipMethod> method = calendar.method();
        if (attendee.isEmpty() || event.uid().length() > LONGEST_UID) {
            return Answers.AnswerResult.UNKNOWN;
        }
        Reply reply = new Reply(
                List.of(mail.recipient()),
                new CalendarUid(event.uid()),
                new EmailAddress(sender),
                event.recurrenceId().map(date -> date(mail, event, date)),
                PartStat.parse(attendee.get().answer()).orElse(PartStat.NEEDS_ACTION),
                new Revision(event.identity().sequence(), event.identity().stamp()),
                event.words().comment());
        boolean takesTime = event.time().end().isAfter(event.time().start().instant());
        if (method.filter(ItipMethod.COUNTER::equals).isPresent() && takesTime) {
            Interval proposed =
                    Interval.of(event.time().start().instant(), event.time().end());
            return answers.take(new Reply.Counter(reply, proposed));
        }
        return method.filter(ItipMethod.REPLY::equals).isPresent() ? answers.take(reply) : Answers.AnswerResult.UNKNOWN;
    }

    /** A program that names only the day of a date means the one of that day. */
    private Instant date(ReceivedMail mail, CalendarEvent event, EventMoment written) {
        return Optional.of(written)
                .filter(EventMoment::wholeDay)
                .flatMap(day -> answers.dateOn(
                        mail.recipient(),
                        new CalendarUid(event.uid()),
                        day.local().toLocalDate()))
                .orElse(written.instant());
    }
}
