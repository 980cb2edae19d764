package org.passerelle.invitation;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.i18n.Languages;
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
            throw new IllegalArgumentException("PASSERELLE_MAIL_DOMAIN is " + domain + ", which is no domain");
        }
        if (Languages.find(language).isEmpty()) {
            throw new IllegalArgumentException("PASSERELLE_MAIL_LANGUAGE is "
                    + language.toLanguageTag()
                    + ", which is not spoken here; these are: "
                    + Languages.SPOKEN.stream().map(Locale::toLanguageTag).collect(Collectors.joining(", ")));
        }
    }
}
