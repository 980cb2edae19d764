package org.passerelle.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.DemoNetwork;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A page hears on which days of a site something has changed, and nothing else. */
@ExtendWith(OutputCaptureExtension.class)
class LiveStreamsTests extends HttpTest {

    private static final String SITE = "trilport";

    @Autowired
    private LiveStreams streams;

    private final List<Watching> opened = new ArrayList<>();

    /** A client that reads a stream line by line; it sends no more than a browser would. */
    private static final class Watching implements AutoCloseable {

        private final Socket socket;
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        Watching(int port, String cookies, String site) throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.getOutputStream()
                    .write(("GET /live?site=" + site + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nCookie: " + cookies
                                    + "\r\nAccept: text/event-stream\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Thread reader = new Thread(this::read, "reads a stream");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            try (BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    lines.add(line);
                }
            } catch (IOException e) {
                // The test has closed it.
            }
            lines.add("END");
        }

        /** The first line from now on that begins so. */
        String line(String beginning) throws InterruptedException {
            List<String> others = new ArrayList<>();
            for (String line = lines.poll(5, TimeUnit.SECONDS); line != null; line = lines.poll(5, TimeUnit.SECONDS)) {
                if (line.startsWith(beginning)) {
                    return line;
                }
                others.add(line);
            }
            throw new AssertionError("No line begins with %s among %s".formatted(beginning, others));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private Watching watch(TestClient browser, String site) throws IOException {
        Watching made = new Watching(port, browser.cookieHeader(), site);
        opened.add(made);
        return made;
    }

    @AfterEach
    void close() throws IOException {
        for (Watching each : opened) {
            each.close();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            streams.beat();
            return streams.size() == 0;
        });
    }

    private void book(String start, String title) {
        DemoNetwork.created(as(NADIA).post("/api/v1/bookings", """
                {"title":"%s","start":"%s","duration":"PT1H","rooms":["trilport-visio"]}""".formatted(title, start)));
    }

    @Test
    void namesTheDayAndNothingElse() throws Exception {
        Watching camille = watch(browserOf(CAMILLE), SITE);
        assertThat(camille.line("HTTP/1.1")).contains("200");
        camille.line(":");

        book("2028-02-21T09:00", "Cachotterie");
        String data = camille.line("data:");

        assertThat(data).isEqualTo("data: 2028-02-21");
        assertThat(camille.lines).noneMatch(line -> line.contains("Cachotterie") || line.contains("trilport"));
    }

    @Test
    void isToldToProxiesToPassOnAtOnce() throws Exception {
        Watching camille = watch(browserOf(CAMILLE), SITE);

        List<String> head = new ArrayList<>();
        for (String line = camille.line(""); !line.isEmpty(); line = camille.line("")) {
            head.add(line);
        }

        assertThat(head)
                .contains("X-Accel-Buffering: no", "Cache-Control: no-store, no-transform")
                .anyMatch(line -> line.startsWith("Content-Type: text/event-stream"));
    }

    /** A booking is told to both, guests and calls to the reception alone. */
    @Test
    void tellsTheReceptionOfGuestsAndNobodyElse() throws Exception {
        String booking = DemoNetwork.created(as(CAMILLE).post("/api/v1/bookings", """
                        {"title":"Visites","start":"2028-02-23T09:00","duration":"PT1H","rooms":["melun-seine"]}"""))
                .get("id")
                .asString();
        Watching desk = watch(browserOf(MANAGER), "melun&desk=1");
        Watching calendar = watch(browserOf(CAMILLE), "melun");
        desk.line(":");
        calendar.line(":");

        as(CAMILLE).put("/api/v1/bookings/" + booking + "/guests", "{\"guests\": [{\"name\": \"Kim Lee\"}]}");
        assertThat(desk.line("data:")).isEqualTo("data: ");
        as(CAMILLE).delete("/api/v1/bookings/" + booking);

        assertThat(desk.line("data:")).isEqualTo("data: 2028-02-23");
        assertThat(calendar.line("data:")).isEqualTo("data: 2028-02-23");
        assertThat(browserOf(CAMILLE).get("/live?site=melun&desk=1").statusCode())
                .isEqualTo(404);
    }

    /** Whatever watches over slow clients leaves it open, unless it is its own heartbeat. */
    @Test
    void staysOpenForHours() throws Exception {
        Watching camille = watch(browserOf(CAMILLE), SITE);
        camille.line(":");

        ticker.advance(Duration.ofHours(8));
        assertThat(camille.lines.poll(1, TimeUnit.SECONDS)).isNotEqualTo("END");
        book("2028-02-25T09:00", "Plus tard");

        assertThat(camille.line("data:")).isEqualTo("data: 2028-02-25");
    }

    @Test
    void saysNothingOfOtherSites() throws Exception {
        Watching elsewhere = watch(browserOf(CAMILLE), "rebais");
        Watching here = watch(browserOf(LOUIS), SITE);
        elsewhere.line(":");
        here.line(":");

        book("2028-02-22T09:00", "Ici");
        here.line("data: 2028-02-22");

        assertThat(elsewhere.lines).noneMatch(line -> line.startsWith("data:"));
    }

    @Test
    void areLeftWithoutAWordInTheLog(CapturedOutput log) throws Exception {
        for (int i = 0; i < LiveStreams.FOR_ONE_PERSON; i++) {
            watch(browserOf(CAMILLE), SITE).line(":");
        }

        close();

        assertThat(log.getAll()).doesNotContain("Fault", "/live");
    }

    @Test
    void endsWithTheSession() throws Exception {
        TestClient browser = browserOf(CAMILLE);
        Watching watching = watch(browser, SITE);
        watching.line(":");

        streams.beat();
        watching.line(":");
        browser.postForm("/sign-out", Map.of("_csrf", browser.csrfOf("/bookings")));
        streams.beat();

        watching.line("0");
    }

    @Test
    void areNotOpenToStrangersAndFewForEachPerson() throws Exception {
        assertThat(anonymous().get("/live?site=" + SITE).statusCode()).isEqualTo(302);
        TestClient browser = browserOf(CAMILLE);
        for (int i = 0; i < LiveStreams.FOR_ONE_PERSON; i++) {
            watch(browser, SITE).line(":");
        }

        assertThat(browser.get("/live?site=" + SITE).statusCode()).isEqualTo(204);
        watch(browserOf(LOUIS), SITE).line(":");
    }
}
