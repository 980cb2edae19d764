package org.passerelle.api.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.passerelle.api.BookingBody.BOOKINGS;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingAudience;
import org.passerelle.api.BookingBody;
import org.passerelle.api.booking.date.OccurrenceView;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.Visibility;
import tools.jackson.databind.JsonNode;

/** Every field of a booking, by every call that takes or tells it, for everybody, at every visibility. */
class BookingFieldsWalkTests extends HttpTest {

    private static final List<String> BY_FIELD = List.of("", "/occurrences/%s", "/occurrences/%s?andFollowing=true");

    /** A value for each field that a client may send. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("title", "\"Autre\""),
            Map.entry("start", "\"2027-08-02T11:00\""),
            Map.entry("timeZone", "\"Europe/Paris\""),
            Map.entry("duration", "\"PT2H\""),
            Map.entry("end", "\"2027-08-02T12:00\""),
            Map.entry("date", "\"2027-08-03\""),
            Map.entry("part", "\"AFTERNOON\""),
            Map.entry("rooms", "[\"melun-almont\"]"),
            Map.entry("recurrence", "\"FREQ=WEEKLY;COUNT=3\""),
            Map.entry("exclude", "[\"2027-08-09\"]"),
            Map.entry("onConflict", "\"SKIP\""),
            Map.entry("reacquire", "false"),
            Map.entry("attendees", "[{\"email\":\"spy@outside.example\"}]"),
            Map.entry("conference", "{\"provider\":\"jitsi\"}"),
            Map.entry("hold", "\"PT10M\""),
            Map.entry("onBehalfOf", "\"louis@atelier-brie.example\""),
            Map.entry("override", "[\"HOURS\"]"),
            Map.entry("visibility", "\"PUBLIC\""),
            Map.entry("notes", "\"Autre\""),
            Map.entry("headcount", "2"),
            Map.entry("layout", "\"\""),
            Map.entry("services", "[]"));

    /** Of which part each field is that a client is told. A field that is new belongs in here, by who may know it. */
    private static final Map<String, BookingPart> TOLD = Stream.of(
                    parts(
                            BookingPart.OCCUPANCY,
                            "id,masked,start,end,timeZone,duration,recurrence,exclude,date,part,rooms,state,decideBy,heldUntil,occurrences"),
                    parts(BookingPart.COURSE, "decision,skipped,reacquire"),
                    parts(BookingPart.DECISION, "questions,grounds,overrides"),
                    parts(
                            BookingPart.CONTENT,
                            "uid,title,notes,visibility,headcount,organiser,onBehalfOf,bookedBy,attendees,conference,layout,services,version,sequence,created,changed"))
            .flatMap(each -> each.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static Map<String, BookingPart> parts(BookingPart part, String names) {
        return Arrays.stream(names.split(",")).collect(Collectors.toMap(name -> name, name -> part));
    }

    private static Set<String> components(Class<? extends Record> type) {
        return named(type).collect(Collectors.toSet());
    }

    /** As they stand in JSON. */
    private static Stream<String> named(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(field -> field.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? named(field.getType())
                        : Stream.of(field.getName()));
    }

    @Test
    void sortsEveryFieldIntoAPart() {
        assertThat(WrittenField.ALL.stream().map(WrittenField::name))
                .containsExactlyInAnyOrderElementsOf(components(BookingFields.class));
        assertThat(VALUES.keySet()).isEqualTo(components(BookingFields.class));
        assertThat(TOLD.keySet()).isEqualTo(components(BookingView.class));
        assertThat(components(OccurrenceView.class))
                .as("judged in tellsStrangersOfDatesOnlyWhetherTheyHoldRooms")
                .containsExactlyInAnyOrder(
                        "recurrenceId", "start", "end", "rooms", "state", "outcome", "cancellation", "requested");
    }

    private JsonNode booked(String start, Visibility visibility) {
        return BookingBody.at(start, "melun-seine")
                .every("FREQ=WEEKLY;COUNT=4")
                .with("exclude", "[\"" + LocalDate.parse(start.substring(0, 10)).plusWeeks(2) + "\"]")
                .with("notes", "\"Notes\"")
                .with("headcount", "3")
                .with("attendees", "[{\"email\":\"" + BookingAudience.INVITED.email + "\",\"name\":\"Invité\"}]")
                .with("conference", "{\"provider\":\"jitsi\"}")
                .with("visibility", '"' + visibility.name() + '"')
                .bookedBy(as(CAMILLE));
    }

    private Map<BookingAudience, TestClient> audience() {
        BookingAudience.admit(as(ADMIN));
        Map<BookingAudience, TestClient> clients = new EnumMap<>(BookingAudience.class);
        for (BookingAudience who : BookingAudience.values()) {
            clients.put(who, who.client(anonymous()));
        }
        return clients;
    }

    @TestFactory
    Stream<DynamicTest> nobodyWritesAFieldThatTheyMayNotRead() {
        Map<BookingAudience, TestClient> clients = audience();
        return Arrays.stream(Visibility.values()).flatMap(visibility -> {
            JsonNode booking = booked("2027-08-02T%02d:00".formatted(9 + visibility.ordinal()), visibility);
            String path = BOOKINGS + "/" + booking.get("id").asString();
            String date = booking.get("occurrences").get(1).get("recurrenceId").asString();
            return clients.entrySet().stream()
                    .map(entry -> dynamicTest(visibility + " " + entry.getKey(), () -> {
                        String before = kept(path);
                        for (WrittenField field : WrittenField.ALL) {
                            for (String door : BY_FIELD) {
                                requireAnswer(
                                        entry.getKey(),
                                        entry.getValue(),
                                        visibility,
                                        field,
                                        path + door.formatted(date));
                            }
                        }
                        assertThat(kept(path)).isEqualTo(before);
                    }));
        });
    }

    /** All that a request could change; invitations go out meanwhile. */
    private String kept(String path) {
        JsonNode booking = TestClient.json(as(CAMILLE).get(path));
        return WrittenField.ALL.stream()
                        .map(WrittenField::name)
                        .filter(name -> !name.equals("attendees"))
                        .map(name -> name + "=" + booking.get(name))
                        .collect(Collectors.joining())
                + booking.get("attendees").size()
                + booking.get("changed");
    }

    /** The tag is no booking's, so that whoever gets past the rule is told so and nothing changes. */
    private static void requireAnswer(
            BookingAudience who, TestClient client, Visibility visibility, WrittenField field, String address) {
        HttpResponse<String> answer = client.with("If-Match", "\"none\"")
                .patch(address, "{\"%s\":%s}".formatted(field.name(), VALUES.get(field.name())));

        boolean isOfTheSeries = address.contains("/occurrences/") && !address.contains("andFollowing");
        if (!who.mayWrite(field.part(), visibility)) {
            assertThat(answer.statusCode()).as("%s %s", address, field.name()).isEqualTo(403);
            assertThat(answer.body()).contains("/problems/forbidden");
        } else if (isOfTheSeries) {
            assertThat(answer.statusCode()).as("%s %s", address, field.name()).isIn(400, 412);
        } else {
            assertThat(answer.statusCode()).as("%s %s", address, field.name()).isEqualTo(412);
        }
    }

    @TestFactory
    Stream<DynamicTest> everybodyIsToldWhatTheyMayReadAndNothingElse() {
        Map<BookingAudience, TestClient> clients = audience();
        return Arrays.stream(Visibility.values()).flatMap(visibility -> {
            String path = BOOKINGS + "/"
                    + booked("2028-01-10T%02d:00".formatted(9 + visibility.ordinal()), visibility)
                            .get("id")
                            .asString();
            JsonNode all = TestClient.json(as(CAMILLE).get(path));
            return clients.entrySet().stream()
                    .map(entry -> dynamicTest(visibility + " " + entry.getKey(), () -> {
                        HttpResponse<String> answer = entry.getValue().get(path);
                        JsonNode told = TestClient.json(answer);
                        TOLD.forEach((field, part) -> {
                            if (!entry.getKey().mayRead(part, visibility)) {
                                assertThat(told.get(field).isNull()).as(field).isTrue();
                            } else if (!Set.of("masked", "attendees", "occurrences")
                                    .contains(field)) {
                                assertThat(told.get(field)).as(field).isEqualTo(all.get(field));
                            }
                        });
                        assertThat(told.get("masked").asBoolean())
                                .isNotEqualTo(entry.getKey().mayRead(visibility));
                        requireTag(
                                entry.getKey(),
                                visibility,
                                answer,
                                all.get("version").asString());
                    }));
        });
    }

    private static void requireTag(
            BookingAudience who, Visibility visibility, HttpResponse<String> answer, String version) {
        List<String> tags = answer.headers().allValues("ETag");
        if (who.mayRead(visibility)) {
            assertThat(tags).containsExactly('"' + version + '"');
        } else if (who.runs) {
            assertThat(tags).singleElement().asString().matches("\"[\\w-]{22}\"");
        } else {
            assertThat(tags).isEmpty();
        }
    }
}
