package org.passerelle.invitation.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.CalendarUid;
import org.passerelle.calendar.Invitation.Revision;
import org.passerelle.calendar.message.CalendarEvent;
import org.passerelle.calendar.message.EventMoment;
import org.passerelle.calendar.message.MessageMethod;
import org.passerelle.calendar.message.Participant;
import org.passerelle.calendar.message.SchedulingMessage.BrokenEvent;
import org.passerelle.invitation.AgentAddresses;
import org.passerelle.invitation.Answers;
import org.passerelle.invitation.MailReceiver;
import org.passerelle.invitation.Refreshing;
import org.passerelle.invitation.Reply;
import org.passerelle.invitation.owed.Standing;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Takes what calendar programs answer to our invitations: an attendee speaks for themselves, and for nobody else. */
@Component
class RepliesIn implements MailReceiver {

    /** Answers in one message, each of which is looked up and noted; people answer a series, and a few dates of it. */
    private static final int MOST_ANSWERS = 100;

    /** Answers in one message that cannot be read, of which the mail log says why. */
    private static final int MOST_BROKEN = 5;

    /** Ours are shorter. */
    private static final int LONGEST_UID = 255;

    private static final String NO_ANSWER = Answers.Result.NO_ANSWER.name();

    private final AgentAddresses addresses;
    private final Answers answers;
    private final Refreshing refreshing;

    RepliesIn(AgentAddresses addresses, Answers answers, Refreshing refreshing) {
        this.addresses = addresses;
        this.answers = answers;
        this.refreshing = refreshing;
    }

    @Override
    public boolean takes(String recipient) {
        return addresses.answered(recipient).isPresent();
    }

    @Override
    public List<String> take(ReceivedMail mail) {
        if (!mail.authenticated()) {
            return List.of("NOT_AUTHENTICATED " + mail.sender());
        }
        if (mail.content().method().filter(MessageMethod.REFRESH::equals).isPresent()) {
            return refreshed(mail);
        }
        int count = mail.content().events().size();
        if (count > MOST_ANSWERS) {
            return List.of("TOO_MANY_DATES " + count + " | " + MOST_ANSWERS);
        }
        List<String> told = new ArrayList<>();
        for (CalendarEvent event : mail.content().events()) {
            String result = taken(mail, event);
            told.add(
                    result.equals(NO_ANSWER)
                            ? NO_ANSWER + " " + mail.sender()
                            : "ANSWER " + mail.sender() + " | " + result);
        }
        if (told.isEmpty()) {
            told.add((mail.content().broken().isEmpty() ? "FOR_THE_ORGANISER " : "UNREADABLE_ANSWER ") + mail.sender());
        }
        mail.content().broken().stream()
                .limit(MOST_BROKEN)
                .forEach(broken -> told.add("UNREADABLE " + broken.reason()));
        return told;
    }

    /** It needs no more than a UID, so that an event without a time is not broken here. */
    private List<String> refreshed(ReceivedMail mail) {
        return Stream.concat(
                        mail.content().events().stream().map(CalendarEvent::uid),
                        mail.content().broken().stream().map(BrokenEvent::uid))
                .distinct()
                .filter(uid -> !uid.isEmpty() && uid.length() <= LONGEST_UID)
                .limit(1)
                .map(uid -> refreshing.send(mail.recipient(), new CalendarUid(uid), new EmailAddress(mail.sender())))
                .map(isSent -> (isSent ? "SENT_AGAIN " : "NOT_SENT_AGAIN ") + mail.sender())
                .toList();
    }

    private String taken(ReceivedMail mail, CalendarEvent event) {
        Optional<Participant> attendee = event.people().attendee(mail.sender());
        Optional<MessageMethod> method = mail.content().method();
        if (attendee.isEmpty() || event.uid().length() > LONGEST_UID) {
            return Answers.Result.UNKNOWN.name();
        }
        Reply reply = new Reply(
                List.of(mail.recipient()),
                new CalendarUid(event.uid()),
                new EmailAddress(mail.sender()),
                event.recurrenceId().map(date -> date(mail, event, date)),
                Standing.parse(attendee.get().answer()).orElse(Standing.NEEDS_ACTION),
                new Revision(event.identity().sequence(), event.identity().stamp()),
                event.words().comment());
        boolean takesTime = event.time().end().isAfter(event.time().start().instant());
        if (method.filter(MessageMethod.COUNTER::equals).isPresent() && takesTime) {
            Interval proposed =
                    Interval.of(event.time().start().instant(), event.time().end());
            return answers.take(new Reply.Counter(reply, proposed)).name();
        }
        return method.filter(MessageMethod.REPLY::equals).isPresent()
                ? answers.take(reply).name()
                : Answers.Result.UNKNOWN.name();
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
