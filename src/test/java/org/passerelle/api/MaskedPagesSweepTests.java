package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.passerelle.api.BookingBody.BOOKINGS;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Looks through every page and every answer there is, a new one too, for the words of a booking that its reader may not read.
 * Each is asked for about the booking, its room, its site and its day.
 */
class MaskedPagesSweepTests extends HttpTest {

    /** A stream, of which {@code LiveStreamsTests} see that it names days alone. */
    private static final String NEVER_ENDING = "/live";

    private static final String ROOM = "melun-visio";
    private static final String TITLE = "Zephyrine titre";
    private static final List<String> READERS = List.of(MANAGER, ADMIN, NADIA, LOUIS);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    /** @param words that are told to nobody else; {@code links} to its conference */
    private record Secret(String id, String date, List<String> words, List<String> links) {

        List<String> all() {
            return Stream.concat(words.stream(), links.stream()).toList();
        }
    }

    private Secret secret(String date) {
        JsonNode booking = BookingBody.at(date + "T12:00", ROOM, "moret-visio")
                .called(TITLE)
                .with("notes", "\"Zephyrine notes\"")
                .with("visibility", "\"PRIVATE\"")
                .with("attendees", "[{\"email\":\"zephyrine@outside.example\",\"name\":\"Zephyrine\"}]")
                .with("conference", "{\"provider\":\"jitsi\"}")
                .bookedBy(as(CAMILLE));
        String id = booking.get("id").asString();
        JsonNode ways = TestClient.json(as(CAMILLE).get(BOOKINGS + "/" + id + "/conference"));
        List<String> links = new ArrayList<>(List.of(ways.get("joinUrl").asString()));
        ways.get("rooms").forEach(room -> links.add(room.get("joinUrl").asString()));
        return new Secret(
                id,
                date,
                List.of("Zephyrine", "zephyrine@", booking.get("uid").asString()),
                links.stream().map(link -> link.replaceAll(".*/join/", "")).toList());
    }

    @TestFactory
    Stream<DynamicTest> noAnswerHoldsWhatItsReaderMayNotRead() {
        Secret secret = secret("2027-03-16");
        List<String> doors = mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.passerelle"))
                .map(entry -> entry.getKey())
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .map(RequestMappingInfo::getPatternValues)
                .flatMap(patterns -> patterns.stream())
                .sorted()
                .toList();
        assertThat(doors).hasSizeGreaterThan(50);
        return READERS.stream().flatMap(reader -> {
            TestClient program = as(reader);
            TestClient browser = browserOf(reader);
            return doors.stream()
                    .filter(door -> !isMailOfAll(reader, door) && !door.equals(NEVER_ENDING))
                    .map(door -> dynamicTest(reader + " " + door, () -> {
                        HttpResponse<String> answer =
                                (door.startsWith("/api/") ? program : browser).get(address(door, secret));

                        boolean isJoinSheet = door.equals("/rooms/{id}/join-sheet");
                        assertThat(answer.statusCode()).isLessThan(500);
                        assertThat(answer.body()).doesNotContain(isJoinSheet ? secret.words() : secret.all());
                    }));
        });
    }

    /** The demo sends no mail; its administrator sees in a mailbox all that would have gone out. */
    private static boolean isMailOfAll(String reader, String door) {
        return reader.equals(ADMIN) && door.startsWith("/mailbox");
    }

    private static String address(String door, Secret secret) {
        String id = door.contains("/rooms/") ? ROOM : door.contains("/sites/") ? "melun" : secret.id();
        return door.replace("{id}", id)
                        .replace("{recurrenceId}", secret.date() + "T10:00:00Z")
                        .replaceAll("\\{(room|of)}", ROOM)
                        .replaceAll("\\{[^}]+}", secret.id())
                + query(door, secret);
    }

    private static String query(String door, Secret secret) {
        String instants = "from=%1$sT00:00:00Z&to=%1$sT23:00:00Z".formatted(secret.date());
        return door.startsWith("/api/") || door.endsWith(".ifb")
                ? "?" + instants
                : "?site=melun&room=" + ROOM + "&date=" + secret.date();
    }

    @TestFactory
    Stream<DynamicTest> noFeedHoldsWhatWhoeverMadeItMayNotRead() {
        Secret secret = secret("2027-03-17");
        return READERS.stream()
                .flatMap(reader -> Stream.of(
                                "ROOM " + ROOM, "SITE melun", "OPERATOR melun", "ORGANISATION atelier-brie")
                        .flatMap(subject -> Stream.of("FULL", "MASKED", "BUSY")
                                .map(detail -> dynamicTest(reader + " " + subject + " " + detail, () -> {
                                    String feed = feed(reader, subject, detail);
                                    assertThat(feed).doesNotContain(secret.all());
                                }))));
    }

    private String feed(String reader, String subject, String detail) {
        String[] parts = subject.split(" ");
        HttpResponse<String> made = as(reader)
                .post(
                        "/api/v1/feeds",
                        "{\"scope\":\"%s\",\"of\":\"%s\",\"detail\":\"%s\"}".formatted(parts[0], parts[1], detail));
        if (made.statusCode() != 201) {
            return made.body();
        }
        String body = anonymous()
                .get(TestClient.json(made).get("url").asString().replaceFirst("https?://[^/]+", ""))
                .body();
        as(reader).delete("/api/v1/feeds/" + TestClient.json(made).get("id").asString());
        assertThat(body).contains("BEGIN:VCALENDAR");
        return body;
    }

    @Test
    void aFeedOfBusyTimesStaysAsItIsWhenOnlyWhatIsHiddenChanges() {
        Secret secret = secret("2027-03-18");
        JsonNode feed = TestClient.json(
                as(MANAGER).post("/api/v1/feeds", "{\"scope\":\"ROOM\",\"of\":\"" + ROOM + "\",\"detail\":\"FULL\"}"));
        String url = feed.get("url").asString().replaceFirst("https?://[^/]+", "");
        HttpResponse<String> before = anonymous().get(url);

        as(CAMILLE).patch(BOOKINGS + "/" + secret.id(), "{\"title\":\"Zephyrine 2\",\"notes\":\"Zephyrine 3\"}");

        HttpResponse<String> after = anonymous().get(url);
        as(MANAGER).delete("/api/v1/feeds/" + feed.get("id").asString());
        assertThat(before.body()).contains("UID:busy-" + secret.id());
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(after.headers().firstValue("ETag"))
                .isEqualTo(before.headers().firstValue("ETag"));
    }

    private static List<String> events(String calendars) {
        return List.of(calendars.split("BEGIN:VEVENT"));
    }

    @Test
    void aPublicBookingInvitesNobodyByItsFeedOrFile() {
        JsonNode booking = BookingBody.at("2027-03-19T12:00", ROOM)
                .called("Conférence publique")
                .with("visibility", "\"PUBLIC\"")
                .with("conference", "{\"provider\":\"jitsi\"}")
                .bookedBy(as(CAMILLE));
        String file = BOOKINGS + "/" + booking.get("id").asString() + "/calendar.ics";

        // Only of this booking: she has her own links into conferences of her own.
        assertThat(events(feed(NADIA, "ROOM " + ROOM, "FULL")
                        + feed(NADIA, "SITE melun", "FULL")
                        + as(NADIA).get(file).body()))
                .filteredOn(event -> event.contains("Conférence publique"))
                .hasSize(3)
                .noneMatch(event -> event.contains("/join/"));
        assertThat(as(CAMILLE).get(file).body()).contains("/join/");
        assertThat(feed(MANAGER, "ROOM " + ROOM, "FULL")).contains("/join/");
    }
}
