package org.passerelle.calendar.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.passerelle.platform.digest.Digests;

/** Sums up what a calendar says, without the moments at which it was written: some servers put "now" into every event. */
final class CalendarSum {

    private static final byte[] STAMP = "DTSTAMP".getBytes(StandardCharsets.US_ASCII);

    private CalendarSum() {}

    static String of(byte[] calendar) {
        MessageDigest sum = Digests.sha256();
        int from = 0;
        while (from < calendar.length) {
            int next = from;
            while (next < calendar.length && calendar[next] != '\n') {
                next++;
            }
            next = Math.min(next + 1, calendar.length);
            int end = from + STAMP.length;
            if (end > calendar.length || !Arrays.equals(calendar, from, end, STAMP, 0, STAMP.length)) {
                sum.update(calendar, from, next - from);
            }
            from = next;
        }
        return HexFormat.of().formatHex(sum.digest());
    }
}
