package org.passerelle.calendar.write;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.passerelle.platform.digest.Digests;

/**
 * Sums up what a calendar says, for its ETag. When a component was written is left out: whoever sees that a room is busy
 * need not fetch the calendar again because somebody else corrected a title.
 */
public final class ContentTag {

    private static final byte[] STAMP = "DTSTAMP:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEAD_STAMP = "LAST-MODIFIED:".getBytes(StandardCharsets.US_ASCII);

    private final MessageDigest sum = Digests.sha256();

    /** Of one component, as lines; each component of a calendar is summed up once and kept. */
    public static byte[] ofComponent(byte[] lines) {
        return withoutLines(lines, STAMP);
    }

    public ContentTag addHead(byte[] lines) {
        sum.update(withoutLines(lines, HEAD_STAMP));
        return this;
    }

    /** @param part a sum of {@link #ofComponent} */
    public void add(byte[] part) {
        sum.update(part);
    }

    /** Strong and quoted. Ends the sum. */
    public String text() {
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(sum.digest()) + '"';
    }

    private static byte[] withoutLines(byte[] lines, byte[] beginning) {
        MessageDigest sum = Digests.sha256();
        int from = 0;
        while (from < lines.length) {
            int next = endOfLine(lines, from);
            if (!startsWith(lines, from, beginning)) {
                sum.update(lines, from, next - from);
            }
            from = next;
        }
        return sum.digest();
    }

    private static int endOfLine(byte[] lines, int from) {
        int at = from;
        while (at < lines.length && lines[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, lines.length);
    }

    private static boolean startsWith(byte[] lines, int from, byte[] beginning) {
        int end = from + beginning.length;
        return end <= lines.length && Arrays.equals(lines, from, end, beginning, 0, beginning.length);
    }
}
