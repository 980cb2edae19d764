package org.passerelle.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProcessorSharesTests {

    private final AtomicLong nanos = new AtomicLong();
    private final ProcessorShares shares = new ProcessorShares(
            new ProcessorProperties(Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofMillis(100), 2),
            nanos::get);

    @Test
    void refusesWhoeverHasUsedTheirShareAndNobodyElse() {
        use("mallory", Duration.ofSeconds(25));

        assertThatThrownBy(() -> shares.begin("mallory", true))
                .asInstanceOf(type(WorkRefused.class))
                .satisfies(refused ->
                        assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(29), Duration.ofSeconds(32)));
        use("alice", Duration.ofSeconds(1));
    }

    @Test
    void givesTheShareBackAsTimePasses() {
        use("mallory", Duration.ofSeconds(25));

        nanos.addAndGet(Duration.ofSeconds(31).toNanos());

        use("mallory", Duration.ofSeconds(1));
    }

    @Test
    void chargesNothingForWhatOrdinaryCallsTake() {
        for (int i = 0; i < 10_000; i++) {
            use("assistant", Duration.ofMillis(90));
        }
    }

    @Test
    void letsOnePersonBeginOnlySoManyCallsAtOnce() {
        shares.begin("mallory", true);
        shares.begin("mallory", true);

        assertThatThrownBy(() -> shares.begin("mallory", true)).isInstanceOf(WorkRefused.class);
        shares.end("mallory", true, Duration.ZERO);
        shares.begin("mallory", true);
    }

    @Test
    void letsOnePersonAskForOneRoomAsOftenAtOnceAsTheyLike() {
        for (int i = 0; i < 200; i++) {
            shares.begin("office", false);
        }
        shares.begin("office", true);
        shares.begin("office", true);

        assertThatThrownBy(() -> shares.begin("office", true)).isInstanceOf(WorkRefused.class);
    }

    private void use(String person, Duration used) {
        shares.begin(person, true);
        shares.end(person, true, used);
    }
}
