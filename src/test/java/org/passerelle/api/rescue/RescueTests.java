package org.passerelle.api.rescue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.ReplaceOptions;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.Together;
import org.passerelle.api.BookingBody;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.due.DueTime;
import org.passerelle.booking.due.TimedAction;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.mail.smtp.SentMails;
import org.passerelle.mail.smtp.SpooledMail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** Meetings whose rooms fail, by API, mail and page, in the spring of 2028, in which no other test books. */
@DirtiesContext // It shuts rooms and breaks devices for all who share the program.
class RescueTests extends HttpTest {

    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+(/rescue/[a-z0-9-]+)");

    @Autowired
    private SentMails sent;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private ReadingBookings reading;

    @Autowired
    private List<TimedAction> actions;

    private static String path(JsonNode booking) {
        return BookingBody.BOOKINGS + "/" + id(booking) + "/rescue";
    }

    private static String id(JsonNode made) {
        return made.get("id").asString();
    }

    private JsonNode shown(String email, JsonNode booking, String query) {
        HttpResponse<String> response = as(email).get(path(booking) + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return TestClient.json(response);
    }

    private JsonNode closed(String rooms, String from, String to, String more) {
        HttpResponse<String> response = as(MANAGER)
                .post(
                        "/api/v1/closures",
                        "{\"rooms\":[\"%s\"],\"from\":\"%s\",\"to\":\"%s\",\"reason\":\"Dégât des eaux\"%s}"
                                .formatted(rooms, from, to, more));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        String closure =
                "/api/v1/closures/" + TestClient.json(response).get("id").asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> TestClient.json(as(MANAGER).get(closure))
                        .get("state")
                        .asString()
                        .equals("IN_FORCE"));
        return TestClient.json(as(MANAGER).get(closure));
    }

    private void open(JsonNode closure) {
        as(MANAGER).delete("/api/v1/closures/" + id(closure));
    }

    private List<SpooledMail> mails(String to, String about) {
        return sent.to(to, subject -> subject.contains(about));
    }

    private SpooledMail mail(String to, String about) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !mails(to, about).isEmpty());
        assertThat(mails(to, about)).hasSize(1);
        return mails(to, about).get(0);
    }

    private static String link(SpooledMail mail) {
        Matcher link = LINK.matcher(mail.text("text/plain").orElseThrow());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private JsonNode date(JsonNode booking) {
        return TestClient.json(as(CAMILLE).get(BookingBody.BOOKINGS + "/" + id(booking)))
                .get("occurrences")
                .get(0);
    }

    @Test
    void aFloodIsSavedInOnePressNextDoor() {
        JsonNode booking = BookingBody.at("2028-03-07T14:00", "melun-seine").bookedBy(as(CAMILLE));

        JsonNode plan = shown(MANAGER, booking, "");

        assertThat(plan.get("failed").get(0).get("room").asString()).isEqualTo("melun-seine");
        assertThat(plan.get("failed").get(0).get("cause").asString()).isEqualTo("REPORTED");
        assertThat(plan.has("recurrenceId")).isFalse();
        JsonNode best = plan.get("moves").get(0);
        assertThat(best.get("kind").asString()).isEqualTo("SAME_SITE");
        assertThat(plan.get("moves")).as("each place once").doesNotHaveDuplicates();
        HttpResponse<String> moved = as(MANAGER).post(path(booking), "{\"failed\":[\"melun-seine\"]}");
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        assertThat(date(booking).get("rooms")).isEqualTo(best.get("rooms"));
        assertThat(date(booking).get("start")).isEqualTo(best.get("from"));
        assertThat(date(booking).get("rooms").toString())
                .doesNotContain("melun-seine")
                .doesNotContain("melun-grand-salon");
    }

    @Test
    void askedOnceMoreItMovesNothingAgain() {
        JsonNode booking = BookingBody.at("2028-03-23T14:00", "melun-almont").bookedBy(as(CAMILLE));
        assertThat(as(CAMILLE).post(path(booking), "").statusCode()).isEqualTo(200);
        assertThat(date(booking).get("rooms").get(0).asString())
                .as("nothing is known to fail")
                .isEqualTo("melun-almont");
        JsonNode closure = closed("melun-almont", "2028-03-23T08:00", "2028-03-23T20:00", ",\"type\":\"FAILURE\"");

        assertThat(as(CAMILLE).post(path(booking), "").statusCode()).isEqualTo(200);
        JsonNode moved = date(booking);
        assertThat(moved.get("rooms").get(0).asString()).isNotEqualTo("melun-almont");
        assertThat(as(CAMILLE).post(path(booking), "").statusCode()).isEqualTo(200);

        assertThat(date(booking)).isEqualTo(moved);
        open(closure);
    }

    @Test
    void ofASeriesTheDateIsNamed() {
        JsonNode series = BookingBody.at("2028-03-14T18:00", "melun-almont")
                .every("FREQ=WEEKLY;COUNT=2")
                .bookedBy(as(CAMILLE));

        HttpResponse<String> refused = as(CAMILLE).post(path(series), "{\"failed\":[\"melun-almont\"]}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"recurrenceId\"");
        assertThat(as(NADIA)
                        .post(path(series), "{\"failed\":[\"melun-almont\"]}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void onlyTheRoomThatFailedIsLeftAndTheOthersStay() {
        JsonNode booking = BookingBody.at("2028-03-08T14:00", "melun-visio", "chelles-visio")
                .with("conference", "{\"provider\":\"jitsi\"}")
                .bookedBy(as(CAMILLE));

        JsonNode plan = shown(CAMILLE, booking, "?room=chelles-visio");

        assertThat(plan.get("failed")).hasSize(1);
        JsonNode best = plan.get("moves").get(0);
        assertThat(best.get("rooms").toString()).contains("melun-visio").doesNotContain("chelles-visio");
        String before = as(CAMILLE)
                .get(BookingBody.BOOKINGS + "/" + id(booking) + "/conference")
                .body();
        assertThat(as(CAMILLE)
                        .post(path(booking), "{\"failed\":[\"chelles-visio\"]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(date(booking).get("rooms")).isEqualTo(best.get("rooms"));
        assertThat(as(CAMILLE)
                        .post(path(booking), "{\"failed\":[\"chelles-visio\"]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(date(booking).get("rooms")).as("moved once").isEqualTo(best.get("rooms"));
        assertThat(date(booking).get("start")).isEqualTo(best.get("from"));
        JsonNode after = TestClient.json(as(CAMILLE).get(BookingBody.BOOKINGS + "/" + id(booking) + "/conference"));
        assertThat(before).contains(after.get("joinUrl").asString());
        List<String> connected = new ArrayList<>();
        after.get("rooms").forEach(room -> connected.add(room.get("room").asString()));
        assertThat(connected).contains("melun-visio").doesNotContain("chelles-visio");
    }

    @Test
    void anotherTimeIsOneAtWhichAllPartiesHaveARoomAtTheirSites() {
        JsonNode booking = BookingBody.at("2028-03-09T15:00", "melun-telepresence", "montreal-telepresence")
                .bookedBy(as(CAMILLE));
        HttpResponse<String> shut = as(ADMIN).post("/api/v1/closures", """
            {"site":"montreal","from":"2028-03-09T00:00","to":"2028-03-10T00:00","reason":"Neige"}
            """);
        assertThat(shut.statusCode()).isEqualTo(201);

        List<JsonNode> others = new ArrayList<>();
        shown(CAMILLE, booking, "").get("moves").forEach(move -> {
            if (move.get("kind").asString().equals("ANOTHER_TIME")) {
                others.add(move);
            }
        });

        assertThat(others).isNotEmpty().allSatisfy(move -> {
            assertThat(move.get("rooms").toString()).contains("melun-", "montreal-");
            assertThat(Instant.parse(move.get("from").asString())).isAfter(Instant.parse("2028-03-10T05:00:00Z"));
        });
        as(ADMIN).delete("/api/v1/closures/" + id(TestClient.json(shut)));
    }

    @Test
    void aSiteThatIsShutLeavesTheSameTimeElsewhereOrAnotherTime() {
        JsonNode booking = BookingBody.at("2028-03-10T10:00", "rebais-visio").bookedBy(as(CAMILLE));
        HttpResponse<String> shut = as(ADMIN).post("/api/v1/closures", """
            {"site":"rebais","from":"2028-03-10T00:00","to":"2028-03-11T00:00","reason":"Panne","onBookings":"KEEP"}
            """);
        assertThat(shut.statusCode()).isEqualTo(201);

        JsonNode plan = shown(CAMILLE, booking, "");

        assertThat(plan.get("failed").get(0).get("cause").asString()).isEqualTo("CLOSED");
        assertThat(plan.get("failed").get(0).get("reason").asString()).isEqualTo("Panne");
        List<String> kinds = new ArrayList<>();
        plan.get("moves").forEach(move -> kinds.add(move.get("kind").asString()));
        assertThat(kinds)
                .contains("ANOTHER_SITE", "ANOTHER_TIME")
                .doesNotContain("SAME_SITE")
                .isSorted();
        List<String> times = new ArrayList<>();
        plan.get("moves").forEach(move -> {
            if (move.get("kind").asString().equals("ANOTHER_TIME")) {
                times.add(move.get("from").asString());
            }
        });
        assertThat(times)
                .as("at the same hour, on the first days that are open again after the weekend")
                .containsExactly("2028-03-13T09:00:00Z", "2028-03-14T09:00:00Z");
        as(ADMIN).delete("/api/v1/closures/" + id(TestClient.json(shut)));
    }

    @Test
    void aFailureOffersTheBestPlaceByMailAndOnePressTakesIt() {
        JsonNode booking = BookingBody.at("2028-03-14T14:00", "melun-seine")
                .called("Sauvetage du mardi")
                .bookedBy(as(CAMILLE));

        JsonNode closure = closed("melun-seine", "2028-03-14T08:00", "2028-03-14T20:00", ",\"type\":\"FAILURE\"");

        assertThat(closure.get("type").asString()).isEqualTo("FAILURE");
        assertThat(closure.get("affected").get(0).get("outcome").asString()).isEqualTo("OFFERED");
        SpooledMail mail = mail(CAMILLE, "Salle inutilisable\u202f: Sauvetage du mardi");
        String text = mail.text("text/plain").orElseThrow();
        assertThat(text).contains("Dégât des eaux", "Le meilleur endroit à la place", "Salle Almont");
        assertThat(mails(CAMILLE, "Modifié\u202f: Sauvetage du mardi")).isEmpty();
        String link = link(mail);
        String page = anonymous().get(link).body();
        assertThat(page).contains("Sauvetage du mardi", "Salle Almont", "2028");
        assertThat(date(booking).get("rooms").get(0).asString())
                .as("a look moves nothing")
                .isEqualTo("melun-seine");
        Matcher start = Pattern.compile("name=\"start\" value=\"([^\"]+)\"").matcher(page);
        Matcher end = Pattern.compile("name=\"end\" value=\"([^\"]+)\"").matcher(page);
        Matcher to = Pattern.compile("name=\"to\" value=\"([^\"]+)\"").matcher(page);
        assertThat(start.find() && end.find() && to.find()).isTrue();

        HttpResponse<String> pressed =
                anonymous().postForm(link, Map.of("to", to.group(1), "start", start.group(1), "end", end.group(1)));

        assertThat(pressed.statusCode()).isEqualTo(302);
        assertThat(date(booking).get("rooms").get(0).asString()).isEqualTo(to.group(1));
        assertThat(outcome(closure)).isEqualTo("MOVED");
        assertThat(as(CAMILLE).get("/api/v1/move-offers").body()).doesNotContain(id(booking));
        open(closure);
    }

    private String outcome(JsonNode closure) {
        return TestClient.json(as(MANAGER).get("/api/v1/closures/" + id(closure)))
                .get("affected")
                .get(0)
                .get("outcome")
                .asString();
    }

    @Test
    void aLinkThatWasNeverHandedOutOpensNothing() {
        JsonNode booking = BookingBody.at("2028-03-15T14:00", "melun-almont")
                .called("Lien du mercredi")
                .bookedBy(as(CAMILLE));
        JsonNode closure = closed("melun-almont", "2028-03-15T08:00", "2028-03-15T20:00", ",\"type\":\"FAILURE\"");
        String link = link(mail(CAMILLE, "Salle inutilisable\u202f: Lien du mercredi"));
        int end = link.lastIndexOf('-');

        assertThat(anonymous().get(link.substring(0, end) + "-somebody-else").statusCode())
                .isEqualTo(404);
        assertThat(anonymous().get(link.replace("-t", "-t1")).statusCode()).isEqualTo(404);
        assertThat(anonymous().get("/rescue/" + id(booking)).statusCode()).isEqualTo(404);
        as(ADMIN).delete(BookingBody.BOOKINGS + "/" + id(booking));
        open(closure);
    }

    @Test
    void whoDoesNotRunTheBookingIsToldNothing() {
        JsonNode booking = BookingBody.at("2028-03-16T14:00", "melun-seine").bookedBy(as(CAMILLE));

        assertThat(as(NADIA).get(path(booking)).statusCode()).isEqualTo(403);
        assertThat(as(NADIA).post(path(booking), "").statusCode()).isEqualTo(403);
        assertThat(browserOf(NADIA).get("/bookings/" + id(booking) + "/rescue").statusCode())
                .isEqualTo(403);
        assertThat(as(CAMILLE)
                        .get(BookingBody.BOOKINGS + "/00000000000000000000000000000000/rescue")
                        .statusCode())
                .isEqualTo(404);
        assertThat(browserOf(CAMILLE)
                        .get("/bookings/" + id(booking) + "/rescue")
                        .body())
                .contains("Move this meeting", "Salle Almont", "same site, same time");
    }

    @Test
    void ofTwoWhoSaveTheirMeetingsAtOnceEachGetsARoomOfTheirOwn() {
        JsonNode one = BookingBody.at("2028-03-17T14:00", "melun-seine").bookedBy(as(CAMILLE));
        JsonNode other = BookingBody.at("2028-03-17T14:00", "melun-almont").bookedBy(as(NADIA));
        List<Callable<HttpResponse<String>>> calls = List.of(
                () -> as(CAMILLE).post(path(one), "{\"failed\":[\"melun-seine\"]}"),
                () -> as(NADIA).post(path(other), "{\"failed\":[\"melun-almont\"]}"));

        List<HttpResponse<String>> answers = Together.all(calls);

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        JsonNode first = date(one);
        JsonNode second = TestClient.json(as(NADIA).get(BookingBody.BOOKINGS + "/" + id(other)))
                .get("occurrences")
                .get(0);
        boolean areApart = !first.get("rooms").equals(second.get("rooms"))
                || !first.get("start").equals(second.get("start"));
        assertThat(areApart).isTrue();
    }

    @Test
    void whatIsOverCannotBeMoved() {
        JsonNode booking = BookingBody.at("2028-03-20T14:00", "melun-almont").bookedBy(as(CAMILLE));
        as(CAMILLE).delete(BookingBody.BOOKINGS + "/" + id(booking));

        HttpResponse<String> refused = as(CAMILLE).post(path(booking), "");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("in-the-past");
        assertThat(as(CAMILLE).get(path(booking)).statusCode()).isEqualTo(422);
        assertThat(as(CAMILLE)
                        .post(path(booking), "{\"move\":{\"rooms\":[],\"from\":\"x\"}}")
                        .body())
                .contains("move.rooms", "move.from", "move.to");
    }

    @Test
    void aCodecThatIsDownShortlyBeforeAMeetingIsToldToWhoBookedAndToTheManagerOnce() {
        JsonNode booking = BookingBody.at("2028-03-21T14:00", "melun-telepresence", "amsterdam-telepresence")
                .called("Panne de codec")
                .with("conference", "{\"provider\":\"jitsi\"}")
                .bookedBy(as(CAMILLE));
        Booking stored = reading.find(new BookingId(id(booking))).orElseThrow();
        TimedAction watch = actions.stream()
                .filter(action -> action.kind().equals("device-watch"))
                .findFirst()
                .orElseThrow();
        List<DueTime> times = watch.times(stored, Instant.parse("2028-03-21T12:00:00Z"));
        assertThat(times)
                .extracting(DueTime::at)
                .as("before, and until some minutes after the start")
                .startsWith(Instant.parse("2028-03-21T12:30:00Z"), Instant.parse("2028-03-21T12:50:00Z"))
                .endsWith(Instant.parse("2028-03-21T13:08:00Z"));
        clock.advance(Duration.between(clock.instant(), times.get(0).at()));
        assertThat(watch.perform(stored, times.get(0))).as("all is well").isFalse();
        mongo.getCollection("codecs")
                .replaceOne(
                        new Document("_id", "melun-telepresence"),
                        new Document("_id", "melun-telepresence")
                                .append("failedAt", Date.from(clock.instant()))
                                .append("failure", "UNREACHABLE")
                                .append("failuresInARow", 3),
                        new ReplaceOptions().upsert(true));

        assertThat(watch.perform(stored, times.get(0))).isTrue();
        assertThat(watch.perform(stored, times.get(1))).isTrue();

        SpooledMail mail = mail(CAMILLE, "Équipement vidéo en panne\u202f: Panne de codec");
        mail(MANAGER, "Équipement vidéo en panne\u202f: Panne de codec");
        assertThat(shown(CAMILLE, booking, "").get("failed").get(0).get("cause").asString())
                .isEqualTo("DEVICE");
        assertThat(URI.create(link(mail)).getPath()).startsWith("/rescue/");
        mongo.getCollection("codecs").deleteOne(new Document("_id", "melun-telepresence"));
    }

    @Test
    void aMoveThatWaitsForSomebodyToAgreeIsNotCalledMoved() {
        JsonNode booking = BookingBody.at("2028-03-22T14:00", "melun-almont")
                .called("Mercredi au sec")
                .bookedBy(as(CAMILLE));
        JsonNode closure = closed("melun-almont", "2028-03-22T08:00", "2028-03-22T20:00", ",\"type\":\"FAILURE\"");
        String link = link(mail(CAMILLE, "Salle inutilisable\u202f: Mercredi au sec"));
        String start = date(booking).get("start").asString();
        String end = date(booking).get("end").asString();
        TestClient manager = browserOf(MANAGER).with("Accept-Language", "en");

        HttpResponse<String> pressed =
                anonymous().postForm(link, Map.of("to", "val-d-europe-amphitheatre", "start", start, "end", end));

        assertThat(pressed.statusCode()).isEqualTo(302);
        assertThat(anonymous().with("Accept-Language", "en").get(link + "?done").body())
                .contains("has to agree first", "Amphithéâtre")
                .doesNotContain("has been moved");
        assertThat(manager.get("/closures/" + id(closure)).body()).contains("its move is asked for");
        assertThat(outcome(closure)).isEqualTo("MOVE_ASKED");
        as(ADMIN).post(BookingBody.BOOKINGS + "/" + id(booking) + "/decline", "{\"message\":\"\"}");
        assertThat(manager.get("/closures/" + id(closure)).body()).contains("its move was not agreed to");
        assertThat(outcome(closure)).isEqualTo("NOT_MOVED");
        open(closure);
    }

    @Test
    void aCodecThatFailsOnceTheMeetingHasBegunIsToldWithoutAnOffer() {
        JsonNode booking = BookingBody.at("2028-03-22T14:00", "melun-telepresence", "amsterdam-telepresence")
                .called("Coupure en direct")
                .with("conference", "{\"provider\":\"jitsi\"}")
                .bookedBy(as(CAMILLE));
        Booking stored = reading.find(new BookingId(id(booking))).orElseThrow();
        TimedAction watch = actions.stream()
                .filter(action -> action.kind().equals("device-watch"))
                .findFirst()
                .orElseThrow();
        List<DueTime> times = watch.times(stored, Instant.parse("2028-03-22T12:00:00Z"));
        DueTime last = times.get(times.size() - 1);
        assertThat(last.latest()).isAfter(last.at());
        clock.advance(Duration.between(clock.instant(), last.at()));
        mongo.getCollection("codecs")
                .replaceOne(
                        new Document("_id", "melun-telepresence"),
                        new Document("_id", "melun-telepresence")
                                .append("failedAt", Date.from(clock.instant()))
                                .append("failure", "UNREACHABLE")
                                .append("failuresInARow", 3),
                        new ReplaceOptions().upsert(true));

        assertThat(watch.perform(stored, last)).isTrue();

        SpooledMail mail = mail(CAMILLE, "Équipement vidéo en panne\u202f: Coupure en direct");
        assertThat(mail.text("text/plain").orElseThrow()).contains("a commencé").doesNotContain("/rescue/");
        mongo.getCollection("codecs").deleteOne(new Document("_id", "melun-telepresence"));
    }
}
