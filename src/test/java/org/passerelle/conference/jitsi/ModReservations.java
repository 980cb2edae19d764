package org.passerelle.conference.jitsi;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a reservation service as Jitsi's {@code mod_reservations.lua} does in Prosody: it retries what fails, remembers
 * what was refused, takes numbers for numbers of Lua, and ends a conference by what it was told at its start.
 */
final class ModReservations {

    private static final int RETRIES = 3;
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final Duration SWEEP = Duration.ofSeconds(60);
    private static final Pattern ISO =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:?\\d\\d)?");

    private final URI prefix;
    private final Map<String, String> headers;
    private final Clock clock;
    private final HttpClient http = HttpClient.newHttpClient();

    private final Map<String, Room> rooms = new HashMap<>();
    private final Map<String, Refusal> refusals = new HashMap<>();
    final List<String> calls = new ArrayList<>();
    private Instant lastSweep;

    ModReservations(URI prefix, Map<String, String> headers, Clock clock) {
        this.prefix = prefix;
        this.headers = headers;
        this.clock = clock;
        this.lastSweep = clock.instant();
    }

    record Room(String id, Instant expires) {}

    /** What the client shows. */
    record Refusal(int code, String message, Instant at) {}

    /** What the client is shown; with code 200 the conference is open by now. */
    Refusal ask(String room) {
        sweep();
        if (rooms.containsKey(room)) {
            return opened();
        }
        Refusal remembered = refusals.get(room);
        if (remembered != null) {
            return remembered;
        }
        String form = "name=" + encoded(room) + "&start_time="
                + encoded(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
                        .withZone(ZoneOffset.UTC)
                        .format(clock.instant()))
                + "&mail_owner=" + encoded(UUID.randomUUID() + "@meet.it77.example");
        HttpResponse<String> answer = retried("POST", "/conference", form);
        if (answer.statusCode() == 409) {
            String conflict = json(answer).path("conflict_id").asString();
            answer = retried("GET", "/conference/" + conflict, "");
        }
        return judged(room, answer);
    }

    private Refusal judged(String room, HttpResponse<String> answer) {
        if (answer.statusCode() != 200 && answer.statusCode() != 201) {
            String message = answer.statusCode() / 100 == 4
                    ? json(answer).path("message").asString("")
                    : "Rejected";
            return refused(room, answer.statusCode(), message);
        }
        JsonNode json = json(answer);
        boolean isWhole = !json.path("id").isMissingNode()
                && room.equalsIgnoreCase(json.path("name").asString(""))
                && json.hasNonNull("mail_owner")
                && json.path("duration").asString("").matches("\\d+(\\.\\d+)?")
                && (!json.has("max_occupants") || json.get("max_occupants").asInt() >= 1);
        if (json.path("start_time").isNumber()) {
            throw new AssertionError("attempt to index a number value: the client would never be answered");
        }
        if (!isWhole || !ISO.matcher(json.path("start_time").asString("")).matches()) {
            return refused(room, 500, "Invalid response from reservation server");
        }
        Instant start = OffsetDateTime.parse(json.get("start_time").asString()).toInstant();
        Instant expires =
                start.plusSeconds((long) Double.parseDouble(json.get("duration").asString()));
        if (!expires.isAfter(clock.instant())) {
            return refused(room, 419, "Reservation expired");
        }
        String id = json.get("id").isNumber()
                ? String.valueOf(json.get("id").asDouble())
                : json.get("id").asString();
        rooms.put(room, new Room(id, expires));
        return opened();
    }

    private Refusal opened() {
        return new Refusal(200, "", clock.instant());
    }

    private Refusal refused(String room, int code, String message) {
        Refusal refusal = new Refusal(code, message, clock.instant());
        refusals.put(room, refusal);
        return refusal;
    }

    /** The last one left. */
    void empty(String room) {
        String id = open(room).id();
        rooms.remove(room);
        retried("DELETE", "/conference/" + id, "");
    }

    Room open(String room) {
        return Objects.requireNonNull(rooms.get(room));
    }

    /** Once a minute ends what is past its time, and forgets refusals that are old enough. */
    void sweep() {
        Instant now = clock.instant();
        if (now.isBefore(lastSweep.plus(SWEEP))) {
            return;
        }
        lastSweep = now;
        refusals.values().removeIf(refusal -> !refusal.at().plus(REMEMBERED).isAfter(now));
        List<String> over = rooms.entrySet().stream()
                .filter(room -> !room.getValue().expires().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        over.forEach(this::empty);
    }

    HttpResponse<String> retried(String method, String path, String form) {
        HttpResponse<String> answer = send(method, path, form);
        for (int i = 0; i < RETRIES && answer.statusCode() >= 500; i++) {
            answer = send(method, path, form);
        }
        return answer;
    }

    HttpResponse<String> send(String method, String path, String form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(prefix + path))
                .header("User-Agent", "Prosody (0.12.3; posix)")
                .method(method, form.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(form));
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        headers.forEach(request::header);
        calls.add(method + " " + path);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
