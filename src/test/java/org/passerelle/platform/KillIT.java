package org.passerelle.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.TestClient;
import org.passerelle.packaged.KilledClient;
import org.passerelle.packaged.KilledServer;
import org.passerelle.time.Interval;
import tools.jackson.databind.JsonNode;

/** The packaged server is killed under load, five times in {@code verify} and a hundred in {@code -Pnightly}: whatever it had acknowledged is there, and nothing overlaps. */
class KillIT {

    private static final int KILLS = Integer.getInteger("program.kills", 5);
    private static final int CLIENTS = 6;
    private static final long LOAD_MILLIS = 1_000;
    private static final String WINDOW = "from=2026-03-25T00:00:00Z&to=2027-03-25T00:00:00Z";

    @TempDir
    private Path folder;

    @Test
    void losesNothingThatItAcknowledged() throws Exception {
        List<KilledClient> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new KilledClient("client-" + i, 1_000 + i));
        }
        String token = "";
        int acknowledged = 0;

        for (int round = 0; round <= KILLS; round++) {
            try (KilledServer server = KilledServer.start(folder)) {
                if (round == 0) {
                    token = token(server.client());
                }
                TestClient camille = server.client().withBearer(token);
                if (round > 0) {
                    clients.forEach(client -> client.settle(camille));
                    acknowledged = check(camille, clients);
                }
                if (round < KILLS) {
                    loadAndKill(server, camille, clients);
                }
            }
        }

        System.out.printf("KillIT: %d bookings acknowledged over %d kills%n", acknowledged, KILLS);
        assertThat(acknowledged).isGreaterThan(KILLS);
    }

    private static String token(TestClient server) {
        return TestClient.json(server.withBasic("camille@atelier-brie.example", "passerelle")
                        .post("/api/v1/tokens", "{\"name\":\"load\"}"))
                .get("token")
                .asString();
    }

    private static void loadAndKill(KilledServer server, TestClient camille, List<KilledClient> clients)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        CountDownLatch working = new CountDownLatch(clients.size());
        try {
            List<Future<?>> done = new ArrayList<>();
            for (KilledClient client : clients) {
                done.add(threads.submit(() -> {
                    working.countDown();
                    client.workUntilNobodyAnswers(camille);
                }));
            }
            assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();
            TimeUnit.MILLISECONDS.sleep(LOAD_MILLIS);
            server.kill();
            for (Future<?> each : done) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Compares what the server says with what the clients were told; returns how many bookings that are. */
    private static int check(TestClient camille, List<KilledClient> clients) {
        Map<String, JsonNode> told = new HashMap<>();
        clients.forEach(client -> told.putAll(client.told()));
        Map<String, JsonNode> stored = list(camille);

        assertThat(stored.keySet()).isEqualTo(told.keySet());
        told.forEach((id, booking) -> assertThat(stored.get(id)).isEqualTo(booking));
        Map<String, List<Interval>> held = held(stored);
        held.forEach((room, times) -> assertThat(Interval.merge(times).stream()
                        .mapToLong(each -> each.length().toMinutes())
                        .sum())
                .as("minutes of %s, counted once and counted each", room)
                .isEqualTo(times.stream()
                        .mapToLong(each -> each.length().toMinutes())
                        .sum()));
        held.forEach((room, times) -> assertThat(busy(camille, room)).isEqualTo(Interval.merge(times)));
        return stored.size();
    }

    private static Map<String, JsonNode> list(TestClient camille) {
        Map<String, JsonNode> bookings = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page = TestClient.json(camille.get("/api/v1/bookings?mine=true&limit=1000&" + WINDOW + cursor));
            page.get("items")
                    .valueStream()
                    .filter(item -> !item.get("state").asString().equals("CANCELLED"))
                    .forEach(item -> bookings.put(item.get("id").asString(), item));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        return bookings;
    }

    private static Map<String, List<Interval>> held(Map<String, JsonNode> bookings) {
        Map<String, List<Interval>> held = new HashMap<>();
        for (JsonNode booking : bookings.values()) {
            for (JsonNode date : booking.get("occurrences")) {
                for (JsonNode room : date.get("rooms")) {
                    held.computeIfAbsent(room.asString(), any -> new ArrayList<>())
                            .add(interval(date, "start", "end"));
                }
            }
        }
        return held;
    }

    private static List<Interval> busy(TestClient camille, String room) {
        List<Interval> busy = new ArrayList<>();
        TestClient.json(camille.get("/api/v1/rooms/" + room + "/busy?" + WINDOW))
                .get("busy")
                .valueStream()
                .filter(each -> each.get("type").asString().equals("BUSY"))
                .forEach(each -> busy.add(interval(each, "from", "to")));
        return busy;
    }

    private static Interval interval(JsonNode node, String from, String to) {
        return Interval.of(
                Instant.parse(node.get(from).asString()),
                Instant.parse(node.get(to).asString()));
    }
}
