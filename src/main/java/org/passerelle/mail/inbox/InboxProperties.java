package org.passerelle.mail.inbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail comes in, by SMTP or IMAP.
 *
 * @param authservId by which name the mail server in front of us signs its Authentication-Results (RFC 8601); without it
 *     nobody's sender is certain
 * @param inboxMails how many mails are kept to be looked up
 */
@ConfigurationProperties("passerelle.mail")
record InboxProperties(
        @Nullable String authservId, @DefaultValue("5000") int inboxMails) {

    Optional<String> authserv() {
        return Optional.ofNullable(authservId).map(String::strip).filter(id -> !id.isEmpty());
    }
}
