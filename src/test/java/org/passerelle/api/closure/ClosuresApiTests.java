package org.passerelle.api.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.Together;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.api.BookingBody;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.AffectedDate.ClosureOutcome;
import org.passerelle.closure.model.AffectedDate.DateFate;
import org.passerelle.closure.model.AffectedDate.DateName;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.closure.model.SiteClosure.ClosureStep;
import org.passerelle.closure.mongo.ClosureDocuments;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;
import org.passerelle.time.Interval;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** Closures over the API, in the autumn of 2027, in which no other test books. */
@DirtiesContext // It shuts sites for all who share the program.
class ClosuresApiTests extends HttpTest {

    private static final String CLOSURES = "/api/v1/closures";

    /** How many bookings one closure meets; 300 in {@code -Pnightly}. */
    private static final int MANY = Integer.getInteger("closure.bookings", 90);

    @Autowired
    private ClosureDocuments documents;

    @Autowired
    private Accounts accounts;

    private static String closure(String where, String from, String to, String then) {
        return "{%s,\"from\":\"%s\",\"to\":\"%s\",\"reason\":\"Peinture\",\"onBookings\":\"%s\"}"
                .formatted(where, from, to, then);
    }

    private static String rooms(String... ids) {
        return List.of(ids).stream().map(id -> '"' + id + '"').collect(Collectors.joining(",", "\"rooms\":[", "]"));
    }

    private JsonNode made(String email, String body) {
        HttpResponse<String> response = as(email).post(CLOSURES, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return settled(TestClient.json(response).get("id").asString(), "IN_FORCE");
    }

    private JsonNode settled(String id, String state) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> shown(id).get("state").asString().equals(state));
        return shown(id);
    }

    private JsonNode shown(String id) {
        return TestClient.json(as(ADMIN).get(CLOSURES + "/" + id));
    }

    private void open(JsonNode closure) {
        assertThat(as(ADMIN)
                        .delete(CLOSURES + "/" + closure.get("id").asString())
                        .statusCode())
                .isEqualTo(204);
    }

    private JsonNode booking(JsonNode made) {
        return TestClient.json(as(CAMILLE).get(BookingBody.BOOKINGS + "/" + id(made)));
    }

    private static String id(JsonNode made) {
        return made.get("id").asString();
    }

    private static List<String> outcomes(JsonNode closure) {
        return StreamSupport.stream(closure.get("affected").spliterator(), false)
                .map(each -> each.get("outcome").asString())
                .toList();
    }

    private int statusOf(String start, String room) {
        return as(NADIA)
                .post(BookingBody.BOOKINGS, BookingBody.at(start, room).toString())
                .statusCode();
    }

    private String busy(String room, String day) {
        return as(CAMILLE)
                .get("/api/v1/rooms/" + room + "/busy?from=" + day + "T06:00:00Z&to=" + day + "T20:00:00Z")
                .body();
    }

    @Test
    void tellsBeforehandWhatItWouldHitAndChangesNothing() {
        JsonNode series = BookingBody.at("2027-09-06T09:00", "melun-seine")
                .every("FREQ=DAILY;COUNT=3")
                .bookedBy(as(CAMILLE));
        JsonNode single = BookingBody.at("2027-09-07T14:00", "melun-almont").bookedBy(as(CAMILLE));
        String body = closure("\"site\":\"melun\"", "2027-09-07T00:00", "2027-09-08T00:00", "CANCEL");

        JsonNode told = TestClient.json(as(MANAGER).post(CLOSURES + "?dryRun=true", body));

        assertThat(told.propertyNames()).containsExactly("affected");
        assertThat(told.get("affected")).hasSize(2);
        JsonNode first = told.get("affected").get(0);
        assertThat(first.propertyNames()).containsExactlyInAnyOrder("booking", "recurrenceId", "room", "from", "to");
        assertThat(first.get("booking").asString()).isEqualTo(id(series));
        assertThat(first.get("recurrenceId").asString()).isEqualTo("2027-09-07T07:00:00Z");
        assertThat(first.get("room").asString()).isEqualTo("melun-seine");
        assertThat(told.get("affected").get(1).has("recurrenceId")).isFalse();
        assertThat(told.get("affected").get(1).get("booking").asString()).isEqualTo(id(single));
        assertThat(booking(single).get("state").asString()).isEqualTo("CONFIRMED");
        assertThat(statusOf("2027-09-07T16:00", "melun-almont")).isEqualTo(201);
    }

    @Test
    void callsOffTheDatesWithinItAndIsUndoneWithinTheHour() {
        JsonNode series = BookingBody.at("2027-09-13T09:00", "melun-seine")
                .every("FREQ=DAILY;COUNT=3")
                .bookedBy(as(CAMILLE));
        JsonNode single = BookingBody.at("2027-09-14T14:00", "melun-almont").bookedBy(as(CAMILLE));

        JsonNode closed =
                made(MANAGER, closure("\"site\":\"melun\"", "2027-09-14T00:00", "2027-09-15T00:00", "CANCEL"));

        assertThat(outcomes(closed)).containsExactly("CANCELLED", "CANCELLED");
        assertThat(booking(single).get("state").asString()).isEqualTo("CANCELLED");
        assertThat(booking(series).get("state").asString()).isEqualTo("CONFIRMED");
        assertThat(booking(series).get("occurrences").get(1).get("state").asString())
                .isEqualTo("CANCELLED");
        await().untilAsserted(() -> assertThat(
                        as(MANAGER).get("/api/v1/audit?booking=" + id(single)).body())
                .contains("Peinture"));
        assertThat(statusOf("2027-09-14T14:00", "melun-almont")).isEqualTo(422);
        assertThat(busy("melun-almont", "2027-09-14")).contains("UNAVAILABLE").doesNotContain("BUSY");

        open(closed);

        JsonNode undone = settled(id(closed), "ENDED");
        assertThat(outcomes(undone)).containsExactly("RESTORED", "RESTORED");
        assertThat(booking(single).get("state").asString()).isEqualTo("CONFIRMED");
        assertThat(booking(series).get("occurrences").get(1).get("state").asString())
                .isEqualTo("PLANNED");
        assertThat(statusOf("2027-09-14T14:00", "melun-almont")).isEqualTo(409);
        assertThat(statusOf("2027-09-14T16:00", "melun-almont")).isEqualTo(201);
    }

    @Test
    void afterTheHourItOpensAndBringsNothingBack() {
        JsonNode single = BookingBody.at("2027-09-16T14:00", "melun-almont").bookedBy(as(CAMILLE));
        JsonNode closed =
                made(MANAGER, closure(rooms("melun-almont"), "2027-09-16T12:00", "2027-09-16T16:00", "CANCEL"));
        clock.advance(Duration.ofHours(1));

        open(closed);

        assertThat(shown(id(closed)).get("state").asString()).isEqualTo("ENDED");
        assertThat(booking(single).get("state").asString()).isEqualTo("CANCELLED");
        assertThat(statusOf("2027-09-16T14:00", "melun-almont")).isEqualTo(201);
    }

    @Test
    void saysWhatCouldNotBeBroughtBackBecauseAnotherClosureIsInTheWay() {
        JsonNode single = BookingBody.at("2027-09-17T14:00", "melun-almont").bookedBy(as(CAMILLE));
        JsonNode first =
                made(MANAGER, closure(rooms("melun-almont"), "2027-09-17T12:00", "2027-09-17T16:00", "CANCEL"));
        JsonNode second = made(MANAGER, closure("\"site\":\"melun\"", "2027-09-17T13:00", "2027-09-17T15:00", "KEEP"));

        open(first);

        assertThat(outcomes(settled(id(first), "ENDED"))).containsExactly("NOT_RESTORED");
        assertThat(booking(single).get("state").asString()).isEqualTo("CANCELLED");
        assertThat(statusOf("2027-09-17T14:00", "melun-almont")).isEqualTo(422);
        open(second);
    }

    @Test
    void leavesWhatIsToBeKeptAndLetsNobodyElseIn() {
        JsonNode kept = BookingBody.at("2027-09-20T14:00", "melun-seine").bookedBy(as(CAMILLE));
        JsonNode closed = made(MANAGER, closure(rooms("melun-seine"), "2027-09-20T10:00", "2027-09-20T18:00", "KEEP"));

        assertThat(outcomes(closed)).containsExactly("KEPT");
        assertThat(booking(kept).get("state").asString()).isEqualTo("CONFIRMED");
        as(CAMILLE).delete(BookingBody.BOOKINGS + "/" + id(kept));
        assertThat(statusOf("2027-09-20T14:00", "melun-seine")).isEqualTo(422);
        assertThat(statusOf("2027-09-20T09:00", "melun-seine")).isEqualTo(201);
        assertThat(statusOf("2027-09-20T18:00", "melun-seine")).isEqualTo(201);
        assertThat(statusOf("2027-09-20T14:00", "melun-almont")).isEqualTo(201);
        open(closed);
    }

    @Test
    void whatIsJoinedOfARoomThatIsShutIsShutToo() {
        JsonNode closed = made(MANAGER, closure(rooms("melun-seine"), "2027-09-21T08:00", "2027-09-21T20:00", "KEEP"));

        assertThat(statusOf("2027-09-21T10:00", "melun-grand-salon")).isEqualTo(422);
        String search = """
                {"from":"2027-09-21T08:00:00Z","to":"2027-09-21T09:00:00Z","attendees":4,"sites":["melun"]}
                """;
        assertThat(as(CAMILLE).post("/api/v1/availability/rooms", search).body())
                .contains("melun-almont")
                .doesNotContain("melun-seine")
                .doesNotContain("melun-grand-salon");
        String common = """
                {"parties":[{"site":"melun","attendees":7}],"duration":"PT1H","limit":50,
                 "window":{"from":"2027-09-21T06:00:00Z","to":"2027-09-21T18:00:00Z"}}
                """;
        assertThat(as(CAMILLE).post("/api/v1/availability/conference", common).body())
                .contains("melun-almont")
                .doesNotContain("melun-seine");
        open(closed);
    }

    @Test
    void offersAnotherRoomWhichIsTakenInOnePress() {
        JsonNode hit = BookingBody.at("2027-09-22T14:00", "melun-seine").bookedBy(as(CAMILLE));
        JsonNode closed =
                made(MANAGER, closure(rooms("melun-seine"), "2027-09-22T10:00", "2027-09-22T18:00", "PROPOSE"));
        assertThat(outcomes(closed)).containsExactly("OFFERED");
        JsonNode offer = StreamSupport.stream(
                        TestClient.json(as(CAMILLE).get("/api/v1/move-offers"))
                                .get("items")
                                .spliterator(),
                        false)
                .filter(each -> each.get("booking").asString().equals(id(hit)))
                .findFirst()
                .orElseThrow();
        assertThat(offer.get("offer").get("rooms").get(0).asString()).isEqualTo("melun-almont");
        assertThat(offer.get("offer").get("from")).isEqualTo(offer.get("from"));
        String taking = "/api/v1/move-offers/" + offer.get("id").asString() + "/take";

        assertThat(as(NADIA).post(taking, "").statusCode()).isEqualTo(404);
        assertThat(TestClient.json(as(CAMILLE).post(taking, "")).get("outcome").asString())
                .isEqualTo("DONE");

        assertThat(booking(hit).get("occurrences").get(0).get("rooms").get(0).asString())
                .isEqualTo("melun-almont");
        assertThat(outcomes(shown(id(closed)))).containsExactly("MOVED");
        open(closed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "site":"melun","rooms":["melun-seine"]     | 2027-10-01T00:00 | 2027-10-02T00:00 | site
            "x":1                                      | 2027-10-01T00:00 | 2027-10-02T00:00 | x
            "site":"nowhere"                           | 2027-10-01T00:00 | 2027-10-02T00:00 | site
            "rooms":["melun-seine","chelles-visio"]    | 2027-10-01T00:00 | 2027-10-02T00:00 | rooms
            "rooms":["melun-seine","no-such-room"]     | 2027-10-01T00:00 | 2027-10-02T00:00 | rooms[1]
            "rooms":[]                                 | 2027-10-01T00:00 | 2027-10-02T00:00 | rooms
            "site":"melun"                             | 2027-10-02T00:00 | 2027-10-02T00:00 | to
            "site":"melun"                             | 2027-10-02T00:00 | 2029-10-02T00:00 | to
            "site":"melun"                             | 2026-03-01T00:00 | 2026-03-02T00:00 | to
            "site":"melun"                             | yesterday        | 2027-10-02T00:00 | from
            """)
    void refusesWhatMakesNoSenseAndNamesTheField(String where, String from, String to, String field) {
        HttpResponse<String> refused = as(ADMIN).post(CLOSURES, closure(where, from, to, "KEEP"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"" + field + '"');
    }

    @Test
    void onlyWhoManagesTheSiteMayShutIt() {
        String melun = closure("\"site\":\"melun\"", "2027-10-04T00:00", "2027-10-05T00:00", "KEEP");
        String chelles = closure(rooms("chelles-visio"), "2027-10-04T00:00", "2027-10-05T00:00", "KEEP");

        assertThat(as(CAMILLE).post(CLOSURES, melun).statusCode()).isEqualTo(403);
        assertThat(as(MANAGER).post(CLOSURES, chelles).statusCode()).isEqualTo(403);
        assertThat(as(MANAGER).post(CLOSURES + "?dryRun=true", chelles).statusCode())
                .isEqualTo(403);
        JsonNode theirs = made(ADMIN, chelles);
        assertThat(as(MANAGER).get(CLOSURES + "/" + id(theirs)).statusCode()).isEqualTo(404);
        assertThat(as(MANAGER).delete(CLOSURES + "/" + id(theirs)).statusCode()).isEqualTo(404);
        assertThat(as(MANAGER).get(CLOSURES).body()).doesNotContain(id(theirs));
        assertThat(as(ADMIN).get(CLOSURES + "?site=chelles").body()).contains(id(theirs));
        open(theirs);
    }

    /** Each booking of the race either is among what the closure hits, or was refused; none slips past both. */
    @ParameterizedTest
    @CsvSource({"2027-10-11, KEEP", "2027-10-12, CANCEL", "2027-10-13, KEEP"})
    void ofAClosureAndABookingAtOnceOneWins(String day, String then) {
        List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
        for (int hour = 8; hour < 18; hour++) {
            String start = "%sT%02d:00".formatted(day, hour);
            calls.add(() -> as(NADIA)
                    .post(
                            BookingBody.BOOKINGS,
                            BookingBody.at(start, "melun-atelier").toString()));
        }
        calls.add(() ->
                as(MANAGER).post(CLOSURES, closure(rooms("melun-atelier"), day + "T00:00", day + "T23:00", then)));

        List<HttpResponse<String>> answers = Together.all(calls);

        HttpResponse<String> closing = answers.remove(answers.size() - 1);
        assertThat(closing.statusCode()).as(closing.body()).isEqualTo(201);
        JsonNode closed = settled(id(TestClient.json(closing)), "IN_FORCE");
        Set<String> hit = StreamSupport.stream(closed.get("affected").spliterator(), false)
                .map(each -> each.get("booking").asString())
                .collect(Collectors.toSet());
        Set<String> booked = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .map(answer -> id(TestClient.json(answer)))
                .collect(Collectors.toSet());
        assertThat(answers).allMatch(answer -> Set.of(201, 409, 422).contains(answer.statusCode()));
        assertThat(hit).isEqualTo(booked);
        open(closed);
    }

    @Test
    void treatsHundredsOfBookingsAndBringsThemBack() {
        List<String> starts = IntStream.range(0, MANY)
                .mapToObj(i -> LocalDateTime.parse("2027-11-02T08:00")
                        .plusDays(i / 100)
                        .plusMinutes(5L * (i % 100))
                        .toString())
                .toList();
        starts.forEach(start -> BookingBody.at(start, "melun-visio")
                .with("headcount", "2")
                .lasting("PT5M")
                .bookedBy(as(CAMILLE)));
        Instant begun = Instant.now();
        HttpResponse<String> response = as(MANAGER)
                .post(CLOSURES, closure(rooms("melun-visio"), "2027-11-02T00:00", "2027-11-06T00:00", "CANCEL"));
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));

        JsonNode closed = settled(id(TestClient.json(response)), "IN_FORCE");
        assertThat(outcomes(closed)).hasSize(MANY).containsOnly("CANCELLED");
        assertThat(closed.get("pending").asInt()).isZero();
        open(closed);
        assertThat(outcomes(settled(id(closed), "ENDED"))).hasSize(MANY).containsOnly("RESTORED");
    }

    @Test
    void takesUpAgainWhatACrashLeftUndone() {
        JsonNode hit = BookingBody.at("2027-11-15T14:00", "melun-seine").bookedBy(as(CAMILLE));
        ClosurePlan plan = new ClosurePlan(
                new SiteId("melun"),
                List.of(),
                LocalDateTime.parse("2027-11-15T00:00"),
                LocalDateTime.parse("2027-11-16T00:00"),
                "Inondation",
                OnBookings.CANCEL);
        documents.add(new SiteClosure(
                "left-undone",
                plan,
                accounts.person(new EmailAddress(MANAGER)).orElseThrow().id(),
                clock.instant(),
                Instant.parse("2027-11-15T23:00:00Z"),
                ClosureStep.BLOCKING,
                1,
                Optional.empty()));

        JsonNode closed = settled("left-undone", "IN_FORCE");

        assertThat(outcomes(closed)).containsExactly("CANCELLED");
        assertThat(booking(hit).get("state").asString()).isEqualTo("CANCELLED");
        open(closed);
    }

    private SiteClosure inForce(String id, String site, String reason) {
        ClosurePlan plan = new ClosurePlan(
                new SiteId(site),
                List.of(),
                LocalDateTime.parse("2027-11-20T20:00"),
                LocalDateTime.parse("2027-11-20T21:00"),
                reason,
                OnBookings.KEEP);
        return new SiteClosure(
                id,
                plan,
                accounts.person(new EmailAddress(ADMIN)).orElseThrow().id(),
                clock.instant(),
                Instant.parse("2027-11-20T20:00:00Z"),
                ClosureStep.IN_FORCE,
                0,
                Optional.empty());
    }

    @Test
    void aSiteThatHasAsManyAsItMayGetsNoMoreUntilOneEnds() {
        for (int i = 0; i < 200; i++) {
            assertThat(documents.add(inForce("full" + i, "rebais", "Peinture " + i), 200, clock.instant()))
                    .isTrue();
        }
        String another = closure("\"site\":\"rebais\"", "2027-11-22T00:00", "2027-11-23T00:00", "KEEP");

        HttpResponse<String> refused = as(ADMIN).post(CLOSURES, another);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"site\"");
        assertThat(as(ADMIN).post(CLOSURES + "?dryRun=true", another).statusCode())
                .isEqualTo(200);
        assertThat(as(ADMIN).delete(CLOSURES + "/full7").statusCode()).isEqualTo(204);
        settled("full7", "ENDED");
        open(made(ADMIN, another));
    }

    @Test
    void anAnswerThatIsCutSaysSoAndTheRestIsFoundPageByPage() {
        documents.add(inForce("long", "trilport", "Inventaire"));
        Interval hour = Interval.of(Instant.parse("2027-11-20T19:00:00Z"), Duration.ofHours(1));
        List<AffectedDate> hit = IntStream.range(0, 1_001)
                .mapToObj(i -> new AffectedDate(
                        "long",
                        new DateName(new BookingId("%032x".formatted(i)), hour.start()),
                        accounts.idOf(new EmailAddress(CAMILLE)),
                        false,
                        List.of(new RoomId("trilport-visio")),
                        hour,
                        DateFate.pending(BookingState.CONFIRMED).ending(ClosureOutcome.KEPT)))
                .toList();
        documents.addDates(hit);

        assertThat(shown("long").get("affected")).hasSize(1000);
        assertThat(shown("long").get("total").asInt()).isEqualTo(1001);
        Set<String> found = new HashSet<>();
        String path = CLOSURES + "/long/affected?limit=500";
        for (String next = ""; next != null; ) {
            JsonNode page = TestClient.json(as(ADMIN).get(path + (next.isEmpty() ? "" : "&cursor=" + next)));
            page.get("items").forEach(each -> found.add(each.get("booking").asString()));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }
        assertThat(found).hasSize(1001);
        assertThat(as(MANAGER).get(path).statusCode()).isEqualTo(404);
        AffectedDates tried = AffectedDates.tried(hit);
        assertThat(tried.affected()).hasSize(1000);
        assertThat(tried.total()).isEqualTo(1001);
        TestClient browser = browserOf(ADMIN);
        assertThat(browser.get("/closures/long").body())
                .contains("1 to 200 of 1,001")
                .contains("from=200");
        assertThat(browser.get("/closures/long?from=1000").body()).contains("1,001 to 1,001 of 1,001");
    }
}
