package org.passerelle.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.TestClient;
import org.passerelle.packaged.DrawnKill;
import org.passerelle.packaged.KilledServer;
import tools.jackson.databind.JsonNode;

/**
 * The packaged server is killed the moment a room becomes free. Whoever lacked it gets it all the same after the restart:
 * a series its date, the first in line the offer, and nobody else.
 */
class KillReacquireIT {

    private static final String BOOKINGS = "/api/v1/bookings";
    private static final String WAITLIST = "/api/v1/waitlist";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** After a call was answered: at once, and when what follows from it may be half done. */
    private static final List<Long> MILLIS_BEFORE_THE_KILL = List.of(0L, 20L, 60L, 5L);

    private static final int KILLS = Integer.getInteger("reacquire.kills", 2);

    @TempDir
    private Path folder;

    /** What one round is about: each has a day of its own. */
    private record Round(String obstacle, String series, String taken, String waiting) {}

    @BeforeAll
    static void isDrawn() {
        DrawnKill.WHAT_IS_WON_BACK.assumeDrawn();
    }

    @Test
    void whatBecomesFreeIsWonBackAndOfferedInSpiteOfAKill() throws Exception {
        LocalDate day = LocalDate.of(2026, 4, 1);
        KilledServer server = KilledServer.start(folder);
        try {
            for (long millis : MILLIS_BEFORE_THE_KILL.subList(0, KILLS)) {
                Round round = arranged(server.client(), day);
                free(camille(server.client()), round);
                TimeUnit.MILLISECONDS.sleep(millis);
                server.kill();
                server = KilledServer.start(folder);
                check(server.client(), round, day);
                day = day.plusWeeks(5);
            }
        } finally {
            server.close();
        }
    }

    /** Camille has two rooms; a series of Nadia's goes without the one, and Nadia, then Louis wait for the other. */
    private static Round arranged(TestClient server, LocalDate day) {
        TestClient camille = camille(server);
        TestClient nadia = nadia(server);
        String obstacle = id(camille.post(BOOKINGS, order(day, "melun-seine", "")));
        String series = id(nadia.post(
                BOOKINGS,
                order(day, "melun-seine", ",\"recurrence\":\"FREQ=WEEKLY;COUNT=3\",\"onConflict\":\"SKIP\"")));
        String taken = id(camille.post(BOOKINGS, order(day, "melun-almont", "")));
        String first = id(nadia.post(WAITLIST, order(day, "melun-almont", "")));
        id(louis(server).post(WAITLIST, order(day, "melun-almont", "")));
        return new Round(obstacle, series, taken, first);
    }

    private static void free(TestClient camille, Round round) {
        assertThat(camille.delete(BOOKINGS + "/" + round.obstacle()).statusCode())
                .isEqualTo(204);
        assertThat(camille.delete(BOOKINGS + "/" + round.taken()).statusCode()).isEqualTo(204);
    }

    private static void check(TestClient server, Round round, LocalDate day) {
        TestClient nadia = nadia(server);
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreException(UncheckedIOException.class)
                .untilAsserted(() -> {
                    JsonNode series = TestClient.json(nadia.get(BOOKINGS + "/" + round.series()));
                    assertThat(series.get("skipped")).isEmpty();
                    assertThat(series.get("occurrences")).hasSize(3);
                    JsonNode place = TestClient.json(nadia.get(WAITLIST + "/" + round.waiting()));
                    assertThat(place.get("state").asString()).isEqualTo("OFFERED");
                });
        assertThat(busy(nadia, "melun-seine", day)).hasSize(1);
        assertThat(busy(nadia, "melun-almont", day)).hasSize(1);
        assertThat(TestClient.json(louis(server).get(WAITLIST)).get("items"))
                .allSatisfy(place -> assertThat(place.get("state").asString()).isEqualTo("WAITING"));
    }

    private static List<JsonNode> busy(TestClient client, String room, LocalDate day) {
        return TestClient.json(
                        client.get("/api/v1/rooms/%s/busy?from=%sT00:00:00Z&to=%sT23:00:00Z".formatted(room, day, day)))
                .get("busy")
                .valueStream()
                .filter(each -> !each.get("type").asString().equals("UNAVAILABLE"))
                .toList();
    }

    private static String order(LocalDate day, String room, String more) {
        return "{\"title\":\"Conseil\",\"start\":\"%sT10:00\",\"duration\":\"PT1H\",\"rooms\":[\"%s\"]%s}"
                .formatted(day, room, more);
    }

    private static String id(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return TestClient.json(created).get("id").asString();
    }

    private static TestClient camille(TestClient server) {
        return server.withBasic("camille@atelier-brie.example", "passerelle");
    }

    private static TestClient louis(TestClient server) {
        return server.withBasic("louis@atelier-brie.example", "passerelle");
    }

    private static TestClient nadia(TestClient server) {
        return server.withBasic("nadia@grandgroupe.example", "passerelle");
    }
}
