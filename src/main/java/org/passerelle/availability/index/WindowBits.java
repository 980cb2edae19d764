package org.passerelle.availability.index;

import java.util.Arrays;

/**
 * The bits of a {@link Window} in pieces of a fortnight. A timeline and the one that replaces it share the pieces in which they
 * are alike, so that a booking copies one piece and not two years. All pieces without a bit are the same one.
 */
final class WindowBits {

    private static final int WORDS_A_PIECE = 64;
    private static final int BITS_A_PIECE = WORDS_A_PIECE * Long.SIZE;

    private static final long[] NOTHING = new long[WORDS_A_PIECE];

    /** None of them is changed once it is here. */
    private final long[][] pieces;

    private WindowBits(long[][] pieces) {
        this.pieces = pieces;
    }

    static WindowBits empty() {
        long[][] pieces = new long[Window.WORDS / WORDS_A_PIECE][];
        Arrays.fill(pieces, NOTHING);
        return new WindowBits(pieces);
    }

    /** @param words of the whole window */
    static WindowBits of(long[] words) {
        WindowBits bits = empty();
        for (int i = 0; i < bits.pieces.length; i++) {
            long[] piece = Arrays.copyOfRange(words, i * WORDS_A_PIECE, (i + 1) * WORDS_A_PIECE);
            bits.pieces[i] = isEmpty(piece) ? NOTHING : piece;
        }
        return bits;
    }

    /** The same bits, which can be changed without changing these. */
    WindowBits copy() {
        return new WindowBits(pieces.clone());
    }

    /** Sets the bits {@code [from, to)}; what lies outside of the window is ignored. */
    void set(long from, long to) {
        for (int i = firstPiece(from); i <= lastPiece(to); i++) {
            long[] changed = pieces[i].clone();
            FreeBits.set(changed, from - start(i), to - start(i));
            pieces[i] = changed;
        }
    }

    /** Clears the bits {@code [from, to)}; what lies outside of the window is ignored. */
    void clear(long from, long to) {
        for (int i = firstPiece(from); i <= lastPiece(to); i++) {
            long[] changed = pieces[i].clone();
            FreeBits.clear(changed, from - start(i), to - start(i));
            pieces[i] = isEmpty(changed) ? NOTHING : changed;
        }
    }

    /** Whether none of the bits {@code [from, to)}, all of which must lie within the window, is set; at least one is asked for. */
    boolean areClear(long from, long to) {
        for (int i = firstPiece(from); i <= lastPiece(to); i++) {
            if (!FreeBits.areClear(pieces[i], Math.max(0, from - start(i)), Math.min(BITS_A_PIECE, to - start(i)))) {
                return false;
            }
        }
        return true;
    }

    /** Adds the words from {@code first} to {@code end}, of this window, to those of {@code into} from {@code at} on. */
    void addTo(int first, int end, long[] into, int at) {
        for (int word = first; word < end; ) {
            long[] piece = pieces[word / WORDS_A_PIECE];
            int endOfPiece = Math.min(end, (word / WORDS_A_PIECE + 1) * WORDS_A_PIECE);
            if (piece != NOTHING) {
                for (int i = word; i < endOfPiece; i++) {
                    into[at + i - first] |= piece[i % WORDS_A_PIECE];
                }
            }
            word = endOfPiece;
        }
    }

    boolean areThoseOf(WindowBits other) {
        return Arrays.deepEquals(pieces, other.pieces);
    }

    private static boolean isEmpty(long[] piece) {
        return FreeBits.areClear(piece, 0, BITS_A_PIECE);
    }

    private static long start(int piece) {
        return (long) piece * BITS_A_PIECE;
    }

    private static int firstPiece(long from) {
        return (int) Math.max(0, Math.floorDiv(from, (long) BITS_A_PIECE));
    }

    /** Of those before bit {@code to}; less than the first if there is none. */
    private int lastPiece(long to) {
        return (int) Math.min(pieces.length - 1L, Math.floorDiv(to - 1, (long) BITS_A_PIECE));
    }
}
