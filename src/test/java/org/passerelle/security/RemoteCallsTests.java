package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.platform.work.RemoteCall;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Devices and servers of others that say nothing, and people who press all the more. */
@Import(RemoteCallsTests.SilentDevice.class)
class RemoteCallsTests extends HttpTest {

    private static final String PRESS =
            "POST /join/silent/device HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

    private final List<RawHttp> connections = new ArrayList<>();

    /** Answers when the test lets it. */
    @RestController
    static class SilentDevice {

        static final CountDownLatch ANSWER = new CountDownLatch(1);
        static final AtomicInteger WAITING = new AtomicInteger();
        static final AtomicInteger MOST = new AtomicInteger();

        @RemoteCall
        @PostMapping("/join/silent/device")
        String ask() throws InterruptedException {
            MOST.accumulateAndGet(WAITING.incrementAndGet(), Math::max);
            try {
                return ANSWER.await(1, TimeUnit.MINUTES) ? "there" : "not there";
            } finally {
                WAITING.decrementAndGet();
            }
        }
    }

    @AfterEach
    void hangUp() throws IOException {
        SilentDevice.ANSWER.countDown();
        for (RawHttp connection : connections) {
            connection.close();
        }
    }

    @Test
    void holdUpNobodyElse() throws IOException {
        for (int i = 0; i < 200; i++) {
            press("127.0.0." + (2 + i % 8));
        }

        assertThat(anonymous().get("/sign-in").statusCode()).isEqualTo(200);
        assertThat(as(CAMILLE).get("/api/v1/me").statusCode()).isEqualTo(200);

        SilentDevice.ANSWER.countDown();
        int answered = 0;
        for (RawHttp connection : connections) {
            String status = connection.statusLine();
            assertThat(status).containsAnyOf(" 200", " 429");
            answered += status.contains(" 200") ? 1 : 0;
        }
        // Of those that are read only now some find room again.
        assertThat(answered).isGreaterThanOrEqualTo(40);
        assertThat(SilentDevice.MOST).hasValueLessThanOrEqualTo(128);
        assertThat(press("127.0.0.2").statusLine()).contains(" 200");
    }

    private RawHttp press(String from) throws IOException {
        RawHttp connection = new RawHttp(port, from);
        connections.add(connection);
        return connection.send(PRESS);
    }
}
