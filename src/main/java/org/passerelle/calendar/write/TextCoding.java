package org.passerelle.calendar.write;

import java.util.stream.IntStream;
import org.passerelle.platform.text.Text;

/**
 * How characters are written in iCalendar. Whatever comes in, no line break, control character or broken surrogate goes
 * out, so that a title can never add a property of its own.
 */
final class TextCoding {

    private static final int REPLACEMENT = 0xFFFD;

    private TextCoding() {}

    /** {@code value} as a TEXT (RFC 5545 section 3.3.11): backslash, semicolon, comma and line breaks escaped. */
    static String text(String value) {
        StringBuilder out = new StringBuilder(value.length() + 16);
        normalised(value).forEach(c -> {
            switch (c) {
                case '\\', ';', ',' -> out.append('\\').appendCodePoint(c);
                case '\n' -> out.append("\\n");
                default -> append(out, c);
            }
        });
        return out.toString();
    }

    /** {@code value} as the value of a parameter: coded by RFC 6868, and quoted where RFC 5545 section 3.2 asks for it. */
    static String parameter(String value) {
        StringBuilder out = new StringBuilder(value.length() + 16);
        normalised(value).forEach(c -> {
            switch (c) {
                case '^' -> out.append("^^");
                case '"' -> out.append("^'");
                case '\n' -> out.append("^n");
                default -> append(out, c);
            }
        });
        boolean quoted = out.chars().anyMatch(c -> c == ':' || c == ';' || c == ',');
        return quoted ? "\"" + out + "\"" : out.toString();
    }

    /** {@code value} of a type that needs no escapes (dates, rules, URIs), with line breaks and controls left out. */
    static String plain(String value) {
        StringBuilder out = new StringBuilder(value.length());
        normalised(value).filter(c -> c != '\n').forEach(c -> append(out, c));
        return out.toString();
    }

    /** The code points of {@code value} with every kind of line break turned into one line feed. */
    private static IntStream normalised(String value) {
        return value.replace("\r\n", "\n").codePoints().map(c -> Text.isBreak(c) ? '\n' : c);
    }

    private static void append(StringBuilder out, int c) {
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            out.appendCodePoint(REPLACEMENT);
        } else if (c == '\t' || Text.isFit(c)) {
            out.appendCodePoint(c);
        }
    }
}
