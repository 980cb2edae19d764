package org.passerelle.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address in lower case: how people sign in and where mail reaches them. At most 254 characters (RFC 5321). */
public record EmailAddress(String value) {

    private static final Pattern FORM = Pattern.compile("[^\\s@<>\"\\p{Cntrl}]{1,64}@[^\\s@<>\"\\p{Cntrl}]{1,189}");

    /** @throws IllegalArgumentException if {@code value} does not look like an address */
    public EmailAddress {
        value = value.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    /** Empty if {@code value} does not look like an address. */
    public static Optional<EmailAddress> parse(String email) {
        return FORM.matcher(email).matches() ? Optional.of(new EmailAddress(email)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
