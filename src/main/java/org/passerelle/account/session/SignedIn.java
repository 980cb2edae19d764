package org.passerelle.account.session;

import java.util.Optional;
import org.passerelle.account.Person;

/**
 * Somebody who has proven who they are.
 *
 * @param stamp changes with the password; a session begun under another stamp has ended
 * @param token the digest of the access token by which they are here; empty if by password
 */
public record SignedIn(Person person, String stamp, Optional<String> token) {

    @Override
    public String toString() {
        return person.email().toString();
    }
}
