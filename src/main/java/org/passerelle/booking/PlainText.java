package org.passerelle.booking;

/** Bounds on what people may type: no control characters, which break mails, feeds and terminals, and no lengths without end. */
public final class PlainText {

    private PlainText() {}

    /**
     * Lets one line of text pass.
     *
     * @throws IllegalArgumentException if {@code text} is longer, or holds a control character or a lone surrogate
     */
    public static void requireLine(String what, String text, int longest) {
        require(what, text, longest, false);
    }

    /** As {@link #requireLine}, but line breaks and tabs are welcome. */
    public static void requireLines(String what, String text, int longest) {
        require(what, text, longest, true);
    }

    /** Whether {@code text} has neither a line break nor another control character nor a lone surrogate. */
    public static boolean isLine(String text) {
        return text.codePoints().allMatch(PlainText::isPlain);
    }

    private static void require(String what, String text, int longest, boolean severalLines) {
        if (text.length() > longest) {
            throw new IllegalArgumentException("The " + what + " has at most " + longest + " characters");
        }
        boolean clean =
                text.codePoints().allMatch(c -> isPlain(c) || (severalLines && (c == '\n' || c == '\r' || c == '\t')));
        if (!clean) {
            throw new IllegalArgumentException("The " + what + " must not contain control characters");
        }
    }

    private static boolean isPlain(int codePoint) {
        return !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE
                && codePoint != 0x2028
                && codePoint != 0x2029;
    }
}
