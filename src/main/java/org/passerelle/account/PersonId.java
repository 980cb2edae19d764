package org.passerelle.account;

/**
 * Who somebody is to the program: an account, or an outsider who is known by an address and has none. What is kept, such
 * as whose a booking is, names this and never the address of an account, since addresses are given to other people in
 * time; ids are not.
 */
public sealed interface PersonId permits AccountId, OutsiderId {

    /** How it is stored. An id of an account has no {@code @}, an address has one, so that {@link #read} tells them apart. */
    String text();

    /** @throws IllegalArgumentException if {@code text} was not made by {@link #text()} */
    static PersonId read(String text) {
        return text.indexOf('@') < 0 ? new AccountId(text) : new OutsiderId(new EmailAddress(text));
    }
}
