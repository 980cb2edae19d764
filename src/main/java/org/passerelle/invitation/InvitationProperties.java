package org.passerelle.invitation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.mail.MailAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about invitations.
 *
 * @param domain of the addresses that invite; by default that of the rooms
 * @param language of mails to people whose own is not known, one of those spoken
 */
@ConfigurationProperties("passerelle.mail")
public record InvitationProperties(
        @Nullable String domain, @DefaultValue("fr") Locale language) {

    public InvitationProperties {
        if (domain != null && !MailAddress.isPlain("rsvp@" + domain)) {
            throw new IllegalArgumentException("passerelle.mail.domain is no domain: " + domain);
        }
    }
}
