package org.passerelle.mail.quota;

import org.passerelle.account.EmailAddress;

/** Tells for whom the low limits are. */
interface Strangers {

    boolean isStranger(EmailAddress address);
}
