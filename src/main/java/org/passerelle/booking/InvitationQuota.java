package org.passerelle.booking;

import java.util.Collection;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.refusal.Reason;

/** How many people somebody may invite; kept where their mail is. */
public interface InvitationQuota {

    /**
     * Counts {@code invited}, before they are written into a booking.
     *
     * @param who invites
     * @param invited whom the booking did not invite before
     * @return why they may not be invited; then nothing is counted. Empty if they may
     */
    Optional<Reason> take(Person who, Collection<EmailAddress> invited);
}
