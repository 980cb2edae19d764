package org.passerelle.account.session;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A browser in which somebody is signed in. What is known of it here opens nothing: the cookie of the session is kept nowhere.
 *
 * @param id unrelated to the cookie
 * @param owner the id of the account
 * @param browser what the browser says it is, cut; anybody can make theirs say anything
 * @param lastSeen exact to a minute
 */
@Document("browser_sessions")
public record BrowserSession(@Id String id, String owner, String browser, Instant begun, Instant lastSeen) {}
