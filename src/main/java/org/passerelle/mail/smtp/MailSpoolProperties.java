package org.passerelle.mail.smtp;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much mail is kept in the data folder while there is no server to give it to.
 *
 * @param spoolMails at most so many mails
 * @param spoolMegabytes and at most so many million bytes
 */
@ConfigurationProperties("passerelle.mail")
record MailSpoolProperties(
        @DefaultValue("1000") int spoolMails,
        @DefaultValue("100") int spoolMegabytes) {

    MailSpool.Bounds bounds() {
        return new MailSpool.Bounds(spoolMails, spoolMegabytes * 1_000_000L);
    }
}
