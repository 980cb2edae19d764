package org.passerelle.calendar.write;

import java.nio.charset.StandardCharsets;

/**
 * Writes an iCalendar object as bytes: UTF-8, lines ended by CRLF and folded at 75 octets between characters (RFC 5545
 * section 3.1). Own code because ical4j folds by characters, which clients refuse for Japanese text or emoji.
 */
public final class IcsWriter {

    private static final int LINE_OCTETS = 75;

    private final StringBuilder out = new StringBuilder(4096);

    public IcsWriter begin(String component) {
        return write(ContentLine.plain("BEGIN", component));
    }

    public IcsWriter end(String component) {
        return write(ContentLine.plain("END", component));
    }

    public IcsWriter write(ContentLine line) {
        fold(line.toString());
        out.append("\r\n");
        return this;
    }

    /** A property that came from outside and is repeated as it stands, but for characters that would end its line. */
    public IcsWriter verbatim(String line) {
        fold(TextCoding.plain(line));
        out.append("\r\n");
        return this;
    }

    /** Whole lines that this class has written before. */
    public IcsWriter raw(String lines) {
        out.append(lines);
        return this;
    }

    public byte[] toBytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void fold(String line) {
        int used = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            int octets = octets(character);
            if (used + octets > LINE_OCTETS) {
                out.append("\r\n ");
                used = 1;
            }
            out.appendCodePoint(character);
            used += octets;
            i += Character.charCount(character);
        }
    }

    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
