package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The demo's directory with a site of many rooms, for what has to happen to thousands of bookings on one day. */
public final class DemoNetwork {

    private static final int WORKERS = 4;
    private static final int A_ROUND = 400;

    private DemoNetwork() {}

    /**
     * Adds a site whose rooms {@code essai-1} and so on are given back after a quarter of an hour, and as many {@code demande-1}
     * and so on whose bookings need approval. People may have as many holds as can be.
     */
    public static String with(int rooms) {
        return with(rooms, "kind: MEETING, capacity: 8", "grace: PT15M, warning: PT5M");
    }

    /** As {@link #with}, of a thousand desks in the place of each room, given back after three quarters of an hour. */
    public static String withDesks(int pools) {
        return with(pools, "kind: DESK, units: 1000", "grace: PT45M, warning: PT40M, longest: PT12H");
    }

    private static String with(int rooms, String kind, String arrival) {
        StringBuilder site = new StringBuilder("""
            sites:
              essai:
                name: Essai
                operator: ville-de-melun
                zone: Europe/Paris
                address: Place des Essais, 77000 Melun
                position: {latitude: 48.5274, longitude: 2.6551}
                rooms:
            """);
        for (int i = 1; i <= rooms; i++) {
            site.append(
                    "      essai-%d: {name: Essai %d, %s, rules: {arrival: {%s}}}%n".formatted(i, i, kind, arrival));
            site.append("      demande-%d: {name: Demande %d, %s, rules: {approval: true}}%n".formatted(i, i, kind));
        }
        return demo().replaceFirst("(?m)^sites:\n", site.toString()).replaceAll("holds: \\d+", "holds: 500");
    }

    private static String demo() {
        try (InputStream text =
                Objects.requireNonNull(DemoNetwork.class.getResourceAsStream("/directory/demo-network.yaml"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What calls a program on this machine. */
    public static TestClient client(int port) {
        return TestClient.of(URI.create("http://127.0.0.1:" + port));
    }

    /** What was made. */
    public static JsonNode created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return TestClient.json(answer);
    }

    /** Tells each entry of the record of all changes, by the administrator. */
    public static void audit(TestClient admin, Consumer<JsonNode> each) {
        String cursor = "";
        do {
            JsonNode page = TestClient.json(admin.get("/api/v1/audit?limit=1000" + cursor));
            page.get("items").forEach(each);
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
    }

    /** What one of four workers does with one of many numbers. */
    public interface Turn {

        void take(int worker, int number);
    }

    /** Has four workers take the numbers below {@code count}; however long that takes, none waits long for the others. */
    public static void inTurns(int count, Turn turn) {
        for (int from = 0; from < count; from += A_ROUND) {
            int first = from;
            int end = Math.min(count, from + A_ROUND);
            Together.all(IntStream.range(0, WORKERS)
                    .<Callable<Boolean>>mapToObj(worker -> () -> {
                        for (int number = first + worker; number < end; number += WORKERS) {
                            turn.take(worker, number);
                        }
                        return true;
                    })
                    .toList());
        }
    }
}
