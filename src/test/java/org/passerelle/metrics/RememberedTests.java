package org.passerelle.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RememberedTests {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void isFoundOutOnceHoweverManyRead() {
        Remembered<Integer> remembered = new Remembered<>(asked::incrementAndGet);

        assertThat(remembered.figure(Integer::doubleValue)).isEqualTo(1);
        assertThat(remembered.figure(Integer::doubleValue)).isEqualTo(1);
        assertThat(asked).hasValue(1);
    }

    @Test
    void isNotANumberWhileItCannotBeFoundOut() {
        Remembered<Integer> remembered = new Remembered<>(() -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("the store does not answer");
            }
            return asked.get();
        });

        assertThat(remembered.figure(Integer::doubleValue)).isNaN();
        await().untilAsserted(() ->
                assertThat(remembered.figure(Integer::doubleValue)).isGreaterThan(1));
    }

    @Test
    @Timeout(20)
    void isNotWaitedForWhenTheStoreHangs() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Remembered<Integer> remembered = new Remembered<>(() -> {
            asked.incrementAndGet();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 1;
        });
        long begun = System.nanoTime();

        assertThat(remembered.figure(Integer::doubleValue)).isNaN();
        assertThat(remembered.figure(Integer::doubleValue)).isNaN();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(asked).hasValue(1);
        end.countDown();
    }
}
