package org.passerelle.account;

/** What people have said about how they like to be written to. */
public interface Preferences {

    /** {@link Preference#NONE} of somebody who has said nothing, or has no account. */
    Preference of(PersonId person);

    /** Replaces what was known. In force at once here, within seconds on other nodes. */
    void put(PersonId person, Preference preference);
}
