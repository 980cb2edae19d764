package org.passerelle.bench;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.passerelle.directory.Room;

/**
 * The calendars of busy rooms as calendar programs fetch them, eight at once: for the first time after a start, before and
 * after the program has prepared them, and for the first time ever; then, warm, which is when the compiler has seen every
 * path, for the first time ever, after a change, and again with nothing new.
 */
final class RoomFeeds {

    private static final int CLIENTS = 8;
    private static final int ROOMS = 2 * CLIENTS;
    private static final int EVENTS = 2_000;
    private static final int DAYS = 350;
    private static final int CHANGES = 50;
    private static final Duration PREPARING = Duration.ofSeconds(20);
    private static final Duration WARMING = Duration.ofSeconds(20);

    private final Effort effort;
    private final Path data;
    private final FreeHours hours;
    private final List<List<String>> rows = new ArrayList<>();

    RoomFeeds(Effort effort, Path data, FreeHours hours) {
        this.effort = effort;
        this.data = data;
        this.hours = hours;
    }

    void measure(Report report) {
        List<Room> rooms = hours.sample(500).stream()
                .map(FreeHours.Hour::room)
                .distinct()
                .limit(ROOMS + 1)
                .toList();
        List<String> paths = new ArrayList<>();
        try (Program program = Program.start(data)) {
            ApiClient louis = program.clientOf(Program.LOUIS);
            rooms.forEach(room -> fill(louis, room));
            rooms.forEach(room -> paths.add(create(louis, room)));
        }
        List<String> measured = paths.subList(0, ROOMS);
        int events;
        int bytes;
        try (Program program = Program.start(data)) {
            ApiClient louis = program.clientOf(Program.LOUIS);
            row("the first after a start, at once", firstFetches(louis, measured));
        }
        try (Program program = Program.start(data)) {
            ApiClient louis = program.clientOf(Program.LOUIS);
            pause();
            String body = ApiClient.expect(200, louis.get(paths.get(ROOMS))).body();
            events = body.split("BEGIN:VEVENT", -1).length - 1;
            bytes = body.length();
            row("the first after a start, prepared", firstFetches(louis, measured));
            row("the first ever, of rooms whose bookings are known", firstFetches(louis, fresh(louis, rooms)));
            Cycle<String> all = new Cycle<>(measured);
            String path = measured.get(1);
            String etag = ApiClient.expect(200, louis.get(path))
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
            Runnable whole = () -> ApiClient.expect(200, louis.get(all.next()));
            Runnable unchanged = () -> ApiClient.expect(304, louis.get(path, "If-None-Match", etag));
            Load.run(CLIENTS, WARMING, whole);
            Load.run(CLIENTS, WARMING, unchanged);
            row("warm: the first ever", firstFetches(louis, fresh(louis, rooms)));
            row("warm: whole, again", Load.run(CLIENTS, effort.phase(), whole));
            row("warm: whole, after a booking in the room", afterChanges(louis, rooms.get(0), measured.get(0)));
            row("warm: nothing new (304)", Load.run(CLIENTS, effort.phase(), unchanged));
        }
        report.table(
                "Feeds of rooms (%,d events, %,d characters each), %d clients at once, milliseconds"
                        .formatted(events, bytes, CLIENTS),
                List.of("fetch", "p50", "p95", "max", "samples"),
                rows);
    }

    /** Books hours of the year until the calendar is long enough; what is taken stays so. */
    private void fill(ApiClient louis, Room room) {
        String path = create(louis, room);
        int missing = EVENTS - events(louis, path);
        List<FreeHours.Hour> free = hoursOfTheYear(room);
        for (int i = 0; i < free.size() && missing > 0; i++) {
            HttpResponse<String> booked = louis.post("/api/v1/bookings", MadeBookings.request(free.get(i)));
            missing -= booked.statusCode() == 201 ? 1 : 0;
        }
    }

    private static int events(ApiClient louis, String path) {
        return ApiClient.expect(200, louis.get(path)).body().split("BEGIN:VEVENT", -1).length - 1;
    }

    /** Each address once, by clients that begin at the same moment. */
    private static Latencies firstFetches(ApiClient client, List<String> paths) {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        CyclicBarrier together = new CyclicBarrier(CLIENTS);
        try {
            List<Future<Long>> fetches = paths.stream()
                    .map(path -> threads.submit(() -> {
                        together.await();
                        long begin = System.nanoTime();
                        ApiClient.expect(200, client.get(path));
                        return System.nanoTime() - begin;
                    }))
                    .toList();
            List<Long> nanos = new ArrayList<>();
            for (Future<Long> each : fetches) {
                nanos.add(each.get());
            }
            return Latencies.inTurn(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A fetch failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** One client: an hour of the year is booked, the latest first, then the feed is fetched, again and again. */
    private Latencies afterChanges(ApiClient louis, Room room, String path) {
        List<Long> nanos = new ArrayList<>();
        List<FreeHours.Hour> free = hoursOfTheYear(room);
        for (int i = free.size() - 1; i >= 0 && nanos.size() < CHANGES; i--) {
            HttpResponse<String> booked = louis.post("/api/v1/bookings", MadeBookings.request(free.get(i)));
            if (booked.statusCode() == 201) {
                long begin = System.nanoTime();
                ApiClient.expect(200, louis.get(path));
                nanos.add(System.nanoTime() - begin);
            }
        }
        return Latencies.inTurn(nanos);
    }

    private List<FreeHours.Hour> hoursOfTheYear(Room room) {
        LocalDateTime last = LocalDateTime.now(ZoneOffset.UTC).plusDays(DAYS);
        return hours.of(room).stream()
                .filter(hour -> hour.start().isBefore(last))
                .toList();
    }

    private static void pause() {
        try {
            Thread.sleep(PREPARING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> fresh(ApiClient louis, List<Room> rooms) {
        return rooms.subList(0, ROOMS).stream().map(room -> create(louis, room)).toList();
    }

    private static String create(ApiClient louis, Room room) {
        String json = """
                {"scope":"ROOM","of":"%s","detail":"FULL"}""".formatted(room.id());
        String url = ApiClient.json(ApiClient.expect(201, louis.post("/api/v1/feeds", json)))
                .get("url")
                .asString();
        return URI.create(url).getPath();
    }

    private void row(String name, Latencies all) {
        rows.add(List.of(
                name,
                Report.number(all.percentile(50)),
                Report.number(all.percentile(95)),
                Report.number(all.max()),
                Integer.toString(all.count())));
    }
}
