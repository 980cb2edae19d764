package org.passerelle.availability.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowBitsTests {

    private static final int BITS = Window.WORDS * Long.SIZE;

    private final Random random = new Random(20260325);

    /** A stretch that may reach out of the window at either end, and over several pieces. */
    private long[] stretch() {
        long from = random.nextInt(BITS + 2_000) - 1_000L;
        return new long[] {from, from + 1 + random.nextInt(random.nextInt(10) == 0 ? 20_000 : 300)};
    }

    private static int within(long bit) {
        return (int) Math.max(0, Math.min(BITS, bit));
    }

    private static long[] words(WindowBits bits) {
        long[] words = new long[Window.WORDS];
        bits.addTo(0, Window.WORDS, words, 0);
        return words;
    }

    @Test
    void areWhatIsLeftOfAllThatWasSetAndCleared() {
        BitSet expected = new BitSet(BITS);
        WindowBits bits = WindowBits.empty();
        for (int i = 0; i < 2_000; i++) {
            long[] stretch = stretch();
            bits = bits.copy();
            if (random.nextBoolean()) {
                bits.set(stretch[0], stretch[1]);
                expected.set(within(stretch[0]), within(stretch[1]));
            } else {
                bits.clear(stretch[0], stretch[1]);
                expected.clear(within(stretch[0]), within(stretch[1]));
            }
            long[] asked = {random.nextInt(BITS - 5_000), 1 + random.nextInt(5_000)};
            int next = expected.nextSetBit((int) asked[0]);
            assertThat(bits.areClear(asked[0], asked[0] + asked[1])).isEqualTo(next < 0 || next >= asked[0] + asked[1]);
        }

        assertThat(BitSet.valueOf(words(bits))).isEqualTo(expected);
        assertThat(bits.areThoseOf(WindowBits.of(words(bits)))).isTrue();
    }

    @Test
    void leaveThoseAloneOfWhichTheyWereCopied() {
        WindowBits before = WindowBits.empty();
        before.set(100, 200);

        WindowBits after = before.copy();
        after.set(150, 5_000);
        after.clear(100, 120);

        assertThat(before.areClear(200, 5_000)).isTrue();
        assertThat(before.areClear(110, 111)).isFalse();
    }

    @Test
    void addAnyPartOfThemselves() {
        WindowBits bits = WindowBits.empty();
        bits.set(63 * 64, 66 * 64);

        long[] into = {1, 0, 0, 0, 0, 0};
        bits.addTo(62, 67, into, 1);

        assertThat(into).containsExactly(1, 0, -1, -1, -1, 0);
    }
}
