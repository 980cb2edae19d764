package org.passerelle.directory.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.directory.store.NumberBlocks.Block;

class NumberBlocksTests {

    @Test
    void givesTheNextFreeNumbers() {
        var first = NumberBlocks.NONE.providing(Map.of("room:a", 2));
        var second = first.providing(Map.of("room:b", 1));

        assertThat(first.numbers(Map.of("room:a", 2))).containsEntry("room:a", List.of(1, 2));
        assertThat(second.numbers(Map.of("room:b", 1))).containsEntry("room:b", List.of(3));
    }

    @Test
    void givesFurtherNumbersToAClaimantThatGrows() {
        var blocks = NumberBlocks.NONE
                .providing(Map.of("room:a", 2))
                .providing(Map.of("room:b", 1))
                .providing(Map.of("room:a", 4));

        assertThat(blocks.numbers(Map.of("room:a", 4))).containsEntry("room:a", List.of(1, 2, 4, 5));
    }

    @Test
    void keepsTheNumbersOfAClaimantThatShrinks() {
        var blocks = NumberBlocks.NONE.providing(Map.of("room:a", 3));

        assertThat(blocks.providing(Map.of("room:a", 1))).isEqualTo(blocks);
        assertThat(blocks.numbers(Map.of("room:a", 1))).containsEntry("room:a", List.of(1));
        assertThat(blocks.numbers(Map.of("room:a", 3))).containsEntry("room:a", List.of(1, 2, 3));
    }

    @Test
    void refusesToStartAgainWhenNumbersRunOut() {
        var almostAll = new NumberBlocks(Integer.MAX_VALUE - 1, List.of());

        assertThatThrownBy(() -> almostAll.providing(Map.of("room:a", 2))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refusesABlockOfNothing() {
        assertThatThrownBy(() -> new Block("room:a", 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Block("room:a", 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 20260325})
    void neverChangesOrSharesANumberWhateverIsAskedFor(long seed) {
        var random = new Random(seed);
        var blocks = NumberBlocks.NONE;
        Map<String, List<Integer>> given = new HashMap<>();

        for (int round = 0; round < 200; round++) {
            var counts = new HashMap<String, Integer>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                counts.put("room:" + random.nextInt(30), 1 + random.nextInt(6));
            }
            blocks = blocks.providing(counts);
            blocks.numbers(counts).forEach((claimant, numbers) -> {
                assertThat(numbers).hasSize(counts.getOrDefault(claimant, 0));
                var before = given.getOrDefault(claimant, List.of());
                int common = Math.min(before.size(), numbers.size());
                assertThat(numbers.subList(0, common)).isEqualTo(before.subList(0, common));
                if (numbers.size() > before.size()) {
                    given.put(claimant, numbers);
                }
            });
        }

        var all = new ArrayList<Integer>();
        given.values().forEach(all::addAll);
        Set<Integer> different = new HashSet<>(all);
        assertThat(all).hasSameSizeAs(different).allMatch(number -> number >= 1);
    }
}
