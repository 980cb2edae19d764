package org.passerelle.api;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** Bodies of requests to book, each made from another; an hour in one room, unless said otherwise. */
public record BookingBody(String title, String start, String duration, String rooms, String more) {

    public static final String BOOKINGS = "/api/v1/bookings";

    public static BookingBody at(String start, String... rooms) {
        return new BookingBody("Comité", start, "PT1H", names(rooms), "");
    }

    private static String names(String... rooms) {
        return Arrays.stream(rooms).map(room -> '"' + room + '"').collect(Collectors.joining(",", "[", "]"));
    }

    public BookingBody called(String other) {
        return new BookingBody(other, start, duration, rooms, more);
    }

    public BookingBody lasting(String other) {
        return new BookingBody(title, start, other, rooms, more);
    }

    /** At the instants of an offer instead, on the clocks of Paris. */
    BookingBody from(String start, String end) {
        Instant from = Instant.parse(start);
        return new BookingBody(
                title,
                LocalDateTime.ofInstant(from, ZoneId.of("Europe/Paris")).toString(),
                Duration.between(from, Instant.parse(end)).toString(),
                rooms,
                more);
    }

    public BookingBody every(String rule) {
        return with("recurrence", '"' + rule + '"');
    }

    /** A further field, its value as JSON. */
    public BookingBody with(String field, String json) {
        return new BookingBody(title, start, duration, rooms, "%s,\"%s\":%s".formatted(more, field, json));
    }

    @Override
    public String toString() {
        return "{\"title\":\"%s\",\"start\":\"%s\",\"duration\":\"%s\",\"timeZone\":\"Europe/Paris\",\"rooms\":%s%s}"
                .formatted(title, start, duration, rooms, more);
    }

    /** The booking that {@code client} makes; fails the test unless it is made. */
    public JsonNode bookedBy(TestClient client) {
        HttpResponse<String> response = client.post(BOOKINGS, toString());
        if (response.statusCode() != 201) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return TestClient.json(response);
    }
}
