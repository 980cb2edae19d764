package org.passerelle.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A person's e-mail address in lower case, which is also how they sign in. At most 254 characters (RFC 5321). */
public record PersonId(String email) {

    private static final Pattern FORM = Pattern.compile("[^\\s@<>\"\\p{Cntrl}]{1,64}@[^\\s@<>\"\\p{Cntrl}]{1,189}");

    /** @throws IllegalArgumentException if {@code email} does not look like an address */
    public PersonId {
        email = email.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(email).matches()) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    /** Empty if {@code email} does not look like an address. */
    public static Optional<PersonId> parse(String email) {
        return FORM.matcher(email).matches() ? Optional.of(new PersonId(email)) : Optional.empty();
    }

    @Override
    public String toString() {
        return email;
    }
}
