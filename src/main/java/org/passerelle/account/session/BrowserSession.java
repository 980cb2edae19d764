package org.passerelle.account.session;

import java.time.Instant;
import org.passerelle.account.AccountId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A browser in which somebody is signed in, on whichever node. What is stored of it opens nothing: the secret in its cookie is
 * kept nowhere.
 *
 * @param id names it, to its owner too
 * @param digest of the secret
 * @param owner the id of the account
 * @param stamp of the password that the owner had when it began; under another one it is over
 * @param browser what the browser says it is, cut; anybody can make theirs say anything
 * @param lastSeen exact to a minute
 */
@Document("browser_sessions")
public record BrowserSession(
        @Id String id, String digest, String owner, String stamp, String browser, Instant begun, Instant lastSeen) {

    public AccountId accountId() {
        return new AccountId(owner);
    }
}
