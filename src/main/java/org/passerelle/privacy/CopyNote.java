package org.passerelle.privacy;

import java.time.Instant;
import java.util.Set;
import org.passerelle.account.AccountId;

/**
 * That whoever administers the network has made a copy of what is kept of somebody. It names nobody by address.
 *
 * @param by who made it
 * @param accounts of whom it is about; none if they never had one
 * @param addresses of people without an account, by digests
 */
public record CopyNote(String id, Instant at, AccountId by, Set<AccountId> accounts, Set<String> addresses) {

    public CopyNote {
        accounts = Set.copyOf(accounts);
        addresses = Set.copyOf(addresses);
    }
}
