package org.passerelle.mail.inbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one sender may have of the attention for mail.
 *
 * @param senderPerHour mails that are acted upon within an hour; the rest waits
 */
@ConfigurationProperties("passerelle.mail")
record SenderProperties(@DefaultValue("300") int senderPerHour) {

    SenderProperties {
        if (senderPerHour < 1) {
            throw new IllegalArgumentException("PASSERELLE_MAIL_SENDER_PER_HOUR is 1 or more");
        }
    }
}
