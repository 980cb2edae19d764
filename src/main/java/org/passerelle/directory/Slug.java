package org.passerelle.directory;

/** The form of every public name in the directory: lower-case letters and digits in groups joined by single hyphens. */
public final class Slug {

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
        boolean endsAGroup = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean isInAGroup = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (!isInAGroup && !(c == '-' && endsAGroup)) {
                return false;
            }
            endsAGroup = isInAGroup;
        }
        return endsAGroup && value.length() <= LONGEST;
    }
}
