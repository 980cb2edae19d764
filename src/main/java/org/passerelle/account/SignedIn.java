package org.passerelle.account;

/**
 * Somebody who has proven who they are.
 *
 * @param stamp changes with the password; a session begun under another stamp has ended
 */
public record SignedIn(Person person, String stamp) {

    @Override
    public String toString() {
        return person.email().toString();
    }
}
