package org.passerelle.nodes;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.passerelle.TestClient;
import org.passerelle.nodes.Call.Answer;
import org.passerelle.nodes.Call.Kind;
import org.passerelle.nodes.Call.Outcome;
import org.passerelle.nodes.Call.Seen;
import org.passerelle.nodes.Call.Wish;
import org.passerelle.time.Interval;
import tools.jackson.databind.JsonNode;

/** Books, moves, extends, cancels and looks, one after the other and as drawn, and notes what it was told. */
final class HistoryClient {

    static final String WINDOW = "from=2026-06-08T00:00:00Z&to=2026-06-13T00:00:00Z";

    private static final List<String> ROOMS = List.of("melun-seine", "melun-almont", "chelles-vignes");
    private static final String BOOKINGS = "/api/v1/bookings";
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final int DAYS = 5;
    private static final int ATTEMPTS = 3;
    private static final int NONE_ALONE = -1;

    private final int number;
    private final Random random;
    private final List<? extends Node> nodes;

    /** The ids of bookings by their titles, as far as anybody was told. */
    private final Map<String, String> ids;

    private final List<Call> history = new ArrayList<>();
    private int made;

    /** Who is asked. */
    interface Node {

        TestClient client();

        /** Whether nothing has been in its way for longer than word of another node takes. */
        boolean isWell();
    }

    /** @param ids shared with all clients */
    HistoryClient(int number, long seed, List<? extends Node> nodes, Map<String, String> ids) {
        this.number = number;
        this.random = new Random(seed + number);
        this.nodes = nodes;
        this.ids = ids;
    }

    int number() {
        return number;
    }

    List<Call> history() {
        return history;
    }

    /** One thing or another; mostly of the node that is this client's own. */
    void step() {
        int node = random.nextInt(5) == 0 ? random.nextInt(nodes.size()) : number % nodes.size();
        int drawn = random.nextInt(20);
        if (drawn < 6) {
            create(node);
        } else if (drawn < 15) {
            booking().ifPresent(title -> read(node, title).ifPresent(seen -> edit(node, title, seen, drawn == 14)));
        } else if (drawn < 17) {
            booking().ifPresent(title -> read(node, title));
        } else {
            look(node);
        }
    }

    private Optional<String> booking() {
        List<String> all = List.copyOf(ids.keySet());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private static LocalDateTime drawnStart(Random random) {
        return LocalDateTime.parse("2026-06-08T09:00")
                .plusDays(random.nextInt(DAYS))
                .plusMinutes(30L * random.nextInt(16));
    }

    private static Interval time(LocalDateTime start, int minutes) {
        Instant from = start.atZone(ZONE).toInstant();
        return Interval.of(from, from.plusSeconds(60L * minutes));
    }

    /** The same again under the same key while nobody knows: it is booked once at most. */
    private void create(int node) {
        String title = "h-%d-%d".formatted(number, made++);
        String room = ROOMS.get(random.nextInt(ROOMS.size()));
        LocalDateTime start = drawnStart(random);
        int minutes = 30 * (1 + random.nextInt(3));
        Wish wish = new Wish(room, Optional.of(time(start, minutes)));
        String body =
                "{\"title\":\"%s\",\"start\":\"%s\",\"duration\":\"PT%dM\",\"timeZone\":\"%s\",\"rooms\":[\"%s\"]}"
                        .formatted(title, start, minutes, ZONE, room);
        long begun = System.nanoTime();
        boolean isUnknown = false;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int now = attempt == 0 ? node : (node + attempt) % nodes.size();
            Optional<HttpResponse<String>> answer = answered(
                    () -> nodes.get(now).client().with("Idempotency-Key", title).post(BOOKINGS, body));
            if (answer.isPresent()) {
                // Which of them did it is not known if several were asked.
                int by = attempt == 0 ? node : NONE_ALONE;
                boolean isDone = answer.get().statusCode() < 300;
                if (isDone) {
                    ids.put(title, TestClient.json(answer.get()).get("id").asString());
                    note(by, begun, Kind.CREATE, title, Answer.done(seen(answer.get()), wish));
                } else {
                    note(by, begun, Kind.CREATE, title, Answer.of(isUnknown ? Outcome.UNKNOWN : Outcome.REFUSED, wish));
                }
                return;
            }
            isUnknown = true;
        }
        note(node, begun, Kind.CREATE, title, Answer.of(Outcome.UNKNOWN, wish));
    }

    /** What stands there; empty if that is not known, or there is nothing any more to be changed. */
    private Optional<Seen> read(int node, String title) {
        long begun = System.nanoTime();
        Optional<HttpResponse<String>> answer =
                answered(() -> nodes.get(node).client().get(BOOKINGS + "/" + ids.get(title)));
        Optional<Seen> seen = answer.filter(each -> each.statusCode() == 200).map(HistoryClient::seen);
        answer.ifPresent(each -> note(node, begun, Kind.READ, title, Answer.read(seen)));
        return seen.filter(each -> each.time().isPresent());
    }

    private void edit(int node, String title, Seen seen, boolean cancels) {
        TestClient client = nodes.get(node).client().with("If-Match", "\"" + seen.version() + "\"");
        String path = BOOKINGS + "/" + ids.get(title);
        if (cancels) {
            Wish none = new Wish("", Optional.empty());
            long begun = System.nanoTime();
            Answer answer = answered(() -> client.delete(path))
                    .map(each -> each.statusCode() < 300
                            ? Answer.done(new Seen(seen.version() + 1, "", Optional.empty()), none)
                            : Answer.of(Outcome.REFUSED, none))
                    .orElse(Answer.of(Outcome.UNKNOWN, none));
            note(node, begun, Kind.CANCEL, title, answer);
            return;
        }
        Interval held = seen.time().orElseThrow();
        int minutes = (int) held.length().toMinutes();
        LocalDateTime start = held.start().atZone(ZONE).toLocalDateTime();
        boolean moves = random.nextBoolean();
        LocalDateTime next = moves ? drawnStart(random) : start;
        int length = moves ? minutes : minutes == 120 ? 30 : minutes + 30;
        if (moves && next.equals(start)) {
            return;
        }
        Wish wish = new Wish(seen.room(), Optional.of(time(next, length)));
        String change = moves ? "{\"start\":\"%s\"}".formatted(next) : "{\"duration\":\"PT%dM\"}".formatted(length);
        long begun = System.nanoTime();
        Answer answer = answered(() -> client.patch(path, change))
                .map(each -> each.statusCode() < 300 ? Answer.done(seen(each), wish) : Answer.of(Outcome.REFUSED, wish))
                .orElse(Answer.of(Outcome.UNKNOWN, wish));
        note(node, begun, Kind.CHANGE, title, answer);
    }

    private void look(int node) {
        String room = ROOMS.get(random.nextInt(ROOMS.size()));
        long begun = System.nanoTime();
        boolean wasWell = nodes.get(node).isWell();
        Optional<HttpResponse<String>> answer =
                answered(() -> nodes.get(node).client().get("/api/v1/rooms/" + room + "/busy?" + WINDOW));
        if (wasWell && nodes.get(node).isWell()) {
            answer.filter(each -> each.statusCode() == 200)
                    .ifPresent(each -> note(
                            node,
                            begun,
                            Kind.LOOK,
                            "",
                            Answer.looked(
                                    room,
                                    Interval.of(
                                            Instant.parse("2026-06-08T00:00:00Z"),
                                            Instant.parse("2026-06-13T00:00:00Z")),
                                    busy(each))));
        }
    }

    private static Set<Interval> busy(HttpResponse<String> answer) {
        List<Interval> all = new ArrayList<>();
        for (JsonNode stretch : TestClient.json(answer).get("busy")) {
            if (!stretch.get("type").asString().equals("UNAVAILABLE")) {
                all.add(interval(stretch, "from", "to"));
            }
        }
        return new HashSet<>(Interval.merge(all));
    }

    private static Interval interval(JsonNode json, String start, String end) {
        return Interval.of(
                Instant.parse(json.get(start).asString()),
                Instant.parse(json.get(end).asString()));
    }

    /** A booking with its tag. */
    static Seen seen(HttpResponse<String> answer) {
        JsonNode booking = TestClient.json(answer);
        long version =
                Long.parseLong(answer.headers().firstValue("ETag").orElseThrow().replaceAll("[^0-9]", ""));
        if (booking.get("state").asString().equals("CANCELLED")) {
            return new Seen(version, "", Optional.empty());
        }
        JsonNode date = booking.get("occurrences").get(0);
        return new Seen(version, date.get("rooms").get(0).asString(), Optional.of(interval(date, "start", "end")));
    }

    /** An answer that says something: not that none came, nor that it is not known, nor that one is to come again. */
    private static Optional<HttpResponse<String>> answered(Ask ask) {
        try {
            HttpResponse<String> answer = ask.ask();
            return answer.statusCode() >= 500 || answer.statusCode() == 429 ? Optional.empty() : Optional.of(answer);
        } catch (UncheckedIOException none) {
            return Optional.empty();
        }
    }

    private interface Ask {

        HttpResponse<String> ask();
    }

    private void note(int node, long begun, Kind kind, String booking, Answer answer) {
        long ended = answer.outcome() == Outcome.UNKNOWN ? Long.MAX_VALUE : System.nanoTime();
        history.add(new Call(number, node, begun, ended, kind, booking, answer));
    }
}
