package org.passerelle.bench;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.passerelle.directory.Room;

/**
 * What follows from bookings that concern nobody but who makes them: how much of the store and of the processor the threads
 * use that look after codecs, mail, lines and the rest, beside those that book. First with nothing else there, then with many
 * codecs on record, then with a feed of every room that somebody has just read.
 */
final class FollowUps {

    private static final int CLIENTS = 4;
    private static final int CODECS = 500;
    private static final int MEETINGS_A_CODEC = 20;
    private static final double MICROS = 1e3;

    private final Effort effort;
    private final ThreadLedger ledger = new ThreadLedger();
    private final List<List<String>> rows = new ArrayList<>();

    private FollowUps(Effort effort) {
        this.effort = effort;
    }

    static void measure(Effort effort, Path folder, Report report) throws IOException {
        Path data = Files.createTempDirectory(folder, "follow-");
        try {
            new FollowUps(effort).measure(data, report);
        } finally {
            Benchmarks.delete(data);
        }
    }

    private void measure(Path data, Report report) {
        try (Program program = Program.watched(data, ledger)) {
            FreeHours hours = FreeHours.of(program.directory(), program.person(Program.LOUIS), Instant.now());
            ApiClient nadia = program.clientOf(Program.NADIA);
            Runnable book = () -> nadia.create("/api/v1/bookings", MadeBookings.request(hours.next()));
            Load.run(CLIENTS, effort.warmUp(), book);
            rows("nothing else", book);
            putCodecsOnRecord(program.store().getCollection("codecs"));
            rows("%d codecs on record".formatted(CODECS), book);
            fetchFeeds(program.clientOf(Program.LOUIS), hours);
            rows("with feeds of all rooms", book);
        }
        report.table(
                "What the threads do for a booking of an hour that concerns nobody else, %d clients".formatted(CLIENTS),
                List.of("beside", "threads", "store commands a booking", "processor a booking, microseconds"),
                rows);
    }

    private void rows(String beside, Runnable book) {
        ThreadLedger.Sums before = ledger.now();
        Latencies made = Load.run(CLIENTS, effort.phase().multipliedBy(4), book);
        ThreadLedger.Sums after = ledger.now();
        Set<String> names = new TreeSet<>(after.nanos().keySet());
        names.addAll(after.commands().keySet());
        for (String name : names) {
            double commands = (double) after.commandsSince(before, name) / made.count();
            double micros = after.nanosSince(before, name) / MICROS / made.count();
            if (commands >= 0.01 || micros >= 10) {
                rows.add(List.of(beside, name, Report.number(commands), Report.number(micros)));
            }
        }
        rows.add(List.of(
                beside,
                "all, " + Report.number(made.perSecond()) + " bookings/s",
                "",
                Report.number(made.processorMillis() * MICROS)));
    }

    /** As those of rooms that have or had one. */
    private static void putCodecsOnRecord(MongoCollection<Document> codecs) {
        List<String> meetings = IntStream.range(0, MEETINGS_A_CODEC)
                .mapToObj("%032x"::formatted)
                .toList();
        for (int i = 0; i < CODECS; i++) {
            codecs.insertOne(new Document("_id", "suite-" + i)
                    .append("told", new Date())
                    .append("bookings", meetings)
                    .append("failuresInARow", 0));
        }
    }

    private static void fetchFeeds(ApiClient louis, FreeHours hours) {
        Set<String> rooms = hours.sample(5_000).stream()
                .map(FreeHours.Hour::room)
                .map(Room::id)
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> feeds = new ArrayList<>();
        rooms.forEach(room -> feeds.add("{\"scope\":\"ROOM\",\"of\":\"%s\",\"detail\":\"FULL\"}".formatted(room)));
        feeds.add("{\"scope\":\"PERSON\",\"of\":\"%s\",\"detail\":\"FULL\"}".formatted(Program.LOUIS));
        for (String feed : feeds) {
            String url = ApiClient.json(ApiClient.expect(201, louis.post("/api/v1/feeds", feed)))
                    .get("url")
                    .asString();
            ApiClient.expect(200, louis.get(URI.create(url).getPath()));
        }
    }
}
