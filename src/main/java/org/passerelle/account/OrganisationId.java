package org.passerelle.account;

import java.util.regex.Pattern;

/**
 * Names one organisation for ever. The first that goes by a name such as {@code atelier-brie} has it for its id; after
 * that one has ended, a second one is {@code atelier-brie~2}, so that it is never taken for the first.
 */
public record OrganisationId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*(?:~[1-9][0-9]{0,5})?");
    private static final char GENERATION = '~';
    private static final int LONGEST_SLUG = 64;

    /** @throws IllegalArgumentException unless lower-case letters, digits and single hyphens, at most 64 */
    public OrganisationId {
        if (slug(value).length() > LONGEST_SLUG || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Expected lower-case letters, digits and single hyphens, at most 64 characters");
        }
    }

    /** The first, second and so on that goes by {@code slug}. */
    static OrganisationId of(String slug, int generation) {
        return new OrganisationId(generation == 1 ? slug : slug + GENERATION + generation);
    }

    /** Whether people may give an organisation this name. */
    public static boolean isSlug(String text) {
        return text.indexOf(GENERATION) < 0
                && text.length() <= LONGEST_SLUG
                && FORM.matcher(text).matches();
    }

    /** What people and the directory call it. */
    public String slug() {
        return slug(value);
    }

    private static String slug(String value) {
        int end = value.indexOf(GENERATION);
        return end < 0 ? value : value.substring(0, end);
    }

    @Override
    public String toString() {
        return value;
    }
}
