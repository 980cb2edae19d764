package org.passerelle.account.store;

import java.util.Optional;
import org.passerelle.account.Contact;
import org.passerelle.account.Person;
import org.passerelle.account.session.SignedIn;
import org.passerelle.platform.digest.Digests;

/**
 * A stored person as every request asks for them, made once for all that ask while the document is kept.
 *
 * @param person as they were when the account ended, once it has
 * @param stamp see {@link SignedIn}
 */
public record KnownPerson(PersonDocument document, Person person, String stamp) {

    static KnownPerson of(PersonDocument document) {
        return new KnownPerson(document, document.toPerson(), Digests.hex(document.password()));
    }

    /** The same, with what they may do for others. */
    KnownPerson as(Person deputy) {
        return new KnownPerson(document, deputy, stamp);
    }

    boolean isCurrent() {
        return document.isCurrent();
    }

    Contact contact() {
        return Contact.of(person);
    }

    /** @param token the digest of the one by which they are here, if they are */
    public SignedIn signedIn(Optional<String> token) {
        return new SignedIn(person, stamp, token);
    }
}
