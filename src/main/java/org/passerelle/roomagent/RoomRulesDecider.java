package org.passerelle.roomagent;

import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.write.RoomReply.RoomAnswer;
import org.passerelle.directory.MailRules;
import org.passerelle.directory.MailRules.Mode;
import org.passerelle.directory.MailRules.Outsiders;
import org.passerelle.roomagent.DecisionReason.DecisionCode;
import org.passerelle.roomagent.ItipDecision.DecisionStep;
import org.passerelle.roomagent.event.IncomingMessage;

/** What the rules of a room say of an event for which it could be booked: by its mode, and by who may invite it. */
final class RoomRulesDecider {

    private final IncomingMessage message;
    private final Optional<Person> account;
    private final List<DecisionReason> grounds;
    private final MailRules rules;

    /** @param grounds are added to */
    RoomRulesDecider(IncomingMessage message, Optional<Person> account, List<DecisionReason> grounds) {
        this.message = message;
        this.account = account;
        this.grounds = grounds;
        this.rules = message.room().profile().mail();
    }

    DecisionStep decide(CalendarEvent event) {
        if (rules.mode() == Mode.DECLINE && !message.approved()) {
            grounds.add(DecisionReason.of(DecisionCode.MODE, rules.mode()));
            return new ItipDecision.Refuse(event, RoomAnswer.DECLINED, Optional.empty());
        }
        if (!new InvitationRights(message, account, grounds).given()) {
            grounds.add(DecisionReason.of(DecisionCode.OUTSIDER_REFUSED, rules.outsiders()));
            return new ItipDecision.Refuse(event, RoomAnswer.FORBIDDEN, Optional.empty());
        }
        boolean isStranger = account.isEmpty() && rules.outsiders() == Outsiders.APPROVAL;
        boolean asks = !message.approved() && (isStranger || rules.mode() == Mode.DECLINE_IF_BUSY);
        if (asks) {
            grounds.add(DecisionReason.of(DecisionCode.MANAGER_DECIDES));
        }
        return new ItipDecision.PlaceStep(event, asks, rules.mode() == Mode.ACCEPT_IF_FREE);
    }
}
