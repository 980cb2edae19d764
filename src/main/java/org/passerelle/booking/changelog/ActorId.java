package org.passerelle.booking.changelog;

import java.util.Optional;
import org.passerelle.account.AccountId;
import org.passerelle.account.OutsiderId;
import org.passerelle.account.PersonId;
import org.passerelle.platform.digest.Digests;

/**
 * Names somebody in the change log, which is never rewritten: an account by its id, which says nothing once the account is
 * gone, and an outsider by a digest of the address. So no address is ever in the log.
 *
 * @param value of an outsider it begins with {@value #OUTSIDER}, which no id of an account does
 */
public record ActorId(String value) {

    private static final String OUTSIDER = "outsider:";

    public static ActorId of(PersonId person) {
        if (person instanceof OutsiderId outsider) {
            return new ActorId(OUTSIDER + Digests.shortHex(outsider.text()));
        }
        return new ActorId(((AccountId) person).text());
    }

    /** Whether it names {@code person}; also tells whether an outsider of some address is meant. */
    public boolean names(PersonId person) {
        return of(person).equals(this);
    }

    /** The account; empty of an outsider, whose address is not kept here. */
    public Optional<AccountId> account() {
        return value.startsWith(OUTSIDER) ? Optional.empty() : Optional.of(new AccountId(value));
    }
}
