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

    MailSpoolProperties {
        if (spoolMails < 1 || spoolMegabytes < 1) {
            throw new IllegalArgumentException(
                    "PASSERELLE_MAIL_SPOOL_MAILS and PASSERELLE_MAIL_SPOOL_MEGABYTES are 1 or more");
        }
    }

    MailSpool.Bounds bounds() {
        return new MailSpool.Bounds(spoolMails, spoolMegabytes * 1_000_000L);
    }
}
