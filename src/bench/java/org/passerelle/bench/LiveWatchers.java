package org.passerelle.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.DemoNetwork;
import org.passerelle.TestClient;

/**
 * Pages that hear of changes at one site, five of each of forty people: what they cost in memory and in threads, and how soon the
 * last of them hears of a booking. The sockets of the clients are in the same process, and counted.
 */
final class LiveWatchers {

    private static final int PEOPLE = 40;
    private static final int PAGES_OF_EACH = 5;
    private static final int BOOKINGS = 20;
    private static final int FIRST_HOUR = 8;
    private static final int HOURS = 10;
    private static final String PASSWORD = "four words by chance";
    private static final double MEGABYTE = 1 << 20;

    private final Path folder;

    LiveWatchers(Path folder) {
        this.folder = folder;
    }

    void measure(Report report) throws IOException {
        Path data = Files.createTempDirectory(folder, "live-");
        List<Socket> watchers = new ArrayList<>();
        try (Program program = Program.start(data)) {
            List<TestClient> browsers = browsers(program);
            double heap = heap();
            double direct = direct();
            int threads = ManagementFactory.getThreadMXBean().getThreadCount();
            for (TestClient browser : browsers) {
                for (int page = 0; page < PAGES_OF_EACH; page++) {
                    watchers.add(watch(program, browser));
                }
            }
            double withHeap = heap();
            double withDirect = direct();
            int withThreads = ManagementFactory.getThreadMXBean().getThreadCount();
            List<Double> delays = delays(program, watchers);
            report.table(
                    "%d pages that are kept up to date".formatted(watchers.size()),
                    List.of(
                            "heap, MB",
                            "direct buffers, MB",
                            "threads more",
                            "the last hears after, ms: median",
                            "worst"),
                    List.of(List.of(
                            Report.number(withHeap - heap),
                            Report.number(withDirect - direct),
                            Integer.toString(withThreads - threads),
                            Report.number(delays.get(delays.size() / 2)),
                            Report.number(delays.get(delays.size() - 1)))));
        } finally {
            for (Socket each : watchers) {
                each.close();
            }
            Benchmarks.delete(data);
        }
    }

    private static List<TestClient> browsers(Program program) {
        TestClient admin =
                DemoNetwork.client(program.port()).with("Authorization", Program.basic("admin@it77.example"));
        List<TestClient> browsers = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String email = "watcher%d@atelier-brie.example".formatted(i);
            HttpResponse<String> made = admin.put("/api/v1/admin/people/" + email, """
                            {"name":"Watcher","organisation":"atelier-brie","role":"MEMBER","password":"%s"}""".formatted(PASSWORD));
            if (made.statusCode() >= 300) {
                throw new IllegalStateException(made.body());
            }
            browsers.add(program.browserOf(email, PASSWORD));
        }
        return browsers;
    }

    private static Socket watch(Program program, TestClient browser) throws IOException {
        Socket socket = new Socket("127.0.0.1", program.port());
        socket.getOutputStream()
                .write(("GET /live?site=melun HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: %s\r\n\r\n")
                        .formatted(program.port(), browser.cookieHeader())
                        .getBytes(StandardCharsets.US_ASCII));
        readUntil(socket, ":\n\n");
        return socket;
    }

    private static void readUntil(Socket socket, String end) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IllegalStateException("The stream has ended: " + read);
            }
            read.append((char) next);
        }
    }

    /** In milliseconds, the least first. */
    private static List<Double> delays(Program program, List<Socket> watchers) throws IOException {
        ApiClient louis = program.clientOf(Program.LOUIS);
        LocalDate day =
                LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        List<Double> delays = new ArrayList<>();
        for (int i = 0; i < BOOKINGS; i++) {
            String room = i < HOURS ? "melun-seine" : "melun-almont";
            long since = System.nanoTime();
            ApiClient.expect(201, louis.post("/api/v1/bookings", """
                            {"title":"Direct","start":"%sT%02d:00","timeZone":"Europe/Paris","duration":"PT1H","rooms":["%s"]}""".formatted(day, FIRST_HOUR + i % HOURS, room)));
            for (Socket each : watchers) {
                readUntil(each, "data: " + day);
            }
            delays.add(Duration.ofNanos(System.nanoTime() - since).toNanos() / 1e6);
        }
        return delays.stream().sorted().toList();
    }

    private static double heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    private static double direct() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum()
                / MEGABYTE;
    }
}
