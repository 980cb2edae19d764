package org.passerelle.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How text becomes bytes: charset, ends of lines, and folding (RFC 5545 section 3.1), which some do within a character.
 *
 * @param declared the charset that a mail or an HTTP answer would say; empty if none
 * @param width in octets, at which lines are folded; 0 for never
 * @param split whether characters are cut as well
 */
record WireForm(Charset charset, String declared, String mark, String lineEnd, String blank, int width, boolean split) {

    static WireForm drawn(Draws draws) {
        String end = draws.chance(75) ? "\r\n" : "\n";
        String blank = draws.chance(85) ? " " : "\t";
        int width = draws.chance(30) ? 0 : draws.oneOf(75, 75, 75, 20, 40);
        return switch (draws.between(0, 11)) {
            case 0 -> new WireForm(StandardCharsets.UTF_8, "", "\uFEFF", end, blank, width, false);
            case 1 -> new WireForm(StandardCharsets.UTF_16BE, "utf-16", "\uFEFF", end, blank, 0, false);
            case 2 -> new WireForm(Charset.forName("windows-1252"), "iso-8859-1", "", end, blank, width, true);
            case 3 -> new WireForm(Charset.forName("windows-1252"), "", "", end, blank, width, true);
            case 4, 5, 6 -> new WireForm(StandardCharsets.UTF_8, "", "", end, blank, width, true);
            default -> new WireForm(StandardCharsets.UTF_8, "utf-8", "", end, blank, width, draws.chance(20));
        };
    }

    /** @param text whose lines end with {@code \n} and are not folded */
    byte[] bytes(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(mark.getBytes(charset));
        for (String line : text.split("\n")) {
            write(out, line);
        }
        return out.toByteArray();
    }

    private void write(ByteArrayOutputStream out, String line) {
        byte[] octets = line.getBytes(charset);
        int used = 0;
        for (int i = 0; i < octets.length; i++) {
            boolean begins = split || (octets[i] & 0xC0) != 0x80;
            if (width > 0 && used >= width - 4 && begins) {
                out.writeBytes((lineEnd + blank).getBytes(charset));
                used = 1;
            }
            out.write(octets[i]);
            used++;
        }
        out.writeBytes(lineEnd.getBytes(charset));
    }
}
