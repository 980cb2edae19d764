package org.passerelle.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomKind;
import tools.jackson.databind.JsonNode;

/**
 * Doors of conferences that take place, by the links of organiser and rooms: looks, and presses, each of which makes a
 * token and is answered 303. The clock is set to a Monday morning, when all rooms are open.
 */
final class Joins {

    private static final int CLIENTS = 8;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String OFFSET = "passerelle.clock-offset";

    private final Effort effort;
    private final Path folder;

    Joins(Effort effort, Path folder) {
        this.effort = effort;
        this.folder = folder;
    }

    void measure(Report report) throws IOException {
        Path data = Files.createTempDirectory(folder, "joins-");
        ZonedDateTime meeting = Instant.now()
                .atZone(PARIS)
                .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
                .with(LocalTime.of(10, 0));
        try {
            List<String> links = booked(data, meeting);
            try (Program program = startAt(data, meeting.minusMinutes(5))) {
                measure(program.clientOf(Program.LOUIS), links, report);
            }
        } finally {
            System.clearProperty(OFFSET);
            Benchmarks.delete(data);
        }
    }

    private static Program startAt(Path data, ZonedDateTime time) {
        System.setProperty(
                OFFSET, Duration.between(Instant.now(), time.toInstant()).toString());
        return Program.start(data);
    }

    /** Links to a conference in each video room. */
    private static List<String> booked(Path data, ZonedDateTime meeting) {
        List<String> links = new ArrayList<>();
        try (Program program = startAt(data, meeting.minusDays(1))) {
            ApiClient louis = program.clientOf(Program.LOUIS);
            for (Room room : program.directory().rooms()) {
                if (room.kind() == RoomKind.VISIO || room.kind() == RoomKind.TELEPRESENCE) {
                    var answer = louis.post("/api/v1/bookings", request(room, meeting));
                    if (answer.statusCode() == 201) {
                        add(links, louis, ApiClient.json(answer).get("id").asString());
                    }
                }
            }
        }
        return links;
    }

    private static String request(Room room, ZonedDateTime meeting) {
        return """
                {"title":"Liaison","start":"%s","timeZone":"Europe/Paris","duration":"PT1H","rooms":["%s"],"conference":{}}""".formatted(meeting.toLocalDateTime(), room.id());
    }

    private static void add(List<String> links, ApiClient louis, String booking) {
        JsonNode told = ApiClient.json(ApiClient.expect(200, louis.get("/api/v1/bookings/" + booking + "/conference")));
        links.add(URI.create(told.get("joinUrl").asString()).getPath());
        told.get("rooms")
                .forEach(room ->
                        links.add(URI.create(room.get("joinUrl").asString()).getPath()));
    }

    private void measure(ApiClient louis, List<String> links, Report report) {
        Cycle<String> looked = new Cycle<>(links);
        Cycle<String> pressed = new Cycle<>(links);
        Runnable look = () -> ApiClient.expect(200, louis.get(looked.next()));
        Runnable press = () -> ApiClient.expect(303, louis.post(pressed.next(), ""));
        Load.run(CLIENTS, effort.warmUp(), press);
        report.table(
                "Doors of conferences (%d links), %d clients at once, milliseconds".formatted(links.size(), CLIENTS),
                List.of("at the door", "p50", "p95", "max", "a minute", "processor a call"),
                List.of(
                        row("looks", Load.run(CLIENTS, effort.phase(), look)),
                        row("presses", Load.run(CLIENTS, effort.phase(), press))));
    }

    private static List<String> row(String name, Latencies all) {
        return List.of(
                name,
                Report.number(all.percentile(50)),
                Report.number(all.percentile(95)),
                Report.number(all.max()),
                Long.toString(Math.round(60 * all.perSecond())),
                Report.number(all.processorMillis()));
    }
}
