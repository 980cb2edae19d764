package org.passerelle.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.caldav.xml.XmlNode;

/** What calendar programs read; in February 2028, and of rooms a year earlier, for their calendars show one year. */
class CalDavReadingTests extends HttpTest {

    private static final String DATA = "<D:prop><D:getetag/><C:calendar-data/></D:prop>";

    private Dav camille() {
        return new Dav(as(CAMILLE));
    }

    /** Books, and returns the UID. */
    private String booked(String title, String room, String start, String more) {
        HttpResponse<String> answer = as(CAMILLE).post("/api/v1/bookings", """
                        {"title":"%s","rooms":["%s"],"start":"%s","timeZone":"Europe/Paris","duration":"PT1H"%s}""".formatted(title, room, start, more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return TestClient.json(answer).get("uid").asString();
    }

    @Test
    void readsABookingByItsName() {
        String uid = booked("Named", "melun-seine", "2028-02-01T09:00", "");
        String path = camille().home() + "bookings/" + uid + ".ics";

        HttpResponse<String> answer = camille().send("GET", path, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(answer.body())
                .contains(
                        "SUMMARY:Named", "ORGANIZER;CN=Camille", "melun-seine@rooms.it77.example", "PARTSTAT=ACCEPTED")
                .doesNotContain("METHOD");
        String etag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(camille().with("If-None-Match", etag).send("GET", path, "").statusCode())
                .isEqualTo(304);
        assertThat(camille().send("HEAD", path, "").body()).isEmpty();
    }

    @Test
    void comparesHrefsDecodedAndTellsWhichAreMissing() {
        String uid = booked("Several", "melun-seine", "2028-02-01T11:00", "");
        String calendar = camille().home() + "bookings/";
        String spelt = calendar + uid.replace("-", "%2D") + ".ics";
        String absolute = "http://127.0.0.1:" + port + calendar + uid + ".ics";
        String body = Dav.body(
                "C:calendar-multiget",
                DATA
                        + Stream.of(spelt, absolute, calendar + "none.ics", "/dav/calendars/else/bookings/x.ics")
                                .map(href -> "<D:href>" + href + "</D:href>")
                                .reduce("", String::concat));

        XmlNode answer = camille().report(calendar, body);

        assertThat(answer.all(XmlName.dav("response")).map(each -> each.textOf(XmlName.dav("href"))))
                .containsExactly(
                        calendar + uid + ".ics",
                        calendar + uid + ".ics",
                        calendar + "none.ics",
                        "/dav/calendars/else/bookings/x.ics");
        assertThat(answer.all(XmlName.dav("response"))
                        .filter(each -> each.textOf(XmlName.dav("status")).contains("404")))
                .hasSize(2);
        assertThat(Dav.data(answer).values()).allMatch(data -> data.contains("SUMMARY:Several"));
    }

    private List<String> titles(String filter) {
        String calendar = camille().home() + "bookings/";
        XmlNode answer = camille()
                .report(
                        calendar,
                        Dav.body(
                                "C:calendar-query",
                                DATA + "<C:filter><C:comp-filter name='VCALENDAR'>" + filter
                                        + "</C:comp-filter></C:filter>"));
        return Dav.data(answer).values().stream()
                .map(data -> data.replaceAll("(?s).*\nSUMMARY:([^\r\n]*).*", "$1"))
                .filter(title -> title.startsWith("Query"))
                .toList();
    }

    @Test
    void findsByTimeEachDateOfASeriesAndOpenEnds() {
        booked("Query once", "melun-almont", "2028-02-02T09:00", "");
        booked("Query weekly", "melun-almont", "2028-02-03T09:00", ",\"recurrence\":\"FREQ=WEEKLY;COUNT=3\"");

        assertThat(titles("<C:comp-filter name='VEVENT'>%s</C:comp-filter>"
                        .formatted(range("20280202T080000Z", "20280202T083000Z"))))
                .containsExactly("Query once");
        assertThat(titles("<C:comp-filter name='VEVENT'>%s</C:comp-filter>"
                        .formatted(range("20280217T083000Z", "20280217T084500Z"))))
                .containsExactly("Query weekly");
        assertThat(titles("<C:comp-filter name='VEVENT'>%s</C:comp-filter>"
                        .formatted(range("20280217T090000Z", "20280224T080000Z"))))
                .isEmpty();
        assertThat(titles("<C:comp-filter name='VEVENT'><C:time-range start='20280203T000000Z'/></C:comp-filter>"))
                .containsExactly("Query weekly");
        assertThat(
                        titles(
                                "<C:comp-filter name='VEVENT'><C:prop-filter name='SUMMARY'><C:text-match>qUERY ON</C:text-match></C:prop-filter></C:comp-filter>"))
                .containsExactly("Query once");
        assertThat(
                        titles(
                                "<C:comp-filter name='VEVENT'><C:prop-filter name='RRULE'><C:is-not-defined/></C:prop-filter></C:comp-filter>"))
                .containsExactly("Query once");
        assertThat(titles("")).contains("Query once", "Query weekly");
        assertThat(titles("<C:comp-filter name='VTODO'/>")).isEmpty();
    }

    private static String range(String start, String end) {
        return "<C:time-range start='%s' end='%s'/>".formatted(start, end);
    }

    @TestFactory
    Stream<DynamicTest> refusesQueriesByTheNameOfWhatIsWrong() {
        return Map.of(
                        "<C:other/>", "valid-filter",
                        "<C:comp-filter name='VTODO'/>", "valid-filter",
                        "<C:comp-filter name='VCALENDAR'><C:comp-filter name='VEVENT'><C:time-range start='2028'/></C:comp-filter></C:comp-filter>",
                                "valid-filter",
                        "<C:comp-filter name='VCALENDAR'><C:comp-filter name='VEVENT'><C:prop-filter name='UID'><C:text-match collation='i;none'/></C:prop-filter></C:comp-filter></C:comp-filter>",
                                "supported-collation")
                .entrySet()
                .stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    HttpResponse<String> answer = camille()
                            .send(
                                    "REPORT",
                                    camille().home() + "bookings/",
                                    Dav.body("C:calendar-query", DATA + "<C:filter>" + each.getKey() + "</C:filter>"));

                    assertThat(answer.statusCode()).isEqualTo(403);
                    assertThat(Dav.xml(answer).first(XmlName.caldav(each.getValue())))
                            .isPresent();
                }));
    }

    @Test
    void expandsASeriesIntoItsDates() {
        String uid = booked("Expanded", "melun-almont", "2028-02-07T15:00", ",\"recurrence\":\"FREQ=DAILY;COUNT=4\"");
        String calendar = camille().home() + "bookings/";
        String body = Dav.body(
                "C:calendar-multiget",
                "<D:prop><C:calendar-data><C:expand start='20280208T000000Z' end='20280210T000000Z'/></C:calendar-data></D:prop><D:href>"
                        + calendar + uid + ".ics</D:href>");

        String data =
                Dav.data(camille().report(calendar, body)).values().iterator().next();

        assertThat(data.lines().filter(line -> line.startsWith("DTSTART") || line.startsWith("RECURRENCE-ID")))
                .containsExactly(
                        "DTSTART:20280208T140000Z",
                        "RECURRENCE-ID:20280208T140000Z",
                        "DTSTART:20280209T140000Z",
                        "RECURRENCE-ID:20280209T140000Z");
        assertThat(data).doesNotContain("RRULE", "VTIMEZONE", "EXDATE");
    }

    @Test
    void tellsWhenACalendarIsBusyAndNoMore() {
        booked("Secret", "melun-almont", "2028-02-11T09:00", "");
        booked("Also", "melun-seine", "2028-02-11T09:30", "");

        HttpResponse<String> answer = camille()
                .send(
                        "REPORT",
                        camille().home() + "bookings/",
                        Dav.body("C:free-busy-query", range("20280211T000000Z", "20280212T000000Z")));

        assertThat(answer.body())
                .contains("FREEBUSY;FBTYPE=BUSY:20280211T080000Z/20280211T093000Z")
                .doesNotContain("Secret");
    }

    private XmlNode changes(String calendar, String token, String more) {
        return camille()
                .report(
                        calendar,
                        Dav.body(
                                "D:sync-collection",
                                "<D:sync-token>" + token + "</D:sync-token><D:sync-level>1</D:sync-level>" + more
                                        + "<D:prop><D:getetag/><D:getcontenttype/></D:prop>"));
    }

    @Test
    void tellsWhatHasChangedSinceATokenAndWhatIsGone() {
        String calendar = camille().home() + "bookings/";
        String kept = booked("Kept", "melun-seine", "2028-02-14T09:00", "");
        String token = changes(calendar, "", "").textOf(XmlName.dav("sync-token"));
        HttpResponse<String> made = as(CAMILLE)
                .post(
                        "/api/v1/bookings",
                        "{\"title\":\"Gone\",\"rooms\":[\"melun-seine\"],\"start\":\"2028-02-14T11:00\",\"timeZone\":\"Europe/Paris\",\"duration\":\"PT1H\"}");
        String gone = TestClient.json(made).get("uid").asString();

        XmlNode added = changes(calendar, token, "");
        as(CAMILLE).delete("/api/v1/bookings/" + TestClient.json(made).get("id").asString());
        XmlNode removed = changes(calendar, added.textOf(XmlName.dav("sync-token")), "");
        XmlNode none = changes(calendar, removed.textOf(XmlName.dav("sync-token")), "");

        assertThat(token).startsWith("http://");
        assertThat(Dav.responses(added).keySet())
                .contains(calendar + gone + ".ics")
                .doesNotContain(calendar + kept + ".ics");
        XmlNode last = Objects.requireNonNull(Dav.responses(removed).get(calendar + gone + ".ics"));
        assertThat(last.textOf(XmlName.dav("status"))).contains("404");
        assertThat(last.first(XmlName.dav("propstat"))).isEmpty();
        assertThat(none.all(XmlName.dav("response"))).isEmpty();
        assertThat(none.children().get(none.children().size() - 1).is(XmlName.dav("sync-token")))
                .isTrue();
    }

    @Test
    void tellsAPageAtATimeWithATokenForTheNext() {
        String calendar = camille().home() + "bookings/";
        for (int hour = 9; hour < 14; hour++) {
            booked("Paged", "melun-seine", "2028-02-29T%02d:00".formatted(hour), "");
        }
        List<String> told = new ArrayList<>();
        String token = "";
        boolean isMore = true;
        while (isMore) {
            XmlNode page = changes(calendar, token, "<D:limit><D:nresults>3</D:nresults></D:limit>");
            Dav.Responses responses = Dav.responses(page);
            isMore = responses.keySet().contains(calendar);
            responses.keySet().stream().filter(href -> !href.equals(calendar)).forEach(told::add);
            token = page.textOf(XmlName.dav("sync-token"));
        }

        assertThat(told).doesNotHaveDuplicates();
        assertThat(told).containsAll(Dav.responses(changes(calendar, "", "")).keySet());
    }

    @Test
    void makesAProgramStartAnewWhoseTokenItDoesNotKnow() {
        HttpResponse<String> answer = camille()
                .send(
                        "REPORT",
                        camille().home() + "bookings/",
                        Dav.body("D:sync-collection", "<D:sync-token>http://127.0.0.1/x/1</D:sync-token><D:prop/>"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Dav.xml(answer).first(XmlName.dav("valid-sync-token"))).isPresent();
    }

    @Test
    void changesTheCtagOfARoomOnlyForWhatTheViewerSees() {
        String uid = booked("Before", "melun-telepresence", "2027-02-16T09:00", "");
        Dav nadia = new Dav(as(NADIA));
        String calendar = nadia.home() + "melun-telepresence/";
        String before = ctag(nadia, calendar);

        String id = TestClient.json(
                        as(CAMILLE).get("/api/v1/bookings?from=2027-02-16T00:00:00Z&to=2027-02-17T00:00:00Z"))
                .findValues("id")
                .get(0)
                .asString();
        as(CAMILLE).patch("/api/v1/bookings/" + id, "{\"title\":\"After\"}");

        assertThat(ctag(nadia, calendar)).isEqualTo(before);
        assertThat(Dav.data(nadia.report(calendar, all())).values()).noneMatch(data -> data.contains(uid));
    }

    private static String ctag(Dav program, String calendar) {
        return Dav.property(
                        Dav.responses(program.propfind(calendar, 0, "<CS:getctag/>"))
                                .get(calendar),
                        XmlName.calendarServer("getctag"))
                .orElseThrow()
                .text();
    }

    private static String all() {
        return Dav.body("C:calendar-query", DATA + "<C:filter><C:comp-filter name='VCALENDAR'/></C:filter>");
    }

    /** Pairs of whoever books and whoever looks, against what the API tells the same person. */
    @TestFactory
    Stream<DynamicTest> masksInRoomsWhatTheApiMasks() {
        List<String> visibilities = List.of("PRIVATE", "ORGANISATION", "PUBLIC");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < visibilities.size(); i++) {
            HttpResponse<String> answer = as(CAMILLE)
                    .post("/api/v1/bookings", """
                            {"title":"Pair %s","rooms":["melun-visio"],"start":"2027-02-18T%02d:00","timeZone":"Europe/Paris","duration":"PT1H","visibility":"%s"}""".formatted(visibilities.get(i), 9 + i, visibilities.get(i)));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            ids.add(TestClient.json(answer).get("id").asString());
        }
        return Stream.of(CAMILLE, LOUIS, NADIA, MANAGER, ADMIN)
                .map(viewer -> DynamicTest.dynamicTest(viewer, () -> {
                    Dav program = new Dav(as(viewer));
                    String seen = String.join(
                            "\n",
                            Dav.data(program.report(program.home() + "melun-visio/", all()))
                                    .values());
                    for (int i = 0; i < ids.size(); i++) {
                        boolean isMasked = TestClient.json(as(viewer).get("/api/v1/bookings/" + ids.get(i)))
                                .get("masked")
                                .asBoolean();
                        assertThat(seen.contains("Pair " + visibilities.get(i)))
                                .as(visibilities.get(i))
                                .isEqualTo(!isMasked);
                        assertThat(seen).contains("DTSTART;TZID=Europe/Paris:20270218T%02d0000".formatted(9 + i));
                    }
                }));
    }
}
