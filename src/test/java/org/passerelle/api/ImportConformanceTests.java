package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.MutableClock;
import org.passerelle.TestClient;
import org.passerelle.conformance.DrawnCalendar;
import org.passerelle.conformance.Sample;
import org.passerelle.conformance.Span;
import org.passerelle.conformance.Tally;
import tools.jackson.databind.json.JsonMapper;

/**
 * Some of the calendars of {@code CalendarConformanceTests} through the door for imports: what the room is told to be
 * occupied by. {@code -Dconformance.imports=} says how many.
 */
class ImportConformanceTests extends HttpTest {

    private static final String IMPORTS = "/api/v1/imports";
    private static final String ROOM = "melun-almont";
    private static final Instant NOW = MutableClock.TODAY;
    private static final Span WINDOW = DrawnCalendar.YEAR;

    @Test
    void occupyTheRoomWhenTheStandardSays() {
        List<Span> before = busy();
        Sample.of("imports", 8).check((number, tally) -> compare(DrawnCalendar.of(number, WINDOW), before, tally));
    }

    private void compare(DrawnCalendar calendar, List<Span> before, Tally tally) {
        Map<String, String> body = Map.of("room", ROOM, "name", "Conformance", "file", calendar.text());
        HttpResponse<String> made =
                as(MANAGER).post(IMPORTS, JsonMapper.shared().writeValueAsString(body));
        assertThat(made.statusCode())
                .as("calendar %d: %s", calendar.number(), made.body())
                .isEqualTo(201);
        String id = TestClient.json(made).get("id").asString();
        List<Span> found = busy();
        List<Span> expected = Span.union(Stream.concat(calendar.expected(WINDOW).stream(), before.stream())
                .flatMap(span -> ahead(span).stream())
                .toList());
        assertThat(as(MANAGER).delete(IMPORTS + "/" + id).statusCode()).isEqualTo(204);
        assertThat(busy()).isEqualTo(before);
        boolean collides = !TestClient.json(made)
                .get("found")
                .get("collisions")
                .isEmpty(); // with what an earlier one left in the past
        if (collides || found.equals(expected)) {
            tally.same(calendar.event().kinds());
        } else {
            tally.different(
                    calendar.event().kinds(),
                    "calendar %d\nexpected %s\nfound %s\n%s\n%s"
                            .formatted(calendar.number(), expected, found, made.body(), calendar.text()));
        }
    }

    /** From now on, and beyond the window for what ends after it; what is past stays on record when an import goes. */
    private List<Span> busy() {
        String window = "?from=" + NOW + "&to=2027-12-31T00:00:00Z";
        return Span.union(TestClient.json(as(NADIA).get("/api/v1/rooms/" + ROOM + "/busy" + window))
                .get("busy")
                .valueStream()
                .filter(each -> !each.get("type").asString().equals("UNAVAILABLE"))
                .map(each -> new Span(
                        Instant.parse(each.get("from").asString()),
                        Instant.parse(each.get("to").asString())))
                .flatMap(span -> ahead(span).stream())
                .toList());
    }

    private static Optional<Span> ahead(Span span) {
        Instant start = span.start().isBefore(NOW) ? NOW : span.start();
        return span.end().isAfter(NOW) ? Optional.of(new Span(start, span.end())) : Optional.empty();
    }
}
