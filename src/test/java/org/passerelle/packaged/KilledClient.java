package org.passerelle.packaged;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who books, moves and cancels without pause until the server dies, and keeps a book of what they were told. The
 * one request that was never answered is settled when the server is back.
 */
public final class KilledClient {

    private static final String BOOKINGS = "/api/v1/bookings";
    private static final List<String> ROOMS = List.of(
            "melun-seine",
            "melun-almont",
            "melun-visio",
            "melun-telepresence",
            "val-d-europe-telepresence",
            "chelles-visio",
            "senart-visio",
            "trilport-visio");
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 4, 1);

    /** Asked, and not answered: what the booking was before, if there was one. */
    private record Unanswered(String method, String path, String body, String key, Optional<JsonNode> before) {}

    private final String name;
    private final Random random;
    private final Map<String, JsonNode> told = new LinkedHashMap<>();
    private Optional<Unanswered> open = Optional.empty();
    private int requests;

    public KilledClient(String name, long seed) {
        this.name = name;
        this.random = new Random(seed);
    }

    /** Every booking this client knows of, as it was last told. */
    public Map<String, JsonNode> told() {
        return told;
    }

    /** Asks on and on until there is no answer any more. */
    public void workUntilNobodyAnswers(TestClient server) {
        while (open.isEmpty()) {
            Unanswered next = next();
            try {
                note(next, ask(server, next));
            } catch (UncheckedIOException noAnswer) {
                open = Optional.of(next);
            }
        }
    }

    private static HttpResponse<String> ask(TestClient server, Unanswered request) {
        return switch (request.method()) {
            case "POST" -> server.with("Idempotency-Key", request.key()).post(request.path(), request.body());
            case "PATCH" -> server.patch(request.path(), request.body());
            default -> server.delete(request.path());
        };
    }

    private void note(Unanswered request, HttpResponse<String> response) {
        switch (response.statusCode()) {
            case 200, 201 -> {
                JsonNode booking = TestClient.json(response);
                told.put(booking.get("id").asString(), booking);
            }
            case 204 ->
                request.before()
                        .ifPresent(booking -> told.remove(booking.get("id").asString()));
            case 409, 422 -> {}
            default -> throw new AssertionError(request + " was answered " + response.statusCode() + response.body());
        }
    }

    private Unanswered next() {
        int what = random.nextInt(10);
        if (what < 6 || told.isEmpty()) {
            return booking(what);
        }
        List<String> ids = new ArrayList<>(told.keySet());
        String id = ids.get(random.nextInt(ids.size()));
        String body = "{\"start\":\"%s\"}".formatted(start());
        return new Unanswered(
                what < 9 ? "PATCH" : "DELETE", BOOKINGS + "/" + id, body, "", Optional.ofNullable(told.get(id)));
    }

    private Unanswered booking(int what) {
        String room = ROOMS.get(random.nextInt(ROOMS.size()));
        String rooms = what == 4 && !room.equals("melun-visio") ? room + "\",\"melun-visio" : room;
        // What is won back later nobody has been told of, and this compares with what was told.
        String series =
                what == 5 ? ",\"recurrence\":\"FREQ=WEEKLY;COUNT=4\",\"onConflict\":\"SKIP\",\"reacquire\":false" : "";
        String body = "{\"title\":\"Load\",\"start\":\"%s\",\"duration\":\"PT30M\",\"rooms\":[\"%s\"]%s}"
                .formatted(start(), rooms, series);
        return new Unanswered("POST", BOOKINGS, body, name + "-" + ++requests, Optional.empty());
    }

    private String start() {
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(250));
        while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            day = day.plusDays(1);
        }
        return "%sT%02d:%02d".formatted(day, 8 + random.nextInt(11), 15 * random.nextInt(4));
    }

    /** Finds out what became of the request that was not answered; it must have been done wholly or not at all. */
    public void settle(TestClient server) {
        Unanswered request = open.orElseThrow();
        open = Optional.empty();
        if (request.before().isEmpty()) {
            settleBooking(request, ask(server, request));
        } else {
            settleChange(request, request.before().get(), server);
        }
    }

    private void settleBooking(Unanswered request, HttpResponse<String> again) {
        note(request, again);
        if (again.statusCode() == 200) {
            JsonNode booking = TestClient.json(again);
            int dates =
                    booking.get("occurrences").size() + booking.get("skipped").size();
            int rooms = booking.get("occurrences").get(0).get("rooms").size();
            boolean whole = dates == (request.body().contains("COUNT=4") ? 4 : 1)
                    && rooms == booking.get("rooms").size();
            if (!whole) {
                throw new AssertionError("Half of " + request + " is there: " + booking);
            }
        }
    }

    private void settleChange(Unanswered request, JsonNode before, TestClient server) {
        JsonNode now = TestClient.json(server.get(request.path()));
        boolean untouched = now.equals(before);
        boolean done = now.get("version").asInt() == before.get("version").asInt() + 1;
        boolean cancelled = now.get("state").asString().equals("CANCELLED");
        if (!untouched && !done || cancelled != (done && request.method().equals("DELETE"))) {
            throw new AssertionError(request + " left " + now + " of " + before);
        }
        if (cancelled) {
            told.remove(now.get("id").asString());
        } else {
            told.put(now.get("id").asString(), now);
        }
    }
}
