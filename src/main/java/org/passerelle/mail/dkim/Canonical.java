package org.passerelle.mail.dkim;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;

/** How header and body are written before they are signed, so that what mail servers change does not matter (RFC 6376 section 3.4). */
enum Canonical {
    SIMPLE {
        @Override
        String field(String text) {
            return text;
        }

        @Override
        byte[] body(byte[] body) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 2);
            out.write(body, 0, body.length);
            return ended(out.toByteArray(), true);
        }
    },
    RELAXED {
        @Override
        String field(String text) {
            int colon = text.indexOf(':');
            String value = text.substring(colon + 1)
                    .replace("\r\n", "")
                    .replaceAll("[ \t]+", " ")
                    .strip();
            return text.substring(0, colon).strip().toLowerCase(Locale.ROOT) + ":" + value + "\r\n";
        }

        @Override
        byte[] body(byte[] body) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 2);
            boolean isSpaceDue = false;
            for (int i = 0; i < body.length; i++) {
                boolean isLineBreak = body[i] == '\r' && i + 1 < body.length && body[i + 1] == '\n';
                if (body[i] == ' ' || body[i] == '\t') {
                    isSpaceDue = true;
                    continue;
                }
                if (isSpaceDue && !isLineBreak) {
                    out.write(' ');
                }
                isSpaceDue = false;
                out.write(body[i]);
            }
            return ended(out.toByteArray(), false);
        }
    };

    /** Whether it is one that every verifier knows. */
    static Optional<Canonical> parse(String name) {
        return switch (name) {
            case "simple" -> Optional.of(SIMPLE);
            case "relaxed" -> Optional.of(RELAXED);
            default -> Optional.empty();
        };
    }

    /** A whole header field, with its line break. */
    abstract String field(String text);

    abstract byte[] body(byte[] body);

    /** With one line break at its end; only {@code SIMPLE} has one where there is nothing else. */
    private static byte[] ended(byte[] body, boolean evenAlone) {
        int end = body.length;
        while (end >= 2 && body[end - 2] == '\r' && body[end - 1] == '\n') {
            end -= 2;
        }
        if (end == 0 && !evenAlone) {
            return new byte[0];
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(end + 2);
        out.write(body, 0, end);
        out.write('\r');
        out.write('\n');
        return out.toByteArray();
    }
}
