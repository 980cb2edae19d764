package org.passerelle.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** A series, and those split off it, as the program tells of them. */
final class EditedSeries {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Set<String> FREE = Set.of("CANCELLED", "RELEASED");

    private final TestClient client;
    private final List<String> ids = new ArrayList<>();

    EditedSeries(TestClient client, String id) {
        this.client = client;
        ids.add(id);
    }

    /** A date by which an edit can name it; {@code start} is where it is, or would be. */
    record Named(String booking, String recurrenceId, String start) {}

    /** Notes that {@code id} is part of it, if it was not yet. */
    void add(String id) {
        if (!ids.contains(id)) {
            ids.add(id);
        }
    }

    List<String> ids() {
        return List.copyOf(ids);
    }

    /** Of the part that was booked first. */
    String path() {
        return SeriesEditsByApi.BOOKINGS + "/" + ids.get(0);
    }

    String first() {
        return ids.get(0);
    }

    JsonNode booking(String id) {
        return TestClient.json(client.get(SeriesEditsByApi.BOOKINGS + "/" + id));
    }

    /** The date that the rule has on {@code day}, also one that was called off or left out. */
    Named date(LocalDate day) {
        return ids.stream()
                .flatMap(id -> Stream.concat(elements(booking(id), "occurrences"), elements(booking(id), "skipped"))
                        .filter(date -> day(date).equals(day))
                        .map(date -> new Named(
                                id,
                                date.get("recurrenceId").asString(),
                                date.get("start").asString())))
                .reduce((one, other) -> other)
                .orElseThrow(() -> new AssertionError("No date on " + day));
    }

    private static LocalDate day(JsonNode date) {
        return local(date.get("recurrenceId").asString()).toLocalDate();
    }

    /** Every date that holds rooms, in order: {@code 2026-09-01 09:00-10:00 melun-seine}. */
    List<String> dates() {
        return ids.stream()
                .flatMap(id -> elements(booking(id), "occurrences"))
                .filter(date -> !FREE.contains(date.get("state").asString()))
                .map(EditedSeries::shown)
                .sorted()
                .toList();
    }

    private static String shown(JsonNode date) {
        String rooms = StreamSupport.stream(date.get("rooms").spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.joining("+"));
        return shown(
                        Instant.parse(date.get("start").asString()),
                        Instant.parse(date.get("end").asString()))
                + " " + rooms;
    }

    /** Without the rooms; the end has a {@code +1} if it is on the next day. */
    static String shown(Instant start, Instant end) {
        LocalDateTime from = LocalDateTime.ofInstant(start, PARIS);
        LocalDateTime to = LocalDateTime.ofInstant(end, PARIS);
        long days = to.toLocalDate().toEpochDay() - from.toLocalDate().toEpochDay();
        LocalTime until = to.toLocalTime();
        return from.toLocalDate() + " " + from.toLocalTime() + "-" + until + (days == 0 ? "" : "+" + days);
    }

    private static LocalDateTime local(String instant) {
        return LocalDateTime.ofInstant(Instant.parse(instant), PARIS);
    }

    private static Stream<JsonNode> elements(JsonNode booking, String list) {
        return StreamSupport.stream(booking.get(list).spliterator(), false);
    }
}
