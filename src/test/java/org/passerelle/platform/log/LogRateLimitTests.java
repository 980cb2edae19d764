package org.passerelle.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogRateLimitTests {

    private final AtomicLong now = new AtomicLong();
    private final LoggerContext context = new LoggerContext();
    private final Logger logger = context.getLogger("org.example.Door");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        context.addTurboFilter(new LogRateLimit(now::get));
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
        log.start();
    }

    @Test
    void leavesOutWhatIsRepeatedAndSaysSoOnce() {
        IntStream.range(0, 10_000).forEach(i -> logger.error("Request " + i, new IllegalStateException("bad")));

        assertThat(log.list).hasSize(LogRateLimit.LINES_A_MINUTE + 1);
        assertThat(log.list.get(LogRateLimit.LINES_A_MINUTE).getFormattedMessage())
                .isEqualTo("More like this java.lang.IllegalStateException is left out for a minute");
    }

    @Test
    void writesOtherKindsMeanwhile() {
        IntStream.range(0, 100).forEach(i -> logger.error("Bad", new IllegalStateException("bad")));

        logger.error("Worse", new IllegalArgumentException("worse"));
        logger.info("Fine");
        context.getLogger("org.example.Door.Bell").info("Rings");

        assertThat(log.list.subList(LogRateLimit.LINES_A_MINUTE + 1, log.list.size()))
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("Worse", "Fine", "Rings");
    }

    @Test
    void writesAgainAfterAMinute() {
        IntStream.range(0, 100).forEach(i -> logger.info("Line {}", i));

        now.addAndGet(Duration.ofMinutes(1).toNanos());
        logger.info("Next");

        assertThat(log.list.get(log.list.size() - 1).getFormattedMessage()).isEqualTo("Next");
    }

    @Test
    void countsNothingThatIsNotWritten() {
        IntStream.range(0, 100).forEach(i -> logger.debug("Detail {}", i));
        IntStream.range(0, 100).forEach(i -> logger.isInfoEnabled());

        logger.info("Line");

        assertThat(log.list).hasSize(1);
    }
}
