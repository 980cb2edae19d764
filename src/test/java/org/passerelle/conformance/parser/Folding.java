package org.passerelle.conformance.parser;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.passerelle.conformance.Draws;

/** Folds lines after so many octets, characters or not (RFC 5545 section 3.1). */
final class Folding {

    private Folding() {}

    static byte[] octets(String text, Draws draws) {
        int width = draws.oneOf(75, 75, 74, 40, 20, 7);
        String blank = draws.oneOf(" ", "\t");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int used = 0;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean ends = octet == '\r' || octet == '\n';
            if (used == width && !ends) {
                out.writeBytes(("\r\n" + blank).getBytes(StandardCharsets.US_ASCII));
                used = 1;
            }
            out.write(octet);
            used = ends ? 0 : used + 1;
        }
        return out.toByteArray();
    }
}
