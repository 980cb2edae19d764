package org.passerelle.account;

/**
 * Somebody without an account who is known by the address they write from. It stays an outsider's when an account gets
 * that address: what is the one's is not the other's.
 */
public record OutsiderId(EmailAddress address) implements PersonId {

    @Override
    public String text() {
        return address.value();
    }

    @Override
    public String toString() {
        return text();
    }
}
