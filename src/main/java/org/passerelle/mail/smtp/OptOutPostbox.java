package org.passerelle.mail.smtp;

import org.passerelle.account.EmailAddress;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.Postbox;
import org.passerelle.mail.optout.OptOuts;

/** Hands over only what is wanted, whatever it is: the one way out, so that nobody who sends need think of it. */
public final class OptOutPostbox implements Postbox {

    private final Postbox next;
    private final OptOuts optOuts;

    public OptOutPostbox(Postbox next, OptOuts optOuts) {
        this.next = next;
        this.optOuts = optOuts;
    }

    @Override
    public Receipt send(OutgoingMail mail) {
        boolean isUnwanted =
                EmailAddress.parse(mail.recipient()).filter(optOuts::refuses).isPresent();
        return isUnwanted ? new Receipt(HandoverOutcome.UNWANTED, "") : next.send(mail);
    }
}
