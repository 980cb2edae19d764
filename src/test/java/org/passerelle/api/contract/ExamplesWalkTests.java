package org.passerelle.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.account.AccountId;
import org.passerelle.api.contract.ContractDocument.Operation;
import org.passerelle.api.contract.DocumentedClient.Answer;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.closure.model.ClosureType;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.closure.model.SiteClosure.ClosureStep;
import org.passerelle.closure.mongo.ClosureDocuments;
import org.passerelle.directory.Directories;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;
import org.passerelle.platform.digest.Digests;
import org.passerelle.reception.call.CallOutcome;
import org.passerelle.reception.call.HelpCalls;
import org.passerelle.reception.call.HelpKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends the examples of the document to the running program, which must take them, and calls every operation well. */
@DirtiesContext // It changes the accounts and the directory under those who share the program.
class ExamplesWalkTests extends HttpTest {

    /** A key of Jitsi's tokens that was replaced, as another start of the program has left it. */
    private static final String FORMER_KEY = "former-key";

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private HelpCalls helpCalls;

    @Autowired
    private Directories directories;

    private ContractDocument document;
    private DocumentedClient camille;
    private DocumentedClient manager;
    private DocumentedClient admin;
    private DocumentedClient anybody;

    @BeforeEach
    void makeClients() {
        document = new ContractDocument(anonymous().get("/v3/api-docs").body());
        camille = new DocumentedClient(document, as(CAMILLE));
        manager = camille.as(as(MANAGER));
        admin = camille.as(as(ADMIN));
        anybody = camille.as(anonymous());
    }

    @Test
    void eachOperationTakesItsExampleAndAnswersWhatIsDocumented() {
        lookAround();
        bookAndWait();
        decide();
        meet();
        letJitsiAsk();
        publish();
        keepAccounts();
        nameDeputies();
        keepDevices();
        closeRooms();
        save();
        keepTheDirectory();

        Set<String> all =
                document.operations().stream().map(Operation::id).collect(Collectors.toCollection(TreeSet::new));
        assertThat(camille.called()).containsAll(all);
    }

    private void lookAround() {
        for (String list : List.of(
                "me.me",
                "export.export",
                "mailChoices.show",
                "sites.list",
                "rooms.list",
                "bookingList.list",
                "audit.list")) {
            camille.request(list).expect(200);
        }
        camille.request("mailChoices.choose").withExample().expect(200);
        camille.request("sites.get").with("id", "melun").expect(200);
        admin.request("siteTasks.list")
                .with("id", "roissy")
                .with("from", "2026-12-01")
                .with("to", "2026-12-07")
                .expect(200);
        camille.request("rooms.get").with("id", "melun-seine").expect(200);
        camille.request("roomRights.rights").with("id", "melun-seine").expect(200);
        manager.request("roomPhotos.put")
                .with("id", "melun-seine")
                .withBytes(picture(), "image/png")
                .expect(200);
        manager.request("roomPhotos.put")
                .with("id", "melun-seine")
                .withBytes(new byte[] {1}, "image/png")
                .expect(400);
        camille.request("roomPhotos.get").with("id", "melun-seine").expect(200);
        manager.request("roomPhotos.remove").with("id", "melun-seine").expect(204);
        camille.request("roomSearch.find").withExample().expect(200);
        camille.request("conference.plan").withExample().expect(200);
        anybody.request("conferenceMapper.map").with("id", "123456").expect(200);
        anybody.request("key.set").expect(200);
    }

    private static byte[] picture() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void bookAndWait() {
        Answer booked = camille.request("bookings.book").withExample().expect(201);
        String id = booked.text("id");
        assertThat(booked.header("Location")).endsWith(id);
        camille.request("bookings.one").with("id", id).expect(200);
        camille.request("busy.busy")
                .with("id", "melun-seine")
                .with("from", "2026-12-01T00:00:00Z")
                .with("to", "2026-12-02T00:00:00Z")
                .expect(200);
        camille.request("calendars.booking").with("id", id).expect(200);
        camille.request("bookingConference.show").with("id", id).expect(200);
        camille.request("guests.name").with("id", id).withExample().expect(200);
        camille.request("guests.list").with("id", id).expect(200);
        Answer expected = manager.request("guests.expected")
                .with("id", "melun")
                .with("date", "2026-12-01")
                .expect(200);
        String guest = expected.json().at("/items/0/guests/0/id").asString();
        assertThat(helpCalls.call(
                        directories.current().room(new RoomId("melun-seine")).orElseThrow(), HelpKind.DEVICES, "walk"))
                .isEqualTo(CallOutcome.CALLED);
        String call = manager.request("helpCalls.list")
                .with("id", "melun")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asString();
        manager.request("helpCalls.answer")
                .with("id", "melun")
                .with("call", call)
                .expect(204);
        for (String arrival : List.of("guestArrivals.note", "guestArrivals.undo")) {
            manager.request(arrival)
                    .with("id", "melun")
                    .with("guest", guest)
                    .with("date", "2026-12-01")
                    .expect(204);
        }
        camille.request("bookingConference.renew").with("id", id).withExample().expect(200);
        DocumentedClient nadia = camille.as(as(NADIA));
        String wait = nadia.request("waitlist.join").withExample().expect(201).text("id");
        nadia.request("waitlist.mine").expect(200);
        nadia.request("waitlist.one").with("id", wait).expect(200);
        nadia.request("waitlist.leave").with("id", wait).expect(204);
        camille.request("occurrences.change")
                .with("id", id)
                .with("recurrenceId", "2026-12-08T08:00:00Z")
                .withExample()
                .expect(200);
        camille.request("occurrences.drop")
                .with("id", id)
                .with("recurrenceId", "2026-12-22T08:00:00Z")
                .expect(204);
        camille.request("bookings.change").with("id", id).withExample().expect(200);
        camille.request("handOver.handOver").with("id", id).withExample().expect(200);
        camille.as(as(LOUIS)).request("bookings.cancel").with("id", id).expect(204);
    }

    /** In a room whose manager is asked. */
    private void decide() {
        String first = order("2026-12-02T14:00", "val-d-europe-amphitheatre").text("id");
        String second = order("2026-12-03T14:00", "val-d-europe-amphitheatre").text("id");
        admin.request("bookingList.requests").with("site", "val-d-europe").expect(200);
        admin.request("bookingActions.ask").with("id", first).withExample().expect(200);
        camille.request("bookingActions.answer").with("id", first).withExample().expect(200);
        admin.request("bookingActions.approve").with("id", first).withExample().expect(200);
        admin.request("bookingActions.decline").with("id", second).withExample().expect(200);
    }

    private void meet() {
        String hold = camille.request("bookings.book")
                .withJson(json(order("2026-12-04T14:00", "\"hold\":\"PT10M\"", "rebais-visio")))
                .expect(201)
                .text("id");
        camille.request("bookingActions.confirm").with("id", hold).expect(200);
        String id = order("2026-03-25T10:15", "rebais-visio").text("id");
        camille.request("bookingActions.checkIn").with("id", id).expect(200);
        clock.advance(Duration.ofMinutes(20));
        camille.request("bookingActions.extend")
                .with("id", id)
                .withJson(json("{\"until\":\"2026-03-25T11:30:00+01:00\"}"))
                .expect(200);
        camille.request("bookingActions.end").with("id", id).expect(200);
    }

    /** Two organisers are offered other rooms; one takes them, one does not. */
    private void closeRooms() {
        order("2027-01-12T14:00", "melun-atelier");
        order("2027-01-12T16:00", "melun-atelier");
        String id = manager.request("closures.close").withExample().expect(201).text("id");
        await().until(() -> camille.request("moveOffers.list")
                        .expect(200)
                        .json()
                        .get("items")
                        .size()
                == 2);
        JsonNode offers = camille.request("moveOffers.list").expect(200).json().get("items");
        camille.request("moveOffers.take")
                .with("id", offers.get(0).get("id").asString())
                .expect(200);
        camille.request("moveOffers.decline")
                .with("id", offers.get(1).get("id").asString())
                .expect(204);
        manager.request("closures.list").expect(200);
        manager.request("closures.get").with("id", id).expect(200);
        manager.request("closures.affected").with("id", id).expect(200);
        manager.request("closures.end").with("id", id).expect(204);
        new ClosureDocuments(mongo).add(foundDay());
        manager.request("closures.treat")
                .with("id", foundDay().id())
                .withExample()
                .expect(200);
    }

    /** As the program finds it when a file of public holidays has changed. */
    private SiteClosure foundDay() {
        ClosurePlan plan = new ClosurePlan(
                new SiteId("melun"),
                List.of(),
                LocalDateTime.parse("2027-05-07T00:00"),
                LocalDateTime.parse("2027-05-08T00:00"),
                "Pont",
                OnBookings.KEEP,
                ClosureType.RULE);
        return new SiteClosure(
                "found-day",
                plan,
                new AccountId("program"),
                clock.instant(),
                clock.instant().plus(Duration.ofDays(500)),
                ClosureStep.ASKING,
                0,
                Optional.empty());
    }

    /** Whoever booked has the best place in one press. */
    private void save() {
        String id = order("2027-01-19T14:00", "melun-atelier").text("id");
        camille.request("rescue.show").with("id", id).expect(200);
        camille.request("rescue.move").with("id", id).withExample().expect(200);
    }

    /** With the keys that it has: its server's own, the token of a host, and none for what everybody may read. */
    private void letJitsiAsk() {
        String id = book(order("2026-03-25T11:45", "\"conference\":{\"provider\":\"jitsi\"}", "rebais-visio"))
                .text("id");
        Answer told = camille.request("bookingConference.show").with("id", id).expect(200);
        String name = told.text("room");
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-03-25T10:40:00Z")));
        DocumentedClient prosody = camille.as(anonymous().withBearer("demo-reservation-key"));
        Answer started = prosody.request("reservation.start")
                .with("name", name)
                .with("mail_owner", "kim@meet.example")
                .expect(200);
        assertThat(started.text("name")).isEqualTo(name);
        prosody.request("reservation.find").with("id", started.text("id")).expect(200);
        prosody.request("reservation.closed").with("id", started.text("id")).expect(200);
        Answer suites = camille.as(anonymous().withBearer(hostToken(told)))
                .request("suiteSearch.search")
                .with("query", "")
                .expect(200);
        assertThat(suites.json()).hasSize(1);
        mongo.getCollection("jitsi_keys").insertOne(formerKey());
        anybody.request("key.key").with("digest", Digests.hex(FORMER_KEY)).expect(200);
        assertThat(anybody.request("key.set").expect(200).json().get("keys")).hasSize(1);
    }

    /** Where pressing the button on the page of their link sends whoever booked it. */
    private String hostToken(Answer told) {
        String page = URI.create(told.text("joinUrl")).getPath();
        String address = anonymous()
                .postForm(page, Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return address.replaceAll(".*#jwt=%22([^&%]+)%22.*", "$1");
    }

    private Document formerKey() {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            String base64 =
                    Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
            return new Document("_id", FORMER_KEY)
                    .append("pem", "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n")
                    .append("until", Date.from(clock.instant().plus(Duration.ofDays(1))));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private void publish() {
        Answer feed = camille.request("feeds.create").withExample().expect(201);
        camille.request("feeds.list").expect(200);
        Answer rotated =
                camille.request("feeds.rotate").with("id", feed.text("id")).expect(200);
        String secret = URI.create(rotated.text("url")).getPath().replaceAll("/feeds/|\\.ics", "");
        String tag = anybody.request("calendars.feed")
                .with("token", secret)
                .expect(200)
                .header("ETag");
        anybody.request("calendars.feed")
                .with("token", secret)
                .with("If-None-Match", tag)
                .expect(304);
        for (String door : List.of("freeBusy.freeBusy", "freeBusy.freeBusy_1")) {
            anybody.request(door)
                    .with("room", "melun-seine")
                    .with("token", secret)
                    .expect(200);
        }
        camille.request("feeds.revoke").with("id", feed.text("id")).expect(204);
        tellPrograms();
        String made = manager.request("imports.add").withExample().expect(201).text("id");
        manager.request("imports.list").expect(200);
        manager.request("imports.refresh").with("id", made).expect(200);
        manager.request("imports.remove").with("id", made).expect(204);
    }

    private void tellPrograms() {
        String webhook =
                camille.request("webhooks.create").withExample().expect(201).text("id");
        camille.request("webhooks.list").expect(200);
        order("2026-12-07T14:00", "melun-seine");
        await().until(() -> camille.request("webhooks.one")
                        .with("id", webhook)
                        .expect(200)
                        .json()
                        .get("waiting")
                        .asInt()
                > 0);
        camille.request("webhooks.deliveries").with("id", webhook).expect(200);
        camille.request("webhooks.redeliver")
                .with("id", webhook)
                .with("delivery", "1")
                .expect(202);
        camille.request("webhooks.resume").with("id", webhook).expect(202);
        camille.request("webhooks.end").with("id", webhook).expect(204);
    }

    /** Sam, by the password that the example has changed it to; and somebody who never had an account. */
    private void eraseSomebody() {
        TestClient sam = anonymous().withBasic("sam@cabinet-seine.example", "quatre chevaux dans la brume");
        camille.as(sam).request("ownErasure.erase").withExample().expect(200);
        String id = admin.request("erasures.erase").withExample().expect(201).text("id");
        admin.request("erasures.get").with("id", id).expect(200);
        admin.request("erasures.list").expect(200);
    }

    private void keepAccounts() {
        Answer token = camille.request("tokens.create").withExample().expect(201);
        TestClient byToken = anonymous().withBearer(token.text("token"));
        camille.as(byToken).request("tokens.list").expect(200);
        camille.request("tokens.revoke").with("id", token.text("id")).expect(204);
        camille.request("tokens.revokeAll").expect(204);
        browserOf(CAMILLE);
        Answer sessions = camille.request("sessions.list").expect(200);
        camille.request("sessions.end")
                .with("id", sessions.json().at("/items/0/id").asString())
                .expect(204);
        admin.request("organisations.put")
                .with("id", "cabinet-seine")
                .withExample()
                .expect(200);
        admin.request("organisations.list").expect(200);
        admin.request("organisations.get").with("id", "cabinet-seine").expect(200);
        admin.request("people.put")
                .with("email", "sam@cabinet-seine.example")
                .withExample()
                .expect(200);
        admin.request("people.list").expect(200);
        admin.request("people.get").with("email", "sam@cabinet-seine.example").expect(200);
        String first = document.operation("people.put")
                .node()
                .at("/requestBody/content/application~1json/example/password")
                .asString();
        camille.as(anonymous().withBasic("sam@cabinet-seine.example", first))
                .request("me.changePassword")
                .withExample()
                .expect(204);
        admin.request("copies.make").withExample().expect(200);
        admin.request("copies.list").expect(200);
        eraseSomebody();
        admin.request("people.remove")
                .with("email", "sam@cabinet-seine.example")
                .expect(204);
        admin.request("organisations.remove").with("id", "cabinet-seine").expect(204);
    }

    private void nameDeputies() {
        camille.request("myDeputies.name").with("email", LOUIS).withExample().expect(200);
        camille.request("myDeputies.list").expect(200);
        camille.request("deputyRecord.list").expect(200);
        camille.as(as(LOUIS)).request("myDeputies.principals").expect(200);
        camille.as(as(LOUIS))
                .request("myDeputies.resign")
                .with("principal", CAMILLE)
                .expect(204);
        camille.request("myDeputies.end").with("email", LOUIS).expect(204);
        camille.request("absence.treat").with("dryRun", "true").withExample().expect(200);
        for (String kind : List.of("Person", "Organisation")) {
            String name = kind.equals("Person") ? "email" : "id";
            String whose = kind.equals("Person") ? CAMILLE : "atelier-brie";
            admin.request("deputies.nameFor" + kind)
                    .with(name, whose)
                    .with("deputy", LOUIS)
                    .withExample()
                    .expect(200);
            admin.request("deputies.of" + kind).with(name, whose).expect(200);
            admin.request("deputies.endFor" + kind)
                    .with(name, whose)
                    .with("deputy", LOUIS)
                    .expect(204);
        }
    }

    private void keepDevices() {
        manager.request("suites.list").expect(200);
        for (String test : List.of("suites.testCodec", "suites.testLine")) {
            manager.request(test).with("room", "melun-telepresence").expect(200);
        }
        admin.request("credentials.put")
                .with("name", "codec-of-the-walk")
                .withExample()
                .expect(204);
        admin.request("credentials.list").expect(200);
        admin.request("credentials.remove").with("name", "codec-of-the-walk").expect(204);
        admin.request("availabilityAdmin.check").expect(200);
    }

    /** Its example is another network, in whose way the bookings of this one stand; nothing else is wrong with it. */
    private void keepTheDirectory() {
        String file = admin.request("directory.get").expect(200).response().body();
        Answer kept = admin.request("directory.put").withText(file).expect(200);

        assertThat(kept.json().get("changed").asBoolean(true)).isFalse();
        Answer other = admin.request("directory.put").withExample().expect(400);
        assertThat(other.json().get("errors"))
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.get("message").asString()).contains("has bookings now or later"));
        admin.request("directory.put")
                .withText(file.replace("name: Salle Seine,", "name: Salle de la Seine,"))
                .expect(200);
        Answer versions = admin.request("versions.list").expect(200);
        String former = versions.json().at("/items/1/version").asString();
        String latest = versions.json().at("/items/0/version").asString();
        admin.request("versions.get").with("version", former).expect(200);
        Answer changes =
                admin.request("versions.changes").with("version", latest).expect(200);
        assertThat(changes.json().at("/changes/0/after").asString()).isEqualTo("Salle de la Seine");
        admin.request("versions.revert").with("version", former).expect(200);
        keepParts();
        assertThat(admin.request("directory.get").expect(200).response().body()).isEqualTo(file);
    }

    /** An operator, their site and a room of another, each added, read, changed under its tag, and removed. */
    private void keepParts() {
        keepPart("adminOperators", "ville-de-provins");
        admin.request("adminOperators.add").withExample().expect(201);
        keepPart("adminSites", "provins");
        admin.request("adminOperators.remove").with("id", "ville-de-provins").expect(204);
        keepPart("adminRooms", "trilport-quai");
    }

    private void keepPart(String kind, String id) {
        Answer added = admin.request(kind + ".add").withExample().expect(201);
        assertThat(added.header("Location")).endsWith("/" + id);
        admin.request(kind + ".list").expect(200);
        String tag = admin.request(kind + ".get").with("id", id).expect(200).header("ETag");
        assertThat(added.header("ETag")).isEqualTo(tag);
        admin.request(kind + ".replace")
                .with("id", id)
                .with("If-Match", tag)
                .withExample()
                .expect(200);
        admin.request(kind + ".remove").with("id", id).with("If-Match", tag).expect(412);
        admin.request(kind + ".remove").with("id", id).expect(204);
    }

    private Answer order(String start, String room) {
        return book(order(start, "\"headcount\":2", room));
    }

    private Answer book(String order) {
        return camille.request("bookings.book").withJson(json(order)).expect(201);
    }

    private static String order(String start, String more, String room) {
        return """
                {"title":"Walk","start":"%s","timeZone":"Europe/Paris","duration":"PT1H","rooms":["%s"],%s}""".formatted(start, room, more);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
