package org.passerelle.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that do what they should not, on bare sockets. */
@Timeout(30)
class BoundedHttpClientTests {

    private static final int MOST = 100_000;
    private static final Duration IN_ALL = Duration.ofSeconds(2);

    private final BoundedHttpClient client =
            new BoundedHttpClient(new ExchangeLimits(Duration.ofSeconds(2), Duration.ofSeconds(1), MOST));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        threads.shutdownNow();
    }

    @Test
    void readsAnAnswerWithinBounds() throws Exception {
        ServerAnswer answer = ask(
                out -> out.write(
                        ascii(
                                "HTTP/1.1 200 OK\r\nX-A: 1\r\nx-a: 2\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 2\r\n\r\nok")));

        assertThat(answer.text()).isEqualTo("ok");
        assertThat(answer.header("X-A")).contains("1");
        assertThat(answer.charset()).isEqualToIgnoringCase("utf-8");
    }

    @Test
    void givesUpAHeadOfLinesWithoutEnd() {
        assertThatThrownBy(() -> ask(out -> {
                    out.write(ascii("HTTP/1.1 200 OK\r\n"));
                    byte[] line = ascii("X-Filler: " + "x".repeat(1_000_000) + "\r\n");
                    for (int i = 0; i < 300; i++) {
                        out.write(line);
                    }
                }))
                .isInstanceOf(AnswerTooLarge.class);
    }

    @Test
    void givesUpAHeadOfTooManyLines() {
        assertThatThrownBy(() -> ask(out -> {
                    out.write(ascii("HTTP/1.1 200 OK\r\n"));
                    while (end.getCount() > 0) {
                        out.write(ascii("X: y\r\n"));
                    }
                }))
                .isInstanceOf(AnswerTooLarge.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=xxxxx\r\nhello\r\n",
                "HTTP/1.1 302 Found\r\nLocation: /\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: y\r\n",
                "nonsense\r\n",
                "\r\n"
            })
    void endsWithAnEndlessAnswer(String again) {
        long begun = System.nanoTime();

        try {
            ask(out -> {
                while (end.getCount() > 0) {
                    out.write(ascii(again));
                }
            });
        } catch (Exception e) {
            assertThat(e).isInstanceOf(IOException.class);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(IN_ALL.plusSeconds(3));
    }

    @Test
    void endsWithAHeadThatDrips() {
        assertThatThrownBy(() -> ask(out -> {
                    out.write(ascii("HTTP/1.1 200 OK\r\nX: "));
                    drip(out);
                }))
                .isInstanceOf(AnswerTooSlow.class);
    }

    @Test
    void endsWithAHandshakeThatDrips() throws Exception {
        URI address = serve(out -> {
            out.write(new byte[] {22, 3, 3, 64, 0});
            drip(out);
        });
        URI secure = URI.create("https://127.0.0.1:" + address.getPort() + "/");

        assertThatThrownBy(() -> client.send(OutboundRequest.get(secure), Deadline.in(IN_ALL)))
                .isInstanceOf(AnswerTooSlow.class);
    }

    @Test
    void readsNoBodyThatSaysItIsTooLarge() {
        assertThatThrownBy(() -> ask(out -> out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 100001\r\n\r\n"))))
                .isInstanceOf(AnswerTooLarge.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:99999/", "http://127.0.0.1:65536/", "http:/nobody", "mailto:a@b"})
    void asksNobodyAtAnAddressThatIsNone(String address) {
        assertThatThrownBy(() -> client.send(OutboundRequest.get(URI.create(address)), Deadline.in(IN_ALL)))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/9.9 999 Odd\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: ;;;charset=\u0001\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: text/x; charset=no-such-charset\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\n",
                "HTTP/1.1 101 Switching\r\n\r\nx"
            })
    void answersOrFailsAsConnectionsDoWhateverComes(String answer) {
        try {
            assertThat(ask(out -> out.write(ascii(answer))).status()).isBetween(100, 999);
        } catch (Exception e) {
            assertThat(e).isInstanceOf(IOException.class);
        }
    }

    @Test
    void asksTheNextOneWhateverTheOneBeforeDid() throws Exception {
        assertThatThrownBy(() -> ask(out -> {
                    throw new IOException("gone");
                }))
                .isInstanceOf(IOException.class);

        assertThat(ask(out -> out.write(ascii("HTTP/1.1 204 No Content\r\n\r\n")))
                        .status())
                .isEqualTo(204);
    }

    private interface Server {
        void answer(OutputStream out) throws IOException;
    }

    private ServerAnswer ask(Server server) throws IOException {
        return client.send(OutboundRequest.get(serve(server)), Deadline.in(IN_ALL));
    }

    private URI serve(Server server) throws IOException {
        ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        threads.execute(() -> {
            try (listening;
                    Socket socket = listening.accept();
                    OutputStream out = socket.getOutputStream()) {
                InputStream in = socket.getInputStream();
                in.read(new byte[8_192]);
                server.answer(out);
                socket.shutdownOutput();
                end.await(5, TimeUnit.SECONDS);
            } catch (IOException | InterruptedException e) {
                Thread.currentThread().interrupt(); // the client has gone, as it should
            }
        });
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/");
    }

    private void drip(OutputStream out) throws IOException {
        try {
            while (!end.await(200, TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
