package org.passerelle.roomagent;

import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.directory.MailRules;
import org.passerelle.directory.MailRules.Outsiders;
import org.passerelle.roomagent.DecisionReason.DecisionCode;
import org.passerelle.roomagent.event.IncomingMessage;

/** Whether whoever sent a message may invite the room at all, by what its site says of people without an account. Pure. */
final class InvitationRights {

    private final IncomingMessage message;
    private final Optional<Person> account;
    private final MailRules rules;
    private final List<DecisionReason> grounds;

    /**
     * @param account of whoever sent it
     * @param grounds are added to
     */
    InvitationRights(IncomingMessage message, Optional<Person> account, List<DecisionReason> grounds) {
        this.message = message;
        this.account = account;
        this.rules = message.room().profile().mail();
        this.grounds = grounds;
    }

    boolean given() {
        if (message.approved()) {
            return true;
        }
        if (account.isPresent()) {
            grounds.add(DecisionReason.of(DecisionCode.MEMBER, account.get().email()));
            return rules.outsiders() != Outsiders.NOBODY
                    || account.get().manages(message.room().site());
        }
        String actor = message.sender().address();
        if (rules.outsiders() == Outsiders.DOMAINS && rules.admits(actor)) {
            grounds.add(DecisionReason.of(DecisionCode.DOMAIN_ADMITTED, actor));
            return true;
        }
        return rules.outsiders() == Outsiders.APPROVAL;
    }
}
