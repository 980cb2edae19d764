package org.passerelle.directory.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** A number has one claimant, on every node and for ever. */
@FactsOf(MongoClaimNumbers.class)
public abstract class ClaimNumbersContract extends StoreContract {

    private MongoClaimNumbers numbers;

    @BeforeEach
    void begin() {
        numbers = new MongoClaimNumbers(mongo());
    }

    @Test
    void givesTheSameNumbersToTheSameClaimantOnEveryNode() {
        var melun = numbers.of("room:melun-seine", 1);
        var firm = numbers.of("organisation:atelier-brie", 10);

        var otherNode = new MongoClaimNumbers(mongo());

        assertThat(otherNode.of("organisation:atelier-brie", 10))
                .isEqualTo(firm)
                .hasSize(10);
        assertThat(otherNode.of("room:melun-seine", 1)).isEqualTo(melun).doesNotContainAnyElementsOf(firm);
    }

    @Test
    void givesManyClaimantsTheirNumbersAtOnce() {
        var given = numbers.of(Map.of("room:a", 1, "room:b", 5));

        assertThat(given).containsOnlyKeys("room:a", "room:b");
        assertThat(given.get("room:b")).hasSize(5).doesNotContainAnyElementsOf(given.getOrDefault("room:a", List.of()));
    }

    @Test
    void givesNoNumberTwiceWhenNodesRace() throws InterruptedException, ExecutionException {
        int nodes = 8;
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(nodes);
        var answers = new ArrayList<Future<List<Integer>>>();

        for (int i = 0; i < nodes; i++) {
            var node = new MongoClaimNumbers(mongo());
            var claimant = "room:" + i;
            answers.add(threads.submit(() -> {
                start.await();
                return node.of(claimant, 3);
            }));
        }
        start.countDown();
        var all = new ArrayList<Integer>();
        for (Future<List<Integer>> answer : answers) {
            all.addAll(answer.get());
        }
        threads.shutdown();

        assertThat(all).hasSize(3 * nodes).doesNotHaveDuplicates();
    }
}
