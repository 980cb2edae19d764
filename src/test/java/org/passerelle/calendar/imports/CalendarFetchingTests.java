package org.passerelle.calendar.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.calendar.imports.Fetched.Calendar;
import org.passerelle.calendar.imports.Fetched.Failed;
import org.passerelle.calendar.imports.Fetched.Tag;
import org.passerelle.calendar.imports.Fetched.Unchanged;
import org.springframework.util.unit.DataSize;

@Timeout(20)
class CalendarFetchingTests {

    private static final byte[] CALENDAR = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.US_ASCII);

    private final CalendarFetching allowed = new CalendarFetching(settings(true));
    private final CalendarFetching careful = new CalendarFetching(settings(false));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void asksWithTheTagThatItWasGiven() {
        serve("/c.ics", exchange -> {
            boolean known = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            exchange.getResponseHeaders().set("Content-Type", "text/calendar; charset=iso-8859-1");
            answer(exchange, known ? 304 : 200, known ? new byte[0] : CALENDAR);
        });

        Calendar first = (Calendar) allowed.fetch(at("/c.ics"), Tag.NONE);

        assertThat(first.bytes()).isEqualTo(CALENDAR);
        assertThat(first.charset()).isEqualToIgnoringCase("ISO-8859-1");
        assertThat(first.tag()).isEqualTo(new Tag(Optional.of("\"v1\""), Optional.empty()));
        assertThat(allowed.fetch(at("/c.ics"), first.tag())).isEqualTo(new Unchanged());
    }

    @Test
    void followsRedirectsAndNotForEver() {
        serve("/a", exchange -> redirect(exchange, "/b"));
        serve("/b", exchange -> answer(exchange, 200, CALENDAR));
        serve("/loop", exchange -> redirect(exchange, "/loop"));
        serve("/file", exchange -> redirect(exchange, "file:///etc/passwd"));
        serve("/nowhere", exchange -> answer(exchange, 302, new byte[0]));

        assertThat(allowed.fetch(at("/a"), Tag.NONE)).isInstanceOf(Calendar.class);
        assertThat(allowed.fetch(at("/loop"), Tag.NONE)).isEqualTo(new Failed(ImportFailure.TOO_MANY_REDIRECTS));
        assertThat(allowed.fetch(at("/file"), Tag.NONE)).isEqualTo(new Failed(ImportFailure.TOO_MANY_REDIRECTS));
        assertThat(allowed.fetch(at("/nowhere"), Tag.NONE)).isInstanceOf(Failed.class);
    }

    @Test
    void neverSendsItsQuestionToAPrivateAddress() {
        CountDownLatch asked = new CountDownLatch(1);
        serve("/", exchange -> asked.countDown());

        for (String host : new String[] {"127.0.0.1", "localhost", "[::1]", "0.0.0.0", "127.1", "2130706433"}) {
            assertThat(careful.fetch(
                            URI.create(
                                    "http://" + host + ":" + server.getAddress().getPort() + "/"),
                            Tag.NONE))
                    .as(host)
                    .isIn(new Failed(ImportFailure.PRIVATE_ADDRESS), new Failed(ImportFailure.UNREACHABLE));
        }
        assertThat(asked.getCount()).isEqualTo(1);
    }

    @Test
    void givesUpWhatNeverEnds() {
        serve("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (end.getCount() > 0) {
                    out.write(new byte[8192]);
                }
            }
        });
        serve("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (!end.await(200, TimeUnit.MILLISECONDS)) {
                    out.write('x');
                    out.flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        serve("/silent", exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(allowed.fetch(at("/endless"), Tag.NONE)).isEqualTo(new Failed(ImportFailure.TOO_LARGE));
        assertThat(allowed.fetch(at("/drip"), Tag.NONE)).isEqualTo(new Failed(ImportFailure.TOO_SLOW));
        assertThat(allowed.fetch(at("/silent"), Tag.NONE)).isEqualTo(new Failed(ImportFailure.TOO_SLOW));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 401, 403, 404, 410, 500})
    void isRefusedByAnythingButACalendar(int status) {
        serve("/no", exchange -> answer(exchange, status, new byte[0]));

        assertThat(allowed.fetch(at("/no"), Tag.NONE)).isEqualTo(new Failed(ImportFailure.REFUSED));
    }

    @Test
    void findsNobodyWhereNobodyIs() {
        int port = server.getAddress().getPort();
        server.stop(0);

        assertThat(allowed.fetch(URI.create("http://127.0.0.1:" + port + "/"), Tag.NONE))
                .isEqualTo(new Failed(ImportFailure.UNREACHABLE));
    }

    private static ImportProperties settings(boolean allowsPrivate) {
        return new ImportProperties(
                allowsPrivate, Duration.ofMinutes(15), Duration.ofSeconds(2), DataSize.ofMegabytes(1));
    }

    private void serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        answer(exchange, 302, new byte[0]);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
