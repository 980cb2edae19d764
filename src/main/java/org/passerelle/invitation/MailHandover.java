package org.passerelle.invitation;

import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.Booking;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.invitation.pending.PendingMessage;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.Postbox;
import org.passerelle.mail.Postbox.HandoverOutcome;
import org.passerelle.mail.Postbox.Receipt;
import org.passerelle.mail.quota.Full;
import org.passerelle.mail.quota.MailQuota;
import org.springframework.stereotype.Component;

/** Hands over one mail that is owed, if the limits of the day allow it. */
@Component
class MailHandover {

    private final Composing composing;
    private final MailQuota quota;
    private final Postbox postbox;

    MailHandover(Composing composing, MailQuota quota, Postbox postbox) {
        this.composing = composing;
        this.quota = quota;
        this.postbox = postbox;
    }

    /**
     * How it ended.
     *
     * @param full the limit that keeps it back; then it was not handed over, and the receipt says only that
     */
    record Handed(Receipt receipt, Optional<Full> full) {

        static Handed over(Receipt receipt) {
            return new Handed(receipt, Optional.empty());
        }
    }

    /** @param isUrgent whether it may use the reserve of the day */
    Handed hand(Booking booking, Delivery delivery, PendingMessage owed, boolean isUrgent) {
        Optional<OutgoingMail> mail = composing.mail(booking, delivery, owed);
        if (mail.isEmpty()) {
            return Handed.over(new Receipt(HandoverOutcome.REFUSED, ""));
        }
        if (endsAll(owed)) {
            return Handed.over(postbox.send(mail.get()));
        }
        String organiser = booking.owner().organiser().toString();
        EmailAddress whom = owed.whom().email();
        Optional<Full> full = quota.take(organiser, whom, isUrgent);
        if (full.isPresent()) {
            return new Handed(new Receipt(HandoverOutcome.LATER, ""), full);
        }
        Receipt receipt = postbox.send(mail.get());
        if (receipt.outcome() != HandoverOutcome.TAKEN && receipt.outcome() != HandoverOutcome.REFUSED) {
            quota.giveBack(organiser, whom);
        }
        return Handed.over(receipt);
    }

    /** There is one such mail at most for each invitation that was counted, and nobody is to come in vain. */
    private static boolean endsAll(PendingMessage owed) {
        return owed.kind() == ItipMethod.CANCEL && owed.only().isEmpty();
    }
}
