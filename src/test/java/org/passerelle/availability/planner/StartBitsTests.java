package org.passerelle.availability.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.time.Property;

class StartBitsTests {

    private static final int WORDS = 5;
    private static final int SLOTS = WORDS * Long.SIZE;

    private static long[] some(Random random, int oneIn) {
        long[] words = new long[WORDS];
        IntStream.range(0, SLOTS)
                .filter(any -> random.nextInt(oneIn) == 0)
                .forEach(slot -> words[slot / Long.SIZE] |= 1L << slot);
        return words;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 12, 63, 64, 65, 128, 150, 319, 320, 700})
    void reachesDownAsFarAsAsked(int length) {
        Property.check(length, 50, random -> some(random, 60), words -> {
            BitSet set = BitSet.valueOf(words);

            long[] reached = StartBits.reachDown(words.clone(), new long[WORDS], length);

            for (int slot = 0; slot < SLOTS; slot++) {
                boolean isBefore =
                        !set.get(slot, Math.min(SLOTS, slot + length)).isEmpty();
                assertThat(StartBits.isSet(reached, slot)).as("slot %s", slot).isEqualTo(isBefore);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 100})
    void addsWhatIsAllowedAndNotBlockedFartherOn(int offset) {
        Property.check(
                offset, 50, random -> new long[][] {some(random, 2), some(random, 2), some(random, 9)}, given -> {
                    long[] blocked = new long[WORDS + 3];
                    System.arraycopy(given[1], 0, blocked, 0, WORDS);
                    BitSet expected = BitSet.valueOf(given[0]);
                    expected.andNot(BitSet.valueOf(blocked).get(offset, offset + SLOTS));
                    expected.or(BitSet.valueOf(given[2]));
                    long[] words = given[2].clone();

                    StartBits.addAllowed(words, given[0], blocked, offset);

                    assertThat(BitSet.valueOf(words)).isEqualTo(expected);
                });
    }

    @Test
    void setsRangesWithinItsWords() {
        Property.check(1, 200, random -> new int[] {random.nextInt(400) - 40, random.nextInt(400)}, range -> {
            long[] words = new long[WORDS];
            BitSet expected = new BitSet();
            IntStream.range(Math.max(0, range[0]), Math.min(SLOTS, range[0] + range[1]))
                    .forEach(expected::set);

            StartBits.set(words, range[0], range[0] + range[1]);

            assertThat(BitSet.valueOf(words)).isEqualTo(expected);
        });
    }

    @Test
    void countsHowManyBitmapsHaveASlot() {
        Property.check(
                7,
                100,
                random -> IntStream.range(0, 1 + random.nextInt(20))
                        .mapToObj(any -> some(random, 2))
                        .toList(),
                bitmaps -> {
                    ObstacleTally tally = new ObstacleTally(WORDS, bitmaps.size());
                    bitmaps.forEach(tally::add);

                    for (int least = 1; least <= bitmaps.size() + 1; least++) {
                        long[] reached = tally.atLeast(least);
                        for (int slot = 0; slot < SLOTS; slot++) {
                            int at = slot;
                            long count = bitmaps.stream()
                                    .filter(each -> StartBits.isSet(each, at))
                                    .count();
                            assertThat(StartBits.isSet(reached, slot)).isEqualTo(count >= least);
                        }
                    }
                });
    }
}
