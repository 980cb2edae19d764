package org.passerelle.account;

import java.util.regex.Pattern;
import org.passerelle.directory.Slug;

/**
 * Names one organisation for ever. The first that goes by a name such as {@code atelier-brie} has it for its id; after
 * that one has ended, a second one is {@code atelier-brie~2}, so that it is never taken for the first.
 */
public record OrganisationId(String value) {

    private static final Pattern LATER = Pattern.compile("~[1-9][0-9]{0,5}");
    private static final char GENERATION = '~';

    /** @throws IllegalArgumentException unless lower-case letters, digits and single hyphens, at most 64 */
    public OrganisationId {
        String slug = slug(value);
        boolean isFirst = slug.length() == value.length();
        if (!Slug.isSlug(slug)
                || !isFirst && !LATER.matcher(value.substring(slug.length())).matches()) {
            throw new IllegalArgumentException(
                    "Expected lower-case letters, digits and single hyphens, at most 64 characters");
        }
    }

    /** The first, second and so on that goes by {@code slug}. */
    public static OrganisationId of(String slug, int generation) {
        return new OrganisationId(generation == 1 ? slug : slug + GENERATION + generation);
    }

    /** Whether people may give an organisation this name. */
    public static boolean isSlug(String text) {
        return Slug.isSlug(text);
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
