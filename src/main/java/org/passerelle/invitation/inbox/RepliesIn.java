package org.passerelle.invitation.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.PersonId;
import org.passerelle.booking.CalendarUid;
import org.passerelle.calendar.Invitation.Revision;
import org.passerelle.calendar.message.CalendarEvent;
import org.passerelle.calendar.message.EventMoment;
import org.passerelle.calendar.message.MessageMethod;
import org.passerelle.calendar.message.Participant;
import org.passerelle.invitation.AgentAddresses;
import org.passerelle.invitation.Answers;
import org.passerelle.invitation.MailReceiver;
import org.passerelle.invitation.Reply;
import org.passerelle.invitation.owed.Standing;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Takes what calendar programs answer to our invitations: an attendee speaks for themselves, and for nobody else. */
@Component
class RepliesIn implements MailReceiver {

    /** Ours are shorter. */
    private static final int LONGEST_UID = 255;

    private final AgentAddresses addresses;
    private final Answers answers;

    RepliesIn(AgentAddresses addresses, Answers answers) {
        this.addresses = addresses;
        this.answers = answers;
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
        List<String> told = new ArrayList<>();
        for (CalendarEvent event : mail.content().events()) {
            told.add("ANSWER " + mail.sender() + " | " + taken(mail, event));
        }
        return told;
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
                new PersonId(mail.sender()),
                event.recurrenceId().map(EventMoment::instant),
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
}
