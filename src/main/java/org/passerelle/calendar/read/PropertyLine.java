package org.passerelle.calendar.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One property as it came (RFC 5545 section 3.1), more tolerant than the standard: what Outlook and Exchange forget to
 * quote is understood.
 *
 * @param name in upper case
 * @param parameters by name in upper case; values without quotes, RFC 6868 undone
 * @param value as written
 * @param text the whole line
 */
public record PropertyLine(String name, Map<String, String> parameters, String value, String text) {

    /** A zone such as {@code (UTC+01:00) Brussels, Paris} is often not quoted, although it holds a colon. */
    private static final Set<String> OF_TIME =
            Set.of("DTSTART", "DTEND", "DUE", "RECURRENCE-ID", "EXDATE", "RDATE", "DTSTAMP");

    public PropertyLine {
        parameters = Map.copyOf(parameters);
    }

    /** Empty for a line that is none. */
    public static Optional<PropertyLine> parse(String line) {
        int nameEnd = nameEnd(line);
        if (nameEnd == 0 || nameEnd == line.length()) {
            return Optional.empty();
        }
        String name = line.substring(0, nameEnd).toUpperCase(Locale.ROOT);
        int colon = OF_TIME.contains(name) ? line.lastIndexOf(':') : colon(line, nameEnd);
        if (colon < nameEnd) {
            return Optional.empty();
        }
        return Optional.of(
                new PropertyLine(name, parameters(line.substring(nameEnd, colon)), line.substring(colon + 1), line));
    }

    public String parameter(String wanted, String otherwise) {
        return parameters.getOrDefault(wanted, otherwise);
    }

    /** The value as TEXT (section 3.3.11), its escapes undone. */
    public String words() {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                char escaped = value.charAt(i);
                out.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
            } else {
                out.append(c);
            }
        }
        return out.toString().strip();
    }

    private static int nameEnd(String line) {
        int end = 0;
        while (end < line.length() && isOfAName(line.charAt(end))) {
            end++;
        }
        return end < line.length() && (line.charAt(end) == ';' || line.charAt(end) == ':') ? end : 0;
    }

    private static boolean isOfAName(char c) {
        return c == '-' || c == '_' || c < 0x80 && Character.isLetterOrDigit(c);
    }

    /** The first colon outside quotes; a quote that is never closed is an ordinary character. */
    private static int colon(String line, int from) {
        boolean quoted = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ':' && !quoted) {
                return i;
            }
        }
        return quoted ? line.indexOf(':', from) : -1;
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> found = new TreeMap<>();
        for (String part : parts(text)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                found.putIfAbsent(
                        part.substring(0, equals).strip().toUpperCase(Locale.ROOT),
                        decoded(part.substring(equals + 1)));
            }
        }
        return found;
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                parts.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }

    /** Without quotes, RFC 6868 undone from the left to the right, so that {@code ^^n} is a circumflex and an n. */
    private static String decoded(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            char next = c == '^' && i + 1 < value.length() ? value.charAt(i + 1) : ' ';
            if (next == '^' || next == 'n' || next == '\'') {
                out.append(next == 'n' ? '\n' : next == '\'' ? '"' : '^');
                i++;
            } else if (c != '"') {
                out.append(c);
            }
        }
        return out.toString().strip();
    }
}
