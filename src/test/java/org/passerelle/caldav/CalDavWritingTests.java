package org.passerelle.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.Together;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.caldav.xml.XmlNode;
import tools.jackson.databind.JsonNode;

/** What calendar programs write into the bookings of their owner; in January 2028. */
class CalDavWritingTests extends HttpTest {

    private static final String SEINE = "melun-seine";
    private static final String ALMONT = "melun-almont";

    private Dav camille() {
        return new Dav(as(CAMILLE)).with("Content-Type", "text/calendar; charset=utf-8");
    }

    private String calendar() {
        return camille().home() + "bookings/";
    }

    private static String invited(String... rooms) {
        return Stream.of(rooms)
                .map(room -> "ATTENDEE;CUTYPE=ROOM;PARTSTAT=ACCEPTED;RSVP=TRUE;SCHEDULE-AGENT=CLIENT:MAILTO:" + room
                        + "@rooms.it77.example\r\n")
                .reduce("", String::concat);
    }

    /** @param start such as {@code 20280103T090000}, in Paris, for an hour */
    private static String event(String uid, String start, String more) {
        int hour = Integer.parseInt(start.substring(9, 11));
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20260325T090000Z\r\nDTSTART;TZID=Europe/Paris:" + start
                + "\r\nDTEND;TZID=Europe/Paris:" + start.substring(0, 9) + "%02d".formatted(hour + 1)
                + start.substring(11) + "\r\n" + more + "END:VEVENT\r\n";
    }

    private static String object(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n" + String.join("", events)
                + "END:VCALENDAR\r\n";
    }

    private HttpResponse<String> put(String name, String text) {
        return camille().send("PUT", calendar() + name, text);
    }

    private String read(String name) {
        return camille().send("GET", calendar() + name, "").body().replace("\r\n ", "");
    }

    private JsonNode booking(String title, String day) {
        JsonNode page = TestClient.json(
                as(CAMILLE).get("/api/v1/bookings?from=" + day + "T00:00:00Z&to=" + day + "T23:59:00Z"));
        return page.findParents("title").stream()
                .filter(each -> each.get("title").asString().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.toString()));
    }

    private List<String> states(String day, String room) {
        JsonNode busy = TestClient.json(
                as(ADMIN).get("/api/v1/rooms/" + room + "/busy?from=" + day + "T00:00:00Z&to=" + day + "T23:59:00Z"));
        return busy.findParents("type").stream()
                .filter(each -> each.get("type").asString().equals("BUSY"))
                .map(each -> each.get("from").asString())
                .toList();
    }

    @Test
    void booksTheRoomsThatAreInvitedAndAnswersForThem() {
        HttpResponse<String> answer = camille()
                .with("If-None-Match", "*")
                .send(
                        "PUT",
                        calendar() + "a@b.ics",
                        object(event(
                                "a@b",
                                "20280103T090000",
                                "SUMMARY:Two rooms\r\nSEQUENCE:4\r\n" + invited(SEINE, ALMONT))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(answer.headers().firstValue("Schedule-Tag")).isPresent();
        JsonNode booking = booking("Two rooms", "2028-01-03");
        assertThat(booking.get("rooms").toString()).contains(SEINE, ALMONT);
        String told = read("a@b.ics");
        assertThat(told)
                .contains("UID:a@b\r\n", "SEQUENCE:4\r\n", "ORGANIZER;CN=Camille Girard:mailto:" + CAMILLE)
                .contains("PARTSTAT=ACCEPTED")
                .contains("MAILTO:melun-seine@rooms.it77.example")
                .doesNotContain("SCHEDULE-AGENT");
    }

    @Test
    void booksARoomThatIsNamedAsThePlace() {
        assertThat(put(
                                "place.ics",
                                object(event(
                                        "place",
                                        "20280104T090000",
                                        "SUMMARY:By place\r\nLOCATION:salle seine (melun val de seine)\r\n")))
                        .statusCode())
                .isEqualTo(201);

        assertThat(booking("By place", "2028-01-04").get("rooms").toString()).contains(SEINE);
    }

    @Test
    void keepsAlarmsAndWhatElseProgramsWriteForTheirOwnerAlone() {
        String kept = "CATEGORIES:Rouge,Vert\r\nX-MOZ-LASTACK:20280101T000000Z\r\nCOLOR:red\r\n"
                + "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:x\r\nEND:VALARM\r\n";
        put("kept.ics", object(event("kept", "20280104T110000", "SUMMARY:Kept\r\n" + invited(SEINE) + kept)));

        assertThat(read("kept.ics"))
                .contains("CATEGORIES:Rouge,Vert", "X-MOZ-LASTACK:20280101T000000Z", "COLOR:red", "TRIGGER:-PT15M");
        String uid = booking("Kept", "2028-01-04").get("uid").asString();
        assertThat(uid).isNotEqualTo("kept");
        Dav louis = new Dav(as(LOUIS));
        assertThat(louis.send("GET", louis.home() + "melun-seine/" + uid + ".ics", "")
                        .body())
                .doesNotContain("VALARM");
    }

    @Test
    void keepsWhatNamesNoRoomAsADraftUntilOneIsInvited() {
        assertThat(put("draft.ics", object(event("draft", "20280105T090000", "SUMMARY:Draft\r\n")))
                        .statusCode())
                .isEqualTo(201);
        assertThat(read("draft.ics")).contains("SUMMARY:Draft");

        assertThat(put("draft.ics", object(event("draft", "20280105T090000", "SUMMARY:Draft\r\n" + invited(SEINE))))
                        .statusCode())
                .isEqualTo(204);
        assertThat(booking("Draft", "2028-01-05").get("rooms").toString()).contains(SEINE);

        assertThat(put("draft.ics", object(event("draft", "20280105T090000", "SUMMARY:Draft\r\n")))
                        .statusCode())
                .isEqualTo(204);
        assertThat(read("draft.ics")).contains("SUMMARY:Draft").doesNotContain("melun-seine");
        assertThat(states("2028-01-05", SEINE)).isEmpty();
    }

    @Test
    void keepsAnEventWhoseRoomsAreTakenAndSaysSoInIt() {
        put("first.ics", object(event("first", "20280106T090000", "SUMMARY:First\r\n" + invited(SEINE))));

        HttpResponse<String> answer = put(
                "second.ics",
                object(event("second", "20280106T090000", "SUMMARY:Second\r\n" + invited(ALMONT, SEINE))));

        assertThat(answer.statusCode()).isEqualTo(201);
        String told = read("second.ics");
        assertThat(told.lines()
                        .filter(line -> line.contains("PARTSTAT=DECLINED;"))
                        .toList())
                .hasSize(2);
        assertThat(told)
                .contains("SCHEDULE-STATUS=2.0", "X-PASSERELLE-REASON:room-occupied", "COMMENT:")
                .doesNotContain("First");
        assertThat(states("2028-01-06", ALMONT)).isEmpty();
    }

    @Test
    void leavesABookingAloneThatCannotBeMoved() {
        put("stays.ics", object(event("stays", "20280107T090000", "SUMMARY:Stays\r\n" + invited(SEINE))));
        put("blocks.ics", object(event("blocks", "20280107T110000", "SUMMARY:Blocks\r\n" + invited(SEINE))));

        HttpResponse<String> answer = camille()
                .with("Accept-Language", "en")
                .send(
                        "PUT",
                        calendar() + "stays.ics",
                        object(event("stays", "20280107T110000", "SUMMARY:Stays\r\n" + invited(SEINE))));

        assertThat(answer.statusCode()).isEqualTo(403);
        XmlNode error = Dav.xml(answer);
        assertThat(error.first(XmlName.caldav("allowed-organizer-scheduling-object-change")))
                .isPresent();
        assertThat(error.textOf(new XmlName(XmlName.OWN, "sentence"))).contains("Salle Seine", "taken");
        assertThat(read("stays.ics")).contains("DTSTART;TZID=Europe/Paris:20280107T090000");
    }

    @Test
    void changesTextsTimesAndRoomsOfABooking() {
        put(
                "moves.ics",
                object(event("moves", "20280110T090000", "SUMMARY:Before\r\nDESCRIPTION:Old\r\n" + invited(SEINE))));

        HttpResponse<String> answer = put(
                "moves.ics",
                object(event(
                        "moves",
                        "20280110T140000",
                        "SUMMARY:After\r\nDESCRIPTION:New\\nlines\r\nCLASS:PRIVATE\r\n" + invited(ALMONT))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        JsonNode booking = booking("After", "2028-01-10");
        assertThat(booking.get("notes").asString()).isEqualTo("New\nlines");
        assertThat(booking.get("visibility").asString()).isEqualTo("PRIVATE");
        assertThat(booking.get("rooms").toString()).contains(ALMONT).doesNotContain(SEINE);
        assertThat(read("moves.ics")).contains("DTSTART;TZID=Europe/Paris:20280110T140000");
    }

    @Test
    void takesItsOwnTextBackWithoutChangingAnything() {
        put(
                "same.ics",
                object(event(
                        "same",
                        "20280111T160000",
                        "SUMMARY:Same\r\nRRULE:FREQ=DAILY;COUNT=3\r\nEXDATE;TZID=Europe/Paris:20280112T160000\r\n"
                                + invited(SEINE))));
        JsonNode before = booking("Same", "2028-01-11");
        String told = camille().send("GET", calendar() + "same.ics", "").body();

        assertThat(put("same.ics", told).statusCode()).isEqualTo(204);

        assertThat(booking("Same", "2028-01-11").get("version")).isEqualTo(before.get("version"));
        assertThat(camille().send("GET", calendar() + "same.ics", "").body().replaceAll("PRODID.*", ""))
                .isEqualTo(told.replaceAll("PRODID.*", ""));
    }

    @Test
    void movesAndDropsSingleDatesOfASeries() {
        String master = "SUMMARY:Series\r\nRRULE:FREQ=DAILY;COUNT=4\r\n" + invited(SEINE);
        put("series.ics", object(event("series", "20280117T090000", master)));

        HttpResponse<String> moved = put(
                "series.ics",
                object(
                        event("series", "20280117T090000", master + "EXDATE;TZID=Europe/Paris:20280119T090000\r\n"),
                        event(
                                "series",
                                "20280118T150000",
                                "SUMMARY:Only then\r\nRECURRENCE-ID:20280118T080000Z\r\n" + invited(SEINE))));

        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(204);
        assertThat(states("2028-01-18", SEINE)).containsExactly("2028-01-18T14:00:00Z");
        assertThat(states("2028-01-19", SEINE)).isEmpty();
        assertThat(states("2028-01-20", SEINE)).hasSize(1);
        assertThat(read("series.ics"))
                .contains(
                        "EXDATE;TZID=Europe/Paris:20280119T090000",
                        "RECURRENCE-ID;TZID=Europe/Paris:20280118T090000",
                        "SUMMARY:Only then");

        HttpResponse<String> back = put("series.ics", object(event("series", "20280117T090000", master)));

        assertThat(back.statusCode()).as(back.body()).isEqualTo(204);
        assertThat(states("2028-01-18", SEINE)).containsExactly("2028-01-18T08:00:00Z");
        assertThat(states("2028-01-19", SEINE)).hasSize(1);
    }

    @Test
    void booksASeriesWithADateThatIsMovedOrNothingOfIt() {
        put("wall.ics", object(event("wall", "20280125T150000", "SUMMARY:Wall\r\n" + invited(SEINE))));
        String master = "SUMMARY:All or none\r\nRRULE:FREQ=DAILY;COUNT=3\r\n" + invited(SEINE);

        put(
                "none.ics",
                object(
                        event("none", "20280124T090000", master),
                        event(
                                "none",
                                "20280125T150000",
                                "RECURRENCE-ID;TZID=Europe/Paris:20280125T090000\r\n" + invited(SEINE))));
        assertThat(read("none.ics")).contains("PARTSTAT=DECLINED");
        assertThat(states("2028-01-24", SEINE)).isEmpty();

        put(
                "all.ics",
                object(
                        event("all", "20280124T090000", master),
                        event(
                                "all",
                                "20280125T110000",
                                "RECURRENCE-ID;TZID=Europe/Paris:20280125T090000\r\n" + invited(SEINE))));
        assertThat(states("2028-01-25", SEINE)).containsExactly("2028-01-25T10:00:00Z", "2028-01-25T14:00:00Z");
        assertThat(states("2028-01-26", SEINE)).hasSize(1);
    }

    @Test
    void winsBackTheNewHalfOfASeriesThatCameBeforeTheOldOneWasCut() {
        String rooms = invited("melun-atelier");
        put("old.ics", object(event("old", "20280103T090000", "SUMMARY:Old\r\nRRULE:FREQ=DAILY;COUNT=4\r\n" + rooms)));

        put("new.ics", object(event("new", "20280105T090000", "SUMMARY:New\r\nRRULE:FREQ=DAILY;COUNT=2\r\n" + rooms)));
        assertThat(read("new.ics")).contains("PARTSTAT=DECLINED");
        HttpResponse<String> cut = put(
                "old.ics",
                object(event("old", "20280103T090000", "SUMMARY:Old\r\nRRULE:FREQ=DAILY;COUNT=2\r\n" + rooms)));

        assertThat(cut.statusCode()).as(cut.body()).isEqualTo(204);
        assertThat(read("new.ics")).contains("PARTSTAT=ACCEPTED").doesNotContain("DECLINED");
    }

    @Test
    void holdsEachConditionOfAWrite() {
        String text = object(event("if", "20280112T110000", "SUMMARY:If\r\n" + invited(ALMONT)));
        String path = calendar() + "if.ics";
        assertThat(camille().with("If-Match", "\"x\"").send("PUT", path, text).statusCode())
                .isEqualTo(412);
        assertThat(put("if.ics", text).statusCode()).isEqualTo(201);
        HttpResponse<String> got = camille().send("GET", path, "");
        String etag = got.headers().firstValue("ETag").orElseThrow();
        String tag = got.headers().firstValue("Schedule-Tag").orElseThrow();

        assertThat(camille().with("If-None-Match", "*").send("PUT", path, text).statusCode())
                .isEqualTo(412);
        assertThat(camille().with("If-Match", "\"x\"").send("PUT", path, text).statusCode())
                .isEqualTo(412);
        assertThat(camille()
                        .with("If-Schedule-Tag-Match", "\"x\"")
                        .send("PUT", path, text)
                        .statusCode())
                .isEqualTo(412);
        assertThat(camille().with("If-Match", etag).send("PUT", path, text).statusCode())
                .isEqualTo(204);
        assertThat(camille()
                        .with("If-Schedule-Tag-Match", tag)
                        .send("PUT", path, text)
                        .statusCode())
                .isEqualTo(204);
        assertThat(camille().with("If-Match", "\"x\"").send("DELETE", path, "").statusCode())
                .isEqualTo(412);
        assertThat(camille().send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(camille().send("DELETE", path, "").statusCode()).isEqualTo(404);
        assertThat(states("2028-01-12", ALMONT)).isEmpty();
    }

    @Test
    void booksOnceHoweverOftenTheSameComesAndAnewOnceItWasDeleted() {
        String text = object(event("again", "20280113T090000", "SUMMARY:Again\r\n" + invited(SEINE)));

        assertThat(List.of(
                        put("again.ics", text).statusCode(),
                        put("again.ics", text).statusCode()))
                .containsExactly(201, 204);
        assertThat(states("2028-01-13", SEINE)).hasSize(1);
        camille().send("DELETE", calendar() + "again.ics", "");
        assertThat(put("again.ics", text).statusCode()).isEqualTo(201);
        assertThat(read("again.ics")).contains("PARTSTAT=ACCEPTED");
    }

    @Test
    void givesTheRepresentationToWhoeverPrefersIt() {
        HttpResponse<String> answer = camille()
                .with("Prefer", "return=representation")
                .send(
                        "PUT",
                        calendar() + "prefer.ics",
                        object(event("prefer", "20280113T110000", "SUMMARY:Prefer\r\n" + invited(SEINE))));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(answer.body()).contains("SUMMARY:Prefer", "PARTSTAT=ACCEPTED");
    }

    @TestFactory
    Stream<DynamicTest> refusesByTheNameOfWhatIsWrong() {
        String home = calendar();
        put("holder.ics", object(event("holder", "20280114T090000", "SUMMARY:Holder\r\n")));
        String one = event("wrong", "20280114T110000", "");
        return Stream.of(
                        new String[] {"valid-calendar-data", "x"},
                        new String[] {"valid-calendar-data", object(one).replace("END:VCALENDAR\r\n", "")},
                        new String[] {"valid-calendar-data", object(one.replace("20280114T110000", "yesterday"))},
                        new String[] {"supported-calendar-component", object(one.replace("VEVENT", "VTODO"))},
                        new String[] {"valid-calendar-object-resource", object()},
                        new String[] {
                            "valid-calendar-object-resource", object(one, event("other", "20280114T110000", ""))
                        },
                        new String[] {
                            "valid-calendar-object-resource",
                            object(one).replace("VERSION", "METHOD:REQUEST\r\nVERSION")
                        },
                        new String[] {"valid-calendar-object-resource", object(event("busy-1", "20280114T110000", ""))},
                        new String[] {"no-uid-conflict", object(event("holder", "20280114T110000", ""))},
                        new String[] {
                            "same-organizer-in-all-components",
                            object(
                                    event(
                                            "wrong",
                                            "20280114T110000",
                                            "RRULE:FREQ=DAILY;COUNT=2\r\nORGANIZER:mailto:" + CAMILLE + "\r\n"),
                                    event(
                                            "wrong",
                                            "20280114T120000",
                                            "RECURRENCE-ID;TZID=Europe/Paris:20280114T110000\r\n"))
                        },
                        new String[] {
                            "allowed-attendee-scheduling-object-change",
                            object(event("wrong", "20280114T110000", "ORGANIZER:mailto:" + LOUIS + "\r\n"))
                        },
                        new String[] {"max-resource-size", object(one) + " ".repeat(256 * 1024)})
                .map(each -> DynamicTest.dynamicTest(each[0], () -> {
                    HttpResponse<String> answer = camille().send("PUT", home + "wrong.ics", each[1]);

                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
                    assertThat(Dav.xml(answer).first(XmlName.caldav(each[0])))
                            .as(answer.body())
                            .isPresent();
                    assertThat(Dav.xml(answer).textOf(new XmlName(XmlName.OWN, "sentence")))
                            .isNotEmpty();
                }));
    }

    @Test
    void sendsWhatTheInvitedAnsweredAndInvitesThem() {
        put(
                "people.ics",
                object(event(
                        "people",
                        "20280120T150000",
                        "SUMMARY:People\r\nATTENDEE;CN=Louis:mailto:" + LOUIS + "\r\nATTENDEE:mailto:" + CAMILLE
                                + "\r\n" + invited(ALMONT))));

        JsonNode booking = booking("People", "2028-01-20");
        assertThat(booking.get("attendees").toString()).contains(LOUIS).doesNotContain(CAMILLE);
        assertThat(read("people.ics")).contains("ATTENDEE:mailto:" + CAMILLE).contains("mailto:" + LOUIS);
    }

    @Test
    void tellsOfWhatItTookBySync() {
        String token = Dav.xml(camille().send("REPORT", calendar(), sync(""))).textOf(XmlName.dav("sync-token"));
        put("synced.ics", object(event("synced", "20280127T090000", "SUMMARY:Synced\r\n" + invited(SEINE))));

        XmlNode changes = Dav.xml(camille().send("REPORT", calendar(), sync(token)));

        assertThat(Dav.responses(changes).keySet()).containsExactly(calendar() + "synced.ics");
    }

    private static String sync(String token) {
        return Dav.body("D:sync-collection", "<D:sync-token>" + token + "</D:sync-token><D:prop><D:getetag/></D:prop>");
    }

    @Test
    void letsOneOfManyWritersHaveARoomWhicheverDoorTheyUse() {
        String path = calendar();
        List<Callable<Boolean>> writers = IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Boolean>) () -> i % 2 == 0
                        ? wins(camille(), path, "race" + i)
                        : as(LOUIS)
                                        .post(
                                                "/api/v1/bookings",
                                                "{\"title\":\"Race\",\"rooms\":[\"melun-seine\"],\"start\":\"2028-01-28T09:00\",\"timeZone\":\"Europe/Paris\",\"duration\":\"PT1H\"}")
                                        .statusCode()
                                == 201)
                .toList();

        List<Boolean> won = Together.all(writers);

        assertThat(won).containsOnlyOnce(true);
        assertThat(states("2028-01-28", SEINE)).hasSize(1);
    }

    private static boolean wins(Dav program, String calendar, String uid) {
        program.send(
                "PUT",
                calendar + uid + ".ics",
                object(event(uid, "20280128T090000", "SUMMARY:Race\r\n" + invited(SEINE))));
        return program.send("GET", calendar + uid + ".ics", "").body().contains("PARTSTAT=ACCEPTED");
    }
}
