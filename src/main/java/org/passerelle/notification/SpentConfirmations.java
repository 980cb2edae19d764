package org.passerelle.notification;

import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.mail.quota.MailQuota;
import org.passerelle.notification.owed.BookingNotification;
import org.passerelle.notification.owed.NotificationKind;
import org.springframework.stereotype.Component;

/**
 * Knows of which confirmations no mail would go out, because whoever booked has used up their mails: these need not be stored,
 * only to be forgotten when their turn comes.
 */
@Component
class SpentConfirmations {

    private final MailQuota quota;
    private final Accounts accounts;

    SpentConfirmations(MailQuota quota, Accounts accounts) {
        this.quota = quota;
        this.accounts = accounts;
    }

    /** @param booking that it is about */
    boolean contain(BookingNotification notification, Booking booking) {
        String by = booking.owner().organiser().toString();
        return notification.kind() == NotificationKind.CONFIRMATION
                && accounts.person(notification.to())
                        .map(Person::email)
                        .filter(to -> quota.isSpent(by, to))
                        .isPresent();
    }
}
