package org.passerelle;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** Calendars of ill will, as files and from servers that answer with floods; each is ordered by a manager and ended at once. */
final class HostileCalendars implements AutoCloseable {

    private static final String IMPORTS = "/api/v1/imports";

    private final TestClient manager;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket floods;
    private final HttpServer endless;

    HostileCalendars(TestClient manager) throws IOException {
        this.manager = manager;
        InetAddress here = InetAddress.getByName("127.0.0.1");
        this.floods = new ServerSocket(0, 50, here);
        threads.execute(this::flood);
        this.endless = HttpServer.create(new InetSocketAddress(here, 0), 0);
        endless.setExecutor(threads);
        endless.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                byte[] line =
                        ("BEGIN:VEVENT\r\nSUMMARY:" + "x".repeat(60_000) + "\r\n").getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < 2_000; i++) {
                    body.write(line);
                }
            }
        });
        endless.start();
    }

    /** Answers with header lines of a megabyte, three hundred of them. */
    private void flood() {
        byte[] line = ("X-A: " + "b".repeat(1_000_000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        while (!floods.isClosed()) {
            try (Socket socket = floods.accept()) {
                OutputStream out = socket.getOutputStream();
                out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < 300; i++) {
                    out.write(line);
                }
            } catch (IOException hungUp) {
                // as it should
            }
        }
    }

    /** Orders one; returns the status of the answer. */
    int send(int number, Random random) {
        List<String> sources = List.of(
                address("http://127.0.0.1:" + floods.getLocalPort() + "/flood.ics"),
                address("http://127.0.0.1:" + endless.getAddress().getPort() + "/endless.ics"),
                address("http://127.0.0.1:99999/"),
                address("http://0177.0.0.1:1/"),
                file(event("a", "RRULE:FREQ=DAILY\r\n", "x").repeat(4_000)),
                file(event("b", "", "\u2028\u0085\u009F\u202E" + (char) (0xD800 + random.nextInt(0x800)))),
                file(event("c", "RDATE:20270101T090000Z\r\n".repeat(20_000), "x")),
                file("BEGIN:VTIMEZONE\r\nTZID:x\r\n"
                        + "BEGIN:STANDARD\r\nDTSTART:20200101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:STANDARD\r\n"
                                .repeat(8_000)
                        + "END:VTIMEZONE\r\n"));
        HttpResponse<String> answer = manager.post(IMPORTS, sources.get(number % sources.size()));
        if (answer.statusCode() == 201) {
            manager.delete(IMPORTS + "/" + TestClient.json(answer).get("id").asString());
        }
        return answer.statusCode();
    }

    private static String address(String url) {
        return "{\"room\":\"melun-visio\",\"name\":\"hostile\",\"url\":\"" + url + "\"}";
    }

    private static String file(String components) {
        String text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + components + "END:VCALENDAR\r\n";
        return "{\"room\":\"melun-visio\",\"name\":\"hostile\",\"file\":"
                + JsonMapper.shared().writeValueAsString(text) + "}";
    }

    private static String event(String uid, String more, String summary) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20260325T080000Z\r\nDTSTART:20260901T040000Z\r\n"
                + "DTEND:20260901T050000Z\r\nSUMMARY:" + summary + "\r\n" + more + "END:VEVENT\r\n";
    }

    @Override
    public void close() throws IOException {
        floods.close();
        endless.stop(0);
        threads.shutdownNow();
    }
}
