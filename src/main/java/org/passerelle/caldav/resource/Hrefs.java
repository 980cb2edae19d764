package org.passerelle.caldav.resource;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Paths as they are written in requests and answers: each segment percent-encoded by itself (RFC 3986 section 2.1). Programs
 * encode more or less than we do, so paths are compared decoded.
 */
public final class Hrefs {

    private static final String UNRESERVED =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~@:!$'()*,=";
    private static final int LONGEST = 4_000;

    private Hrefs() {}

    /** The segments of the path of {@code href}, which may be a whole address; empty if it is none. A slash at the end is not told. */
    public static Optional<List<String>> segments(String href) {
        String path = path(href.strip());
        if (path.length() > LONGEST || !path.startsWith("/")) {
            return Optional.empty();
        }
        List<String> segments = new ArrayList<>();
        for (String part : path.split("/")) {
            if (!part.isEmpty()) {
                Optional<String> decoded = decoded(part);
                if (decoded.isEmpty()
                        || decoded.get().equals("..")
                        || decoded.get().equals(".")) {
                    return Optional.empty();
                }
                segments.add(decoded.get());
            }
        }
        return Optional.of(segments);
    }

    private static String path(String href) {
        int scheme = href.indexOf("://");
        if (scheme < 0 || scheme > 10) {
            return href;
        }
        try {
            return Optional.ofNullable(URI.create(href).getRawPath()).orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Optional<String> decoded(String segment) {
        ByteBuffer bytes = ByteBuffer.allocate(segment.length() * 4);
        for (int i = 0; i < segment.length(); ) {
            int c = segment.codePointAt(i);
            if (c == '%') {
                int value =
                        i + 2 < segment.length() ? hex(segment.charAt(i + 1)) * 16 + hex(segment.charAt(i + 2)) : -1;
                if (value < 0x20) {
                    return Optional.empty();
                }
                bytes.put((byte) value);
                i += 3;
            } else {
                bytes.put(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c);
            }
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int hex(char c) {
        int digit = Character.digit(c, 16);
        return digit < 0 ? -1_000 : digit;
    }

    /** {@code segment} as it stands in our answers. */
    public static String encoded(String segment) {
        StringBuilder out = new StringBuilder(segment.length() + 8);
        for (byte each : segment.getBytes(StandardCharsets.UTF_8)) {
            int value = each & 0xFF;
            if (value < 0x80 && UNRESERVED.indexOf(value) >= 0) {
                out.append((char) value);
            } else {
                out.append('%')
                        .append(Character.toUpperCase(Character.forDigit(value >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(value & 15, 16)));
            }
        }
        return out.toString();
    }
}
