package org.passerelle.directory;

import java.util.regex.Pattern;

/** The form of every public name in the directory: lower-case letters and digits in groups joined by single hyphens. */
public final class Slug {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int LONGEST = 64;

    private Slug() {}

    /** @throws IllegalArgumentException if {@code value} is not a slug */
    public static void require(String value) {
        if (!isSlug(value)) {
            throw new IllegalArgumentException(
                    "Expected lower-case letters, digits and single hyphens, at most " + LONGEST + " characters");
        }
    }

    public static boolean isSlug(String value) {
        return value.length() <= LONGEST && FORM.matcher(value).matches();
    }
}
