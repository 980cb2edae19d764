package org.passerelle.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.passerelle.DemoNetwork;
import org.passerelle.TestClient;

/** The day of a site with forty rooms and 300 bookings, as a browser fetches it: by who made half of them, and by who may read all; then the week of one of them and of the site. */
final class Pages {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int ROOMS_OF_EACH_KIND = 20;
    private static final int BOOKINGS = 300;
    private static final int FIRST_HOUR = 9;
    private static final int HOURS_BOOKED = 8;
    private static final int WORKING_DAYS = 5;

    private final Effort effort;
    private final Path folder;

    Pages(Effort effort, Path folder) {
        this.effort = effort;
        this.folder = folder;
    }

    void measure(Report report) throws IOException {
        Path data = Files.createTempDirectory(folder, "pages-");
        try (Program program = Program.start(data)) {
            LocalDate day = LocalDate.ofInstant(Instant.now(), PARIS).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
            program.replaceDirectory(DemoNetwork.with(ROOMS_OF_EACH_KIND));
            book(program, day);
            String page = "/day?site=essai&date=" + day;
            List<List<String>> rows = new ArrayList<>();
            rows.add(row("who made half of the bookings", program.browserOf(Program.LOUIS), page));
            rows.add(row("who may read all", program.browserOf("admin@it77.example"), page));
            bookWeek(program, day);
            List<List<String>> calendars = new ArrayList<>();
            for (String path : List.of("/rooms/essai-1/week", "/sites/essai/week", "/sites/essai/month", "/me/week")) {
                calendars.add(row(path, program.browserOf(Program.LOUIS), path + "?from=" + day));
            }
            report.table(
                    "Day of a site with %d rooms and %d bookings, one client, milliseconds"
                            .formatted(2 * ROOMS_OF_EACH_KIND, BOOKINGS),
                    List.of("for", "p50", "p95", "max", "processor a page", "bytes", "on the wire"),
                    rows);
            report.table(
                    "Weeks and months of these; the room has %d bookings in the week"
                            .formatted(WORKING_DAYS * HOURS_BOOKED),
                    List.of("page", "p50", "p95", "max", "processor a page", "bytes", "on the wire"),
                    calendars);
        } finally {
            Benchmarks.delete(data);
        }
    }

    private static void book(Program program, LocalDate day) {
        List<ApiClient> people = List.of(program.clientOf(Program.LOUIS), program.clientOf(Program.NADIA));
        for (int i = 0; i < BOOKINGS; i++) {
            int room = i % (2 * ROOMS_OF_EACH_KIND);
            String name = (room < ROOMS_OF_EACH_KIND ? "essai-" : "demande-") + (1 + room % ROOMS_OF_EACH_KIND);
            int hour = FIRST_HOUR + i / (2 * ROOMS_OF_EACH_KIND);
            ApiClient.expect(201, people.get(i % 2).post("/api/v1/bookings", """
                            {"title":"Réunion %d","start":"%sT%02d:00","timeZone":"Europe/Paris","duration":"PT1H","rooms":["%s"]}""".formatted(i, day, hour, name)));
        }
    }

    /** The other days of the first room, and what is left of that one. */
    private static void bookWeek(Program program, LocalDate tuesday) {
        List<ApiClient> people = List.of(program.clientOf(Program.LOUIS), program.clientOf(Program.NADIA));
        LocalDate monday = tuesday.minusDays(1);
        for (int i = 0; i < WORKING_DAYS * HOURS_BOOKED; i++) {
            LocalDate day = monday.plusDays(i / HOURS_BOOKED);
            int hour = FIRST_HOUR + i % HOURS_BOOKED;
            HttpResponse<String> answer = people.get(i % 2).post("/api/v1/bookings", """
                            {"title":"Réunion %d","start":"%sT%02d:00","timeZone":"Europe/Paris","duration":"PT1H","rooms":["essai-1"]}""".formatted(i, day, hour));
            if (!day.equals(tuesday)) {
                ApiClient.expect(201, answer);
            }
        }
    }

    private List<String> row(String who, TestClient browser, String page) {
        Runnable look = () -> {
            if (browser.get(page).statusCode() != 200) {
                throw new IllegalStateException("No page");
            }
        };
        Load.run(1, effort.warmUp(), look);
        Latencies all = Load.run(1, effort.phase(), look);
        byte[] bytes = browser.get(page).body().getBytes(StandardCharsets.UTF_8);
        return List.of(
                who,
                Report.number(all.percentile(50)),
                Report.number(all.percentile(95)),
                Report.number(all.max()),
                Report.number(all.processorMillis()),
                Integer.toString(bytes.length),
                Integer.toString(compressed(bytes)));
    }

    /** As the connector does it. */
    private static int compressed(byte[] bytes) {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return small.size();
    }
}
