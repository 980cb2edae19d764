package org.passerelle.bench;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.directory.Room;

/** The calendar of a room as calendar programs fetch it: for the first time, and again with nothing new. */
final class RoomFeeds {

    private static final int ROOMS = 20;

    private final Effort effort;
    private final ApiClient louis;
    private final FreeHours hours;

    RoomFeeds(Effort effort, Program program, FreeHours hours) {
        this.effort = effort;
        this.louis = program.clientOf(Program.LOUIS);
        this.hours = hours;
    }

    void measure(Report report) {
        List<Long> cold = new ArrayList<>();
        String path = "";
        HttpResponse<String> last = null;
        for (Room room : hours.sample(500).stream()
                .map(FreeHours.Hour::room)
                .distinct()
                .limit(ROOMS)
                .toList()) {
            path = create(room);
            long begin = System.nanoTime();
            last = ApiClient.expect(200, louis.get(path));
            cold.add(System.nanoTime() - begin);
        }
        if (last == null) {
            throw new IllegalStateException("No rooms");
        }
        String known = path;
        String etag = last.headers().firstValue("ETag").orElseThrow();
        int events = last.body().split("BEGIN:VEVENT", -1).length - 1;
        Latencies again =
                Load.run(1, effort.phase(), () -> ApiClient.expect(304, louis.get(known, "If-None-Match", etag)));
        report.table(
                "Feed of a room (%d events, %,d characters), milliseconds"
                        .formatted(events, last.body().length()),
                List.of("fetch", "p50", "p95", "max", "samples"),
                List.of(row("cold", Latencies.inTurn(cold)), row("304", again)));
    }

    private String create(Room room) {
        String json = """
                {"scope":"ROOM","of":"%s","detail":"FULL"}""".formatted(room.id());
        String url = ApiClient.json(ApiClient.expect(201, louis.post("/api/v1/feeds", json)))
                .get("url")
                .asString();
        return URI.create(url).getPath();
    }

    private static List<String> row(String name, Latencies all) {
        return List.of(
                name,
                Report.number(all.percentile(50)),
                Report.number(all.percentile(95)),
                Report.number(all.max()),
                Integer.toString(all.count()));
    }
}
