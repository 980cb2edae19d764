package org.passerelle.platform.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text from outside, as one line or as several. The predicate that refuses what people type is the one that cleans what mails
 * and foreign calendars say, so that nothing cleaned is ever refused later. Lengths are in UTF-16 units.
 *
 * <p>Not fit are: controls (Unicode Cc), line and paragraph separators (U+2028, U+2029), lone surrogates, noncharacters that
 * XML cannot carry (U+FFFE, U+FFFF), and the format characters that change how the text after them reads: embeddings,
 * overrides and isolates of direction (U+202A to U+202E, U+2066 to U+2069), interlinear annotations (U+FFF9 to U+FFFB), the
 * byte order mark (U+FEFF). Joiners and direction marks stay: emoji, Persian and Hebrew need them.
 */
public final class Text {

    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    /** A grapheme longer than this is no letter of any script, but a heap of combining marks: cut it between code points. */
    private static final int LONGEST_GRAPHEME = 64;

    private Text() {}

    /** Whether {@code text} is one line of fit characters. */
    public static boolean isLine(String text) {
        return text.codePoints().allMatch(Text::isFit);
    }

    /** As {@link #isLine}, but line feeds, carriage returns and tabs are welcome. */
    public static boolean isLines(String text) {
        return text.codePoints().allMatch(c -> isFit(c) || isLayout(c));
    }

    /**
     * Lets one line of text pass.
     *
     * @throws IllegalArgumentException if {@code text} is longer than {@code most}, or is no line (see the class)
     */
    public static void requireLine(String what, String text, int most) {
        require(what, text, most, isLine(text));
    }

    /** As {@link #requireLine}, but line breaks and tabs are welcome. */
    public static void requireLines(String what, String text, int most) {
        require(what, text, most, isLines(text));
    }

    /** {@code raw} as one stripped line: breaks and tabs become one blank, what is not fit is left out, {@link #cut} at {@code most}. */
    public static String line(String raw, int most) {
        StringBuilder line = new StringBuilder(Math.min(raw.length(), most + LONGEST_GRAPHEME));
        normalised(raw, most).chars().forEach(c -> {
            boolean blank = c == '\n' || c == '\t';
            if (!blank || (!line.isEmpty() && line.charAt(line.length() - 1) != ' ')) {
                line.append(blank ? ' ' : (char) c);
            }
        });
        return cut(line.toString().strip(), most).strip();
    }

    /** {@code raw} as stripped lines: every kind of break becomes a line feed, what is not fit is left out, {@link #cut} at {@code most}. */
    public static String lines(String raw, int most) {
        return cut(normalised(raw, most).strip(), most).strip();
    }

    /** At most {@code most} UTF-16 units of {@code text}, never ending within a surrogate pair or a grapheme (UAX 29). */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int from = Math.max(0, most - LONGEST_GRAPHEME);
        int to = Math.min(text.length(), most + LONGEST_GRAPHEME);
        Matcher grapheme = GRAPHEME.matcher(text).region(from, to);
        int end = -1;
        while (grapheme.find() && grapheme.end() <= most) {
            end = grapheme.end();
        }
        if (end > from) {
            return text.substring(0, end);
        }
        boolean splitsPair = most > 0
                && Character.isHighSurrogate(text.charAt(most - 1))
                && Character.isLowSurrogate(text.charAt(most));
        return text.substring(0, splitsPair ? most - 1 : most);
    }

    /** As {@link #line}, but what was cut says so: the last of at most {@code most} characters is then an ellipsis. */
    public static String shortened(String raw, int most) {
        String whole = line(raw, most + 1);
        return whole.length() <= most ? whole : cut(whole, most - 1).strip() + "…";
    }

    /**
     * The fit characters of {@code raw} with line feeds for breaks; no more of it than {@code most} could ever need, twice, so that
     * a hostile text costs no more than its bound.
     */
    private static String normalised(String raw, int most) {
        StringBuilder fit = new StringBuilder(Math.min(raw.length(), most + LONGEST_GRAPHEME));
        for (int i = 0; i < raw.length() && fit.length() < 2L * most + LONGEST_GRAPHEME; ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r' && i < raw.length() && raw.charAt(i) == '\n') {
                continue;
            }
            if (isBreak(c)) {
                fit.append('\n');
            } else if (c == '\t' || isFit(c)) {
                fit.appendCodePoint(c);
            }
        }
        return fit.toString();
    }

    private static void require(String what, String text, int most, boolean fit) {
        if (text.length() > most) {
            throw new IllegalArgumentException("The " + what + " has at most " + most + " characters");
        }
        if (!fit) {
            throw new IllegalArgumentException(
                    "The " + what + " must not contain control characters or marks that change the direction of text");
        }
    }

    /** Whether a code point ends a line for any reader: LF and CR, and VT, FF, NEL, LS, PS, which only some take for an end. */
    public static boolean isBreak(int c) {
        return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static boolean isLayout(int c) {
        return c == '\n' || c == '\r' || c == '\t';
    }

    /** Whether a code point may stand in a line; see the class. */
    public static boolean isFit(int c) {
        return !Character.isISOControl(c)
                && Character.getType(c) != Character.SURROGATE
                && c != 0x2028
                && c != 0x2029
                && !(c >= 0x202A && c <= 0x202E)
                && !(c >= 0x2066 && c <= 0x2069)
                && !(c >= 0xFFF9 && c <= 0xFFFB)
                && c != 0xFEFF
                && (c & 0xFFFE) != 0xFFFE;
    }
}
