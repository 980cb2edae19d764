package org.passerelle.security.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FairShareTests {

    private final FairShare share = new FairShare(ConcurrencyLimitValve.BODIES);

    @Test
    void givesOneClientNoMoreThanAFifth() {
        assertThat(takeAll("a")).isBetween(40, ConcurrencyLimitValve.BODIES / 5 + 1);
    }

    @ParameterizedTest
    @CsvSource({"1", "4", "16", "64", "200"})
    void leavesAPlaceForTheNextHoweverManyTakeAllTheyCan(int greedy) {
        for (int round = 0; round < 50; round++) {
            IntStream.range(0, greedy).forEach(client -> share.tryTake("client " + client));
        }

        assertThat(share.tryTake("next")).isTrue();
    }

    @Test
    void hasNoMorePlacesThanItSays() {
        long taken = IntStream.range(0, 1000)
                .filter(client -> share.tryTake("client " + client))
                .count();

        assertThat(taken).isEqualTo(ConcurrencyLimitValve.BODIES);
    }

    @Test
    void givesAgainWhatWasGivenBack() {
        int first = takeAll("a");

        IntStream.range(0, first).forEach(each -> share.giveBack("a"));

        assertThat(share.taken()).isZero();
        assertThat(takeAll("a")).isEqualTo(first);
    }

    private int takeAll(String client) {
        int count = 0;
        while (share.tryTake(client)) {
            count++;
        }
        return count;
    }
}
