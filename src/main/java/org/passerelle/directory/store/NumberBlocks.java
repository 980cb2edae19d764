package org.passerelle.directory.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.passerelle.directory.ClaimNumbers;

/**
 * Which numbers have been given to whom. Blocks are only ever added, so a number stays with its claimant for ever, also
 * when the claimant is gone.
 *
 * @param next the least number not yet given
 * @param blocks in the order they were given
 */
record NumberBlocks(int next, List<Block> blocks) {

    static final NumberBlocks NONE = new NumberBlocks(ClaimNumbers.FIRST, List.of());

    /** Consecutive numbers of one claimant, which may have several blocks. */
    record Block(String claimant, int first, int count) {

        Block {
            if (first < ClaimNumbers.FIRST || count < 1) {
                throw new IllegalArgumentException("A block holds at least one positive number");
            }
        }

        IntStream numbers() {
            return IntStream.range(first, first + count);
        }
    }

    NumberBlocks {
        blocks = List.copyOf(blocks);
    }

    /**
     * These blocks with further ones for those who have fewer numbers than {@code counts} says; equal to these if nobody
     * lacks any.
     *
     * @throws ArithmeticException if numbers run out, after two thousand million
     */
    NumberBlocks providing(Map<String, Integer> counts) {
        var owned = new HashMap<String, Integer>();
        blocks.forEach(block -> owned.merge(block.claimant(), block.count(), Integer::sum));
        var grown = new ArrayList<>(blocks);
        int first = next;
        for (var wanted : counts.entrySet()) {
            int missing = wanted.getValue() - owned.getOrDefault(wanted.getKey(), 0);
            if (missing > 0) {
                grown.add(new Block(wanted.getKey(), first, missing));
                first = Math.addExact(first, missing);
            }
        }
        return new NumberBlocks(first, grown);
    }

    /** The first numbers of each claimant, as many as {@code counts} says. */
    Map<String, List<Integer>> numbers(Map<String, Integer> counts) {
        var numbers = new LinkedHashMap<String, List<Integer>>();
        counts.keySet().forEach(claimant -> numbers.put(claimant, new ArrayList<>()));
        for (Block block : blocks) {
            var own = numbers.get(block.claimant());
            if (own != null) {
                block.numbers()
                        .limit(counts.getOrDefault(block.claimant(), 0) - own.size())
                        .forEach(own::add);
            }
        }
        numbers.replaceAll((claimant, own) -> List.copyOf(own));
        return numbers;
    }
}
