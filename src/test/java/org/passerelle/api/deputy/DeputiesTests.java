package org.passerelle.api.deputy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.MutableClock;
import org.passerelle.TestClient;
import org.passerelle.account.AccountId;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.api.BookingBody;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.approval.DecisionLinks;
import org.passerelle.booking.model.BookingId;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Deputies book, change and decide for whom they stand in, as long as they do and no more than that one could. */
class DeputiesTests extends HttpTest {

    private static final String BOOKINGS = BookingBody.BOOKINGS;
    private static final String MINE = "/api/v1/me/deputies/";
    private static final String ORGANISATION = "/api/v1/admin/organisations/etude-marne/deputies/";

    @Autowired
    DecisionLinks links;

    @Autowired
    ReadingBookings reading;

    @Autowired
    Accounts accounts;

    private Colleagues etude;
    private TestClient alix;
    private TestClient dany;

    @BeforeEach
    void beginAccounts() {
        etude = new Colleagues(as(ADMIN), "etude-marne");
        etude.begin("alix", "dany", "noor");
        etude.put("chef", "SITE_MANAGER", "\"val-d-europe\"");
        alix = etude.as("alix");
        dany = etude.as("dany");
    }

    @AfterEach
    void endAccounts() {
        etude.end("alix", "dany", "noor", "chef");
    }

    private String alixAddress() {
        return '"' + etude.address("alix") + '"';
    }

    private void name(TestClient by, String path, String deputy, String terms) {
        HttpResponse<String> named = by.put(path + etude.address(deputy), terms);
        assertThat(named.statusCode()).as(named.body()).isEqualTo(200);
    }

    private static String idOf(HttpResponse<String> made) {
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return TestClient.json(made).get("id").asString();
    }

    private HttpResponse<String> forAlix(TestClient by, String start, String room) {
        return by.post(
                BOOKINGS,
                BookingBody.at(start, room).with("onBehalfOf", alixAddress()).toString());
    }

    private static int patched(TestClient by, String id) {
        return by.patch(BOOKINGS + "/" + id, "{\"title\":\"Autrement\"}").statusCode();
    }

    private static JsonNode read(TestClient by, String id) {
        return TestClient.json(by.get(BOOKINGS + "/" + id));
    }

    private static List<String> titles(HttpResponse<String> list) {
        return TestClient.json(list)
                .get("items")
                .valueStream()
                .map(each -> each.get("title").asString())
                .toList();
    }

    @Test
    void whatADeputyBooksIsThePrincipalsAndSaysWhoBookedIt() {
        name(alix, MINE, "dany", "{}");

        JsonNode made = TestClient.json(forAlix(dany, "2026-08-03T09:00", "trilport-visio"));

        assertThat(made.at("/organiser/email").asString()).isEqualTo(etude.address("alix"));
        assertThat(made.get("onBehalfOf").asString()).isEqualTo(etude.address("alix"));
        assertThat(made.get("bookedBy").asString()).isEqualTo(etude.address("dany"));
        assertThat(titles(alix.get(BOOKINGS + "?mine=true"))).containsExactly("Comité");
        assertThat(titles(dany.get(BOOKINGS + "?mine=true"))).isEmpty();
        assertThat(titles(dany.get(BOOKINGS + "?onBehalfOf=" + etude.address("alix"))))
                .containsExactly("Comité");
        await().untilAsserted(() -> assertThat(as(ADMIN)
                        .get("/api/v1/audit?booking=" + made.get("id").asString())
                        .body())
                .contains("\"" + etude.address("dany") + "\""));
    }

    @Test
    void whoeverBooksForThemselvesByNameIsNobodysDeputy() {
        JsonNode made = TestClient.json(forAlix(alix, "2026-08-03T09:00", "trilport-visio"));

        assertThat(made.get("id")).isNotNull();
        assertThat(made.get("onBehalfOf").isNull()).isTrue();
        assertThat(made.get("bookedBy").isNull()).isTrue();
    }

    @Test
    void nobodyElseBooksInSomebodysNameAndNobodyLearnsWhoIsThere() {
        name(dany, MINE, "alix", "{}"); // the wrong way round

        for (TestClient stranger : List.of(dany, etude.as("noor"), as(NADIA), etude.as("chef"), as(MANAGER))) {
            HttpResponse<String> refused = forAlix(stranger, "2026-08-03T09:00", "trilport-visio");
            HttpResponse<String> unknown = stranger.post(
                    BOOKINGS,
                    BookingBody.at("2026-08-03T09:00", "trilport-visio")
                            .with("onBehalfOf", "\"nobody@nowhere.example\"")
                            .toString());
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(TestClient.json(refused).at("/reasons/0/code").asString())
                    .isEqualTo("not-allowed");
            assertThat(TestClient.json(unknown).get("reasons"))
                    .isEqualTo(TestClient.json(refused).get("reasons"));
            assertThat(stranger.get(BOOKINGS + "?onBehalfOf=" + etude.address("alix"))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(titles(alix.get(BOOKINGS + "?mine=true"))).isEmpty();
    }

    @Test
    void whoeverRunsASiteBooksThereForAnybodyAndNowhereElse() {
        TestClient chef = etude.as("chef");
        BookingBody both =
                BookingBody.at("2026-08-04T09:00", "val-d-europe-telepresence", "fontainebleau-telepresence");
        BookingBody here = BookingBody.at("2026-08-04T09:00", "val-d-europe-telepresence");
        String louis = '"' + LOUIS + '"';

        assertThat(chef.post(BOOKINGS, both.with("onBehalfOf", louis).toString())
                        .statusCode())
                .isEqualTo(422);
        String id = idOf(chef.post(BOOKINGS, here.with("onBehalfOf", louis).toString()));

        JsonNode made = read(as(LOUIS), id);
        assertThat(made.at("/organiser/organisation").asString()).isEqualTo("atelier-brie");
        assertThat(made.get("bookedBy").asString()).isEqualTo(etude.address("chef"));
        as(LOUIS).delete(BOOKINGS + "/" + id);
    }

    @Test
    void aDeputyChangesAndCancelsUntilItEndsAndThenNothingMore() {
        String first = idOf(alix.post(
                BOOKINGS, BookingBody.at("2026-08-05T09:00", "trilport-visio").toString()));
        String second = idOf(alix.post(
                BOOKINGS, BookingBody.at("2026-08-05T11:00", "trilport-visio").toString()));
        assertThat(patched(dany, first)).isEqualTo(403);

        name(alix, MINE, "dany", "{}");
        assertThat(patched(dany, first)).isEqualTo(200);
        assertThat(dany.patch(BOOKINGS + "/" + first, "{\"start\":\"2026-08-05T14:00\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(dany.delete(BOOKINGS + "/" + second).statusCode()).isEqualTo(204);
        assertThat(forAlix(dany, "2026-08-05T16:00", "trilport-visio").statusCode())
                .isEqualTo(201);

        assertThat(alix.delete(MINE + etude.address("dany")).statusCode()).isEqualTo(204);
        assertThat(patched(dany, first)).isEqualTo(403);
        assertThat(dany.delete(BOOKINGS + "/" + first).statusCode()).isEqualTo(403);
        assertThat(forAlix(dany, "2026-08-05T18:00", "trilport-visio").statusCode())
                .isEqualTo(422);
        assertThat(dany.get(BOOKINGS + "?onBehalfOf=" + etude.address("alix")).statusCode())
                .isEqualTo(404);
        assertThat(read(alix, first).get("state").asString()).isEqualTo("CONFIRMED");
    }

    @Test
    void itEndsByItselfAtItsTimeAndBeginsNotBefore() {
        String id = idOf(alix.post(
                BOOKINGS, BookingBody.at("2026-08-06T09:00", "trilport-visio").toString()));
        String from = MutableClock.TODAY.plus(Duration.ofHours(1)).toString();
        String until = MutableClock.TODAY.plus(Duration.ofHours(2)).toString();
        name(alix, MINE, "dany", "{\"from\":\"%s\",\"until\":\"%s\"}".formatted(from, until));

        assertThat(patched(dany, id)).isEqualTo(403);
        clock.advance(Duration.ofHours(1));
        assertThat(patched(dany, id)).isEqualTo(200);
        clock.advance(Duration.ofHours(1));
        assertThat(patched(dany, id)).isEqualTo(403);
    }

    @Test
    void whatIsPrivateStaysSoUnlessThePrincipalSaysOtherwise() {
        String id = idOf(alix.post(
                BOOKINGS,
                BookingBody.at("2026-08-07T09:00", "trilport-visio")
                        .with("visibility", "\"PRIVATE\"")
                        .toString()));
        name(alix, MINE, "dany", "{}");

        assertThat(read(dany, id).get("masked").asBoolean()).isTrue();
        assertThat(patched(dany, id)).isEqualTo(403);
        assertThat(titles(dany.get(BOOKINGS + "?onBehalfOf=" + etude.address("alix"))))
                .isEmpty();

        name(alix, MINE, "dany", "{\"includesPrivate\":true}");
        assertThat(read(dany, id).get("title").asString()).isEqualTo("Comité");
        assertThat(patched(dany, id)).isEqualTo(200);

        name(alix, MINE, "dany", "{\"includesPrivate\":false}");
        assertThat(read(dany, id).get("masked").asBoolean()).isTrue();
    }

    @Test
    void aDeputyMakesNothingThatOutlastsTheDeputyship() {
        String id = idOf(alix.post(
                BOOKINGS, BookingBody.at("2026-08-10T09:00", "trilport-visio").toString()));
        name(alix, MINE, "dany", "{}");

        int handedOver = dany.post(
                        BOOKINGS + "/" + id + "/hand-over", "{\"to\":\"%s\"}".formatted(etude.address("dany")))
                .statusCode();
        int named = dany.put(
                        "/api/v1/admin/people/" + etude.address("alix") + "/deputies/" + etude.address("noor"), "{}")
                .statusCode();

        assertThat(handedOver).isEqualTo(403);
        assertThat(named).isEqualTo(403);
        assertThat(dany.patch(BOOKINGS + "/" + id, "{\"onBehalfOf\":\"%s\"}".formatted(etude.address("dany")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(read(alix, id).at("/organiser/email").asString()).isEqualTo(etude.address("alix"));
    }

    @Test
    void whatThePrincipalMayNotBookAnyMoreTheirDeputyDoesNotEither() {
        String id = idOf(alix.post(
                BOOKINGS, BookingBody.at("2026-08-19T09:00", "trilport-visio").toString()));
        name(alix, MINE, "dany", "{}");
        etude.put("alix", "GUEST", "");

        HttpResponse<String> moved = dany.patch(BOOKINGS + "/" + id, "{\"start\":\"2026-08-19T14:00\"}");

        assertThat(moved.statusCode()).isEqualTo(422);
        assertThat(TestClient.json(moved).at("/reasons/0/code").asString()).isEqualTo("not-allowed");
        assertThat(forAlix(dany, "2026-08-19T16:00", "trilport-visio").statusCode())
                .isEqualTo(422);
    }

    @Test
    void aDeputyOfADeputyStandsInForThatOneAlone() {
        String id = idOf(alix.post(
                BOOKINGS, BookingBody.at("2026-08-11T09:00", "trilport-visio").toString()));
        name(alix, MINE, "dany", "{}");
        name(dany, MINE, "noor", "{}");

        assertThat(patched(etude.as("noor"), id)).isEqualTo(403);
        assertThat(forAlix(etude.as("noor"), "2026-08-11T11:00", "trilport-visio")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aDeputyOfTheOrganisationLooksAfterWhatItsMembersBookedButPrivateOnes() {
        BookingBody body = BookingBody.at("2026-08-12T09:00", "trilport-visio");
        String open = idOf(alix.post(BOOKINGS, body.toString()));
        String closed = idOf(alix.post(
                BOOKINGS,
                BookingBody.at("2026-08-12T11:00", "trilport-visio")
                        .with("visibility", "\"PRIVATE\"")
                        .toString()));
        name(as(ADMIN), ORGANISATION, "dany", "{\"includesPrivate\":true}");

        assertThat(patched(dany, open)).isEqualTo(200);
        assertThat(patched(dany, closed)).isEqualTo(403);
        assertThat(read(dany, closed).get("masked").asBoolean()).isTrue();
        idOf(forAlix(dany, "2026-08-12T14:00", "trilport-visio"));

        assertThat(as(ADMIN).delete(ORGANISATION + etude.address("dany")).statusCode())
                .isEqualTo(204);
        assertThat(patched(dany, open)).isEqualTo(403);
        assertThat(forAlix(dany, "2026-08-12T16:00", "trilport-visio").statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoeverMovesToAnotherOrganisationIsADeputyNoMore() {
        String id = idOf(alix.post(
                BOOKINGS, BookingBody.at("2026-08-13T09:00", "trilport-visio").toString()));
        name(alix, MINE, "dany", "{\"includesPrivate\":true}");
        String elsewhere = """
                {"name":"dany","role":"MEMBER","organisation":"grand-groupe","sites":[]}""";

        as(ADMIN).put("/api/v1/admin/people/" + etude.address("dany"), elsewhere);

        assertThat(read(dany, id).get("masked").asBoolean()).isTrue();
        assertThat(patched(dany, id)).isEqualTo(403);
        assertThat(TestClient.json(alix.get("/api/v1/me/deputies"))
                        .at("/items/0/inForce")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void theDeputyOfAManagerDecidesOnRequestsAndRunsNothingElse() {
        String asked = BookingBody.at("2026-08-14T09:00", "val-d-europe-amphitheatre")
                .bookedBy(as(NADIA))
                .get("id")
                .asString();
        String other = BookingBody.at("2026-08-14T11:00", "val-d-europe-amphitheatre")
                .bookedBy(as(NADIA))
                .get("id")
                .asString();
        String firm = BookingBody.at("2026-08-14T11:00", "val-d-europe-telepresence")
                .bookedBy(as(NADIA))
                .get("id")
                .asString();
        assertThat(dany.post(BOOKINGS + "/" + asked + "/approve", "{}").statusCode())
                .isEqualTo(403);
        assertThat(read(dany, asked).get("masked").asBoolean()).isTrue();

        name(etude.as("chef"), MINE, "dany", "{}");
        assertThat(titles(dany.get("/api/v1/requests?site=val-d-europe"))).contains("Comité");
        String link = links.of(reading.find(new BookingId(other)).orElseThrow(), (AccountId)
                        accounts.person(new EmailAddress(etude.address("dany")))
                                .orElseThrow()
                                .id())
                .getPath();
        assertThat(anonymous().get(link).statusCode()).isEqualTo(200);
        HttpResponse<String> approved = dany.post(BOOKINGS + "/" + asked + "/approve", "{}");
        assertThat(approved.statusCode()).isEqualTo(200);
        assertThat(TestClient.json(approved).at("/decision/by").toString()).contains("dany");
        assertThat(dany.delete(BOOKINGS + "/" + asked).statusCode()).isEqualTo(403);
        assertThat(patched(dany, firm)).isEqualTo(403);
        assertThat(read(dany, firm).get("masked").asBoolean()).isTrue();

        etude.as("chef").delete(MINE + etude.address("dany"));
        assertThat(dany.post(BOOKINGS + "/" + other + "/decline", "{}").statusCode())
                .isEqualTo(403);
        assertThat(anonymous().get(link).statusCode()).isEqualTo(404);
        assertThat(titles(dany.get("/api/v1/requests?site=val-d-europe"))).isEmpty();
        assertThat(read(dany, asked).get("masked").asBoolean()).isTrue();
        for (String id : List.of(asked, other, firm)) {
            as(NADIA).delete(BOOKINGS + "/" + id);
        }
    }

    @Test
    void noDeputyOfAManagerDecidesOnTheirOwnRequest() {
        name(etude.as("chef"), MINE, "dany", "{}");
        String own = idOf(dany.post(
                BOOKINGS,
                BookingBody.at("2026-08-17T09:00", "val-d-europe-amphitheatre").toString()));

        assertThat(read(dany, own).get("state").asString()).isEqualTo("REQUESTED");
        assertThat(dany.post(BOOKINGS + "/" + own + "/approve", "{}").statusCode())
                .isEqualTo(403);
        assertThat(etude.as("chef")
                        .post(BOOKINGS + "/" + own + "/approve", "{}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theSameKeyBooksOnceAlsoForSomebodyElse() {
        name(alix, MINE, "dany", "{}");
        TestClient keyed = dany.with("Idempotency-Key", "deputy-1");

        HttpResponse<String> first = forAlix(keyed, "2026-08-18T09:00", "trilport-visio");
        HttpResponse<String> again = forAlix(keyed, "2026-08-18T09:00", "trilport-visio");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(TestClient.json(again).get("id"))
                .isEqualTo(TestClient.json(first).get("id"));
    }

    @Test
    void bothSeeThatItIsAndEitherEndsIt() {
        name(alix, MINE, "dany", "{\"until\":\"2026-12-24T00:00:00Z\"}");

        JsonNode deputies = TestClient.json(alix.get("/api/v1/me/deputies"));
        JsonNode principals = TestClient.json(dany.get("/api/v1/me/principals"));

        assertThat(deputies.at("/items/0/email").asString()).isEqualTo(etude.address("dany"));
        assertThat(deputies.at("/items/0/inForce").asBoolean()).isTrue();
        assertThat(deputies.at("/items/0/namedBy").asString()).isEqualTo(etude.address("alix"));
        assertThat(principals.at("/items/0/email").asString()).isEqualTo(etude.address("alix"));
        assertThat(principals.at("/items/0/until").asString()).isEqualTo("2026-12-24T00:00:00Z");
        assertThat(dany.delete("/api/v1/me/principals/" + etude.address("alix")).statusCode())
                .isEqualTo(204);
        assertThat(TestClient.json(alix.get("/api/v1/me/deputies")).get("items").isEmpty())
                .isTrue();
    }

    @Test
    void nobodyNamesThemselvesByAnyDoor() {
        String own = etude.address("dany");

        assertThat(dany.put(MINE + own, "{}").statusCode()).isEqualTo(400);
        assertThat(dany.put("/api/v1/admin/people/" + etude.address("alix") + "/deputies/" + own, "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(dany.put(ORGANISATION + own, "{}").statusCode()).isEqualTo(403);
        assertThat(as(ADMIN)
                        .put("/api/v1/admin/people/" + MANAGER + "/deputies/" + ADMIN, "{}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(as(ADMIN)
                        .put("/api/v1/admin/people/" + etude.address("alix") + "/deputies/" + NADIA, "{}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(TestClient.json(dany.get("/api/v1/me/principals"))
                        .get("items")
                        .isEmpty())
                .isTrue();
    }
}
