package org.passerelle.privacy;

import java.util.Optional;
import java.util.Set;
import org.passerelle.account.AccountId;

/**
 * By what somebody who was erased is found again in an older copy of the store, and what was to become of their bookings. Names
 * nobody.
 *
 * @param addresses of people without an account, as {@link AddressDigests} tells them
 * @param heir who got the bookings ahead; empty if they were called off
 */
public record SubjectMark(Set<String> addresses, Optional<AccountId> heir) {

    /** Of an account of which nothing more is known. */
    public static final SubjectMark NONE = new SubjectMark(Set.of(), Optional.empty());

    public SubjectMark {
        addresses = Set.copyOf(addresses);
    }
}
