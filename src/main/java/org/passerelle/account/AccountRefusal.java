package org.passerelle.account;

/** Why a change to people or organisations is not made. */
public enum AccountRefusal {
    /** A new person needs a password. */
    PASSWORD_MISSING,
    /** Shorter than {@code PasswordRules.SHORTEST} characters. */
    PASSWORD_TOO_SHORT,
    /** Longer than {@code PasswordRules.LONGEST_IN_BYTES} bytes in UTF-8, which is all that bcrypt reads. */
    PASSWORD_TOO_LONG,
    /** One of the {@code CommonPasswords}. */
    PASSWORD_COMMON,
    /** The person's own address or a part of it, this installation's host or the name of the program, with digits and signs or not. */
    PASSWORD_OBVIOUS,
    /** The present password given with the new one is not the person's. */
    PASSWORD_WRONG,
    /** The person's organisation does not exist. */
    ORGANISATION_UNKNOWN,
    /** People still belong to the organisation. */
    ORGANISATION_HAS_PEOPLE,
    /** It is not any more as whoever changes it has seen it. */
    MEANWHILE,
    /** Nobody would be left to administer the network. */
    LAST_ADMINISTRATOR
}
