package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.slf4j.LoggerFactory;

/** Requests that are no use to anybody leave next to nothing in the log. */
class BadRequestLogTests extends HttpTest {

    private static final int MANY = 20;
    private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";
    private static final String FORM = HOST + "Content-Type: application/x-www-form-urlencoded\r\n";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void hangUp() {
        root.detachAppender(log);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /sign-in" + FORM + "Content-Length: 1000\r\n\r\nemail=",
                "POST /sign-in" + FORM + "Transfer-Encoding: chunked\r\n\r\nffffffffff\r\n",
                "POST /sign-in" + FORM + "Transfer-Encoding: chunked\r\n\r\nnot hexadecimal\r\n",
                "POST /sign-in" + FORM + "Content-Length: 6\r\n\r\na=%zz&",
                "POST /api/v1/tokens" + HOST + "Content-Length: 1000\r\n\r\n{",
                "POST /sign-in" + HOST
                        + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 4\r\n\r\n--x\n",
                "GET /webjars/swagger-ui/swagger-ui-bundle.js" + HOST + "\r\n",
                "GET /sign-in" + HOST + "Accept: text/html\r\nContent-Length: 10\r\n\r\n",
                "DELETE /sign-in" + HOST + "Accept: text/html\r\n\r\n",
                "BREW /sign-in" + HOST + "Accept: text/html\r\n\r\n",
                "TRACE /sign-in" + HOST + "\r\n",
                "GET /sign-in%00" + HOST + "\r\n",
                "GET /%2e%2e%2fetc" + HOST + "Accept: text/html\r\n\r\n",
                "GET /sign-in?%zz=%u0000" + HOST + "Accept: text/html\r\n\r\n",
                "GET /sign-in" + HOST + "Cookie: \u0001=\u0002; =; session=\"\r\n\r\n",
                "GET /sign-in" + HOST + "Bad Header\r\n\r\n",
                "GET /sign-in" + HOST + "Content-Length: -1\r\n\r\n",
                "GET /sign-in HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n"
            })
    void leaveNoTraceOfWhoeverHangsUp(String request) throws IOException {
        for (int i = 0; i < MANY; i++) {
            try (RawHttp connection = new RawHttp(port)) {
                connection.send(request);
            }
            try (RawHttp connection = new RawHttp(port)) {
                connection.send(request).hasAnswer();
            }
        }

        // What came before is done with once this is answered.
        assertThat(anonymous().get("/sign-in").statusCode()).isEqualTo(200);
        assertNothingMuchIsLogged();
    }

    @Test
    void leaveNoTraceOfTooManyParameters() {
        TestClient browser = browserOf(CAMILLE);
        Collection<Map.Entry<String, String>> flood = Collections.nCopies(5_000, Map.entry("a", "b"));

        for (int i = 0; i < MANY; i++) {
            assertThat(browser.postForm("/preferences", flood).statusCode()).isEqualTo(400);
            assertThat(browser.get("/day?" + "a&".repeat(3_000)).statusCode()).isEqualTo(400);
            assertThat(anonymous().get("/api/v1/sites?" + "a&".repeat(3_000)).statusCode())
                    .isIn(400, 401);
        }

        assertNothingMuchIsLogged();
    }

    @Test
    void leaveNoTraceOfMethodsThatThereAreNot() {
        TestClient browser = browserOf(CAMILLE);
        String token = browser.csrfOf("/preferences");

        for (int i = 0; i < MANY; i++) {
            for (String page : List.of("/day", "/", "/mailbox", "/bookings/none", "/assets/app.css")) {
                assertThat(browser.postForm(page, Map.of("_csrf", token)).statusCode())
                        .isIn(404, 405);
            }
            assertThat(browser.send("OPTIONS", "/day", BodyPublishers.noBody()).statusCode())
                    .isEqualTo(200);
            assertThat(as(CAMILLE).put("/api/v1/bookings", "{}").statusCode()).isEqualTo(405);
        }

        assertNothingMuchIsLogged();
    }

    private void assertNothingMuchIsLogged() {
        List<ILoggingEvent> events = List.copyOf(log.list);
        assertThat(events).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.ERROR));
        assertThat(events).noneMatch(event -> event.getThrowableProxy() != null);
        assertThat(events).hasSizeLessThanOrEqualTo(2);
    }
}
