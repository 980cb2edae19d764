package org.passerelle.mail.dkim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail as it travels (RFC 5322), cut into its header fields and its body and otherwise untouched, since a signature is over
 * the very bytes.
 *
 * @param fields in order
 * @param body not to be changed; empty if there is none
 */
public record RawMail(List<Field> fields, byte[] body) {

    private static final int MOST_FIELDS = 1_000;

    /**
     * One header field.
     *
     * @param name in lower case
     * @param text all of it, folded as it came, a character a byte, with its last line break
     */
    public record Field(String name, String text) {

        /** What stands after the colon, unfolded. */
        public String value() {
            return text.substring(text.indexOf(':') + 1).replaceAll("\r\n", "").strip();
        }
    }

    public RawMail {
        fields = List.copyOf(fields);
    }

    /**
     * Empty if {@code raw} does not begin with header fields that end in CRLF, or has too many; also if a CR or LF stands alone
     * in one (RFC 5322 section 2.2). Others end the line there, and what is one field to whoever signs or vouches would be a
     * header and a body of somebody else's making to them.
     */
    public static Optional<RawMail> of(byte[] raw) {
        List<Field> fields = new ArrayList<>();
        int at = 0;
        while (at < raw.length) {
            if (isLineBreak(raw, at)) {
                return Optional.of(new RawMail(fields, rest(raw, at + 2)));
            }
            int end = endOfField(raw, at);
            String text = new String(raw, at, Math.max(0, end - at), StandardCharsets.ISO_8859_1);
            int colon = text.indexOf(':');
            if (end < 0 || colon < 1 || fields.size() >= MOST_FIELDS) {
                return Optional.empty();
            }
            fields.add(new Field(text.substring(0, colon).strip().toLowerCase(Locale.ROOT), text));
            at = end;
        }
        return Optional.of(new RawMail(fields, new byte[0]));
    }

    /** Fields of that name, in order. */
    public List<Field> all(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).toList();
    }

    private static boolean isLineBreak(byte[] raw, int at) {
        return at + 1 < raw.length && raw[at] == '\r' && raw[at + 1] == '\n';
    }

    /** Behind the line break after which no further line belongs to the field; less than zero if it is none. */
    private static int endOfField(byte[] raw, int from) {
        for (int at = from; at < raw.length; at++) {
            if (isLineBreak(raw, at)) {
                int next = at + 2;
                if (next >= raw.length || raw[next] != ' ' && raw[next] != '\t') {
                    return next;
                }
                at = next;
            } else if (raw[at] == '\r' || raw[at] == '\n' || raw[at] == 0) {
                return -1;
            }
        }
        return -1;
    }

    private static byte[] rest(byte[] raw, int from) {
        byte[] rest = new byte[raw.length - from];
        System.arraycopy(raw, from, rest, 0, rest.length);
        return rest;
    }
}
