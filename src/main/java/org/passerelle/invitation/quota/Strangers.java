package org.passerelle.invitation.quota;

import org.passerelle.account.EmailAddress;

/** Tells for whom the low limits are. */
interface Strangers {

    boolean isStranger(EmailAddress address);
}
