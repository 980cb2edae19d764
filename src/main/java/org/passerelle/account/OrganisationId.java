package org.passerelle.account;

import java.util.regex.Pattern;

/** The public name of an organisation, such as {@code atelier-brie}. */
public record OrganisationId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    /** @throws IllegalArgumentException unless lower-case letters, digits and single hyphens, at most 64 */
    public OrganisationId {
        if (value.length() > 64 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Expected lower-case letters, digits and single hyphens, at most 64 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
