package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SendingPaceTests {

    private static final long MAIL = Duration.ofMillis(5).toNanos();

    private final AtomicLong stopwatch = new AtomicLong(-3);
    private final SendingPace pace = new SendingPace(stopwatch::get);

    private void after(Duration pause) {
        stopwatch.addAndGet(pause.toNanos());
    }

    @Test
    void restsForNobodyWhileNobodyBooks() {
        assertThat(pace.restAfter(MAIL)).isZero();

        pace.noteBooking();
        after(Duration.ofSeconds(1));

        assertThat(pace.restAfter(MAIL)).isZero();
    }

    @Test
    void leavesFourFifthsToWhoeverBooks() {
        pace.noteBooking();
        after(Duration.ofMillis(999));

        assertThat(pace.restAfter(MAIL)).isEqualTo(4 * MAIL);
    }

    @Test
    void restsNeverLong() {
        pace.noteBooking();

        assertThat(pace.restAfter(Duration.ofSeconds(7).toNanos()))
                .isEqualTo(Duration.ofMillis(100).toNanos());
    }
}
