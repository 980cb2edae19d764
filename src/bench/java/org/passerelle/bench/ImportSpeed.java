package org.passerelle.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An external calendar of many events: how long it takes until all occupy their room, and then to look at it again with
 * nothing changed, with every hundredth event moved, and with all of them gone. The calendar's server says "now" in every
 * DTSTAMP and knows no tags, as many do.
 */
final class ImportSpeed {

    private static final int EVENTS = 5_000;
    private static final int MINUTES_APART = 100;
    private static final int LOOKS = 20;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private final Path folder;
    private final List<List<String>> rows = new ArrayList<>();
    private volatile String calendar = "";

    ImportSpeed(Path folder) {
        this.folder = folder;
    }

    void measure(Report report) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
        Path data = Files.createTempDirectory(folder, "imports-");
        try (Program program = Program.start(data, "--passerelle.imports.allow-private-addresses=true")) {
            ApiClient manager = program.clientOf(Program.MANAGER);
            for (String room : List.of("melun-seine", "melun-almont", "melun-atelier")) {
                measure(manager, room, server.getAddress().getPort());
            }
        } finally {
            server.stop(0);
            Benchmarks.delete(data);
        }
        report.table(
                "A calendar of %,d events, milliseconds".formatted(EVENTS),
                List.of(
                        "room",
                        "all new",
                        "of it processor",
                        "unchanged, p50",
                        "unchanged, max",
                        "50 moved",
                        "all gone"),
                rows);
    }

    private void measure(ApiClient manager, String room, int port) {
        calendar = written(EVENTS, 0);
        String body = """
                {"room":"%s","url":"http://127.0.0.1:%d/%s.ics","name":"bench"}""".formatted(room, port, room);
        long begin = System.nanoTime();
        long processor = processorNanos();
        JsonNode made = ApiClient.json(ApiClient.expect(201, manager.post("/api/v1/imports", body)));
        double first = since(begin);
        double worked = (processorNanos() - processor) / 1e6;
        require(made, EVENTS);
        String refresh = "/api/v1/imports/" + made.get("id").asString() + "/refresh";
        List<Long> unchanged = new ArrayList<>();
        for (int i = 0; i < LOOKS; i++) {
            long start = System.nanoTime();
            refresh(manager, refresh, EVENTS);
            unchanged.add(System.nanoTime() - start);
        }
        Latencies same = Latencies.inTurn(unchanged);
        calendar = written(EVENTS, 10);
        long moving = System.nanoTime();
        refresh(manager, refresh, EVENTS);
        double moved = since(moving);
        calendar = written(1, 10);
        long leaving = System.nanoTime();
        refresh(manager, refresh, 1);
        rows.add(List.of(
                room,
                Report.number(first),
                Report.number(worked),
                Report.number(same.percentile(50)),
                Report.number(same.max()),
                Report.number(moved),
                Report.number(since(leaving))));
    }

    private static void refresh(ApiClient manager, String path, int occupying) {
        HttpResponse<String> answer = manager.post(path, "{}");
        require(ApiClient.json(ApiClient.expect(200, answer)), occupying);
    }

    private static void require(JsonNode looked, int occupying) {
        if (looked.get("found").get("occupying").asInt() != occupying) {
            throw new IllegalStateException("Not as it should be: " + looked);
        }
    }

    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    /** @param moved minutes by which every hundredth event is later */
    private static String written(int events, int moved) {
        LocalDateTime first =
                LocalDateTime.now(ZoneOffset.UTC).plusDays(1).withMinute(0).withSecond(0);
        StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\n");
        for (int i = 0; i < events; i++) {
            LocalDateTime start = first.plusMinutes((long) MINUTES_APART * i + (i % 100 == 0 ? moved : 0));
            text.append("BEGIN:VEVENT\r\nUID:")
                    .append(i)
                    .append("@bench\r\nDTSTAMP:NOW\r\nSUMMARY:Event ")
                    .append(i);
            text.append("\r\nDTSTART;TZID=Europe/Paris:").append(LOCAL.format(start));
            text.append("\r\nDTEND;TZID=Europe/Paris:").append(LOCAL.format(start.plusHours(1)));
            text.append("\r\nDESCRIPTION:Words about it, as calendars have them\\nin several lines.\r\n");
            text.append("STATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\n");
        }
        return text.append("END:VCALENDAR\r\n").toString();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String now = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                .format(Instant.now().atOffset(ZoneOffset.UTC));
        byte[] bytes = calendar.replace("DTSTAMP:NOW", "DTSTAMP:" + now).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/calendar; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
