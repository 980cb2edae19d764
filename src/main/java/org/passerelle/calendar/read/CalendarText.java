package org.passerelle.calendar.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.Set;

/** The characters of a calendar whose bytes are what they are, whatever was declared. */
final class CalendarText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** What is declared, often by default, where bytes are something else. */
    private static final Set<Charset> STAND_FOR_WINDOWS =
            Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1);

    private CalendarText() {}

    /**
     * A byte order mark is believed first, then a charset that UTF-8 could be mistaken for, then UTF-8 where the bytes are
     * that, then what was declared, and in the end windows-1252, in which every text can be read somehow. Latin-1 is read as
     * windows-1252, as every mail program does, since its further 32 characters are controls that nobody means.
     *
     * @param declared name of a charset, possibly unknown or wrong; empty if none was declared
     */
    static String decode(byte[] bytes, String declared) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            byte[] octets = FoldedOctets.unfolded(bytes);
            return new String(octets, 3, octets.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        Optional<Charset> charset = named(declared);
        if (charset.filter(CalendarText::isOfItsOwnKind).isPresent()) {
            return new String(bytes, charset.get());
        }
        byte[] octets = FoldedOctets.unfolded(bytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(
                    octets,
                    charset.filter(each -> !STAND_FOR_WINDOWS.contains(each)).orElse(WINDOWS));
        }
    }

    private static Optional<Charset> named(String name) {
        try {
            return name.isBlank() ? Optional.empty() : Optional.of(Charset.forName(name.strip()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** UTF-16, UTF-32 and the seven-bit encodings of Japanese and Chinese, whose bytes are valid UTF-8 of another text. */
    private static boolean isOfItsOwnKind(Charset charset) {
        return charset.name().matches("(?i)UTF-(16|32).*|X?-?ISO-2022.*|UTF-7");
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
