package org.passerelle.calendar.read;

import java.util.Arrays;

/**
 * Unfolds the lines of a calendar before its octets are taken for characters, since programs fold between any two octets,
 * those of one character as well (RFC 5545 section 3.1).
 */
final class FoldedOctets {

    private final byte[] folded;
    private final byte[] out;
    private int length;

    private FoldedOctets(byte[] folded) {
        this.folded = folded;
        this.out = new byte[folded.length];
    }

    /**
     * As many lines as before, for those that are joined are followed by empty ones; the same octets where no line is folded
     * behind a character that is none of ASCII's.
     *
     * @param octets in a charset whose line ends and spaces are those of ASCII
     */
    static byte[] unfolded(byte[] octets) {
        return isFoldedWithin(octets) ? new FoldedOctets(octets).unfolded() : octets;
    }

    private static boolean isFoldedWithin(byte[] octets) {
        for (int i = 1; i < octets.length; i++) {
            if (octets[i - 1] < 0 && isEnd(octets[i])) {
                int next = afterEnds(octets, i);
                if (next < octets.length && isSpace(octets[next])) {
                    return true;
                }
            }
        }
        return false;
    }

    private byte[] unfolded() {
        int from = 0;
        int endsOwed = 0; // of a line that goes on
        while (from < folded.length) {
            if (!isEnd(folded[from])) {
                out[length++] = folded[from++];
                continue;
            }
            int next = afterEnds(folded, from);
            if (next < folded.length && isSpace(folded[next])) {
                endsOwed += ends(from, next);
                from = next + 1;
            } else {
                for (int i = from; i < next; i++) {
                    out[length++] = folded[i];
                }
                for (; endsOwed > 0; endsOwed--) {
                    out[length++] = '\n';
                }
                from = next;
            }
        }
        return Arrays.copyOf(out, length);
    }

    private int ends(int from, int next) {
        int ends = 0;
        for (int i = from; i < next; i++) {
            boolean isSecond = folded[i] == '\n' && i > from && folded[i - 1] == '\r';
            ends += isSecond ? 0 : 1;
        }
        return ends;
    }

    private static int afterEnds(byte[] octets, int from) {
        int next = from;
        while (next < octets.length && isEnd(octets[next])) {
            next++;
        }
        return next;
    }

    private static boolean isEnd(byte octet) {
        return octet == '\r' || octet == '\n';
    }

    private static boolean isSpace(byte octet) {
        return octet == ' ' || octet == '\t';
    }
}
