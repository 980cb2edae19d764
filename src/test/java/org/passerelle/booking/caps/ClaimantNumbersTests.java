package org.passerelle.booking.caps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.directory.ClaimNumbers;

class ClaimantNumbersTests {

    private static final int BOUND = 10;

    private final Map<String, Integer> given = new HashMap<>();
    private int asked;

    private final ClaimNumbers store = counts -> {
        asked++;
        return counts.keySet().stream()
                .collect(Collectors.toMap(
                        name -> name, name -> List.of(given.computeIfAbsent(name, any -> given.size() + 1))));
    };

    private final ClaimantNumbers numbers = new ClaimantNumbers(store, BOUND);

    @Test
    void whoAsksAgainSoonIsAnsweredFromMemory() {
        assertThat(numbers.of("quota:a")).isEqualTo(numbers.of("quota:a"));

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void noMoreAreRememberedThanTheBoundAndEachKeepsItsNumber() {
        List<String> many = IntStream.range(0, 100).mapToObj(i -> "quota:" + i).toList();
        List<Integer> first = many.stream().map(numbers::of).toList();

        List<Integer> again = many.stream().map(numbers::of).toList();

        assertThat(again).isEqualTo(first).doesNotHaveDuplicates();
        assertThat(asked).isGreaterThanOrEqualTo(2 * many.size() - BOUND);
    }
}
