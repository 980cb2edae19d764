package org.passerelle.api.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sites, rooms and operators one by one; in February 2028, in which no other test books. */
class AdminDirectoryApiTests extends HttpTest {

    private static final String ADMIN_PATH = "/api/v1/admin";
    private static final String ROOMS = ADMIN_PATH + "/rooms";
    private static final String SITES = ADMIN_PATH + "/sites";
    private static final String OPERATORS = ADMIN_PATH + "/operators";
    private static final String SEINE = ROOMS + "/melun-seine";
    private static final String DIRECTORY = ADMIN_PATH + "/directory";

    private String before = "";

    @BeforeEach
    void remember() {
        before = yaml();
    }

    @AfterEach
    void putBack() {
        as(ADMIN).putYaml(DIRECTORY, before);
    }

    private String yaml() {
        return as(ADMIN).get(DIRECTORY).body();
    }

    private static ObjectNode read(TestClient client, String path) {
        HttpResponse<String> answer = client.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return (ObjectNode) TestClient.json(answer);
    }

    private static String tag(TestClient client, String path) {
        return client.get(path).headers().firstValue("ETag").orElseThrow();
    }

    private static List<String> faults(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return TestClient.json(answer)
                .get("errors")
                .valueStream()
                .map(error -> error.get("field").asString())
                .toList();
    }

    /** What is read can be sent back as it is, of every site and room, and changes nothing. */
    @Test
    void whatIsReadIsWhatIsWritten() {
        TestClient admin = as(ADMIN);
        String version = tag(admin, DIRECTORY);
        for (String kind : List.of(SITES, ROOMS, OPERATORS)) {
            for (JsonNode each :
                    TestClient.json(admin.get(kind + "?limit=1000")).get("items")) {
                String path = kind + "/" + each.get("id").asString();
                HttpResponse<String> answer =
                        admin.with("If-Match", tag(admin, path)).put(path, each.toString());
                assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
                assertThat(TestClient.json(answer)).isEqualTo(each);
            }
        }
        // A zero behind the point is the only thing that numbers of JSON do not keep.
        assertThat(yaml()).isEqualTo(before.replace("4.8730", "4.873"));
        assertThat(tag(admin, DIRECTORY))
                .as("it means the same, so it is no new version")
                .isEqualTo(version);
        assertThat(read(admin, SEINE).get("capacity").asInt()).isEqualTo(8);
        assertThat(read(admin, ROOMS + "/melun-telepresence")
                        .at("/endpoint/codec/credential")
                        .asString())
                .isEqualTo("codec-melun");
        JsonNode ofMelun = TestClient.json(as(MANAGER).get(ROOMS + "?limit=3"));
        assertThat(ofMelun.get("items"))
                .hasSize(3)
                .allSatisfy(room -> assertThat(room.get("site").asString()).isEqualTo("melun"));
        assertThat(ofMelun.get("next").isNull()).isFalse();
    }

    @Test
    void aManagerChangesARoomWhereItStandsAndItIsAVersion() {
        TestClient manager = as(MANAGER);
        ObjectNode seine = read(manager, SEINE);
        seine.put("capacity", 9)
                .putObject("rules")
                .put("longest", "PT3H")
                .putArray("bookableBy")
                .add("everyone");

        HttpResponse<String> answer =
                manager.with("If-Match", tag(manager, SEINE)).put(SEINE, seine.toString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).hasValue(tag(manager, SEINE));
        assertThat(yaml())
                .isEqualTo(before.replace(
                        "melun-seine: {name: Salle Seine, kind: MEETING, capacity: 8, equipment: [screen, whiteboard]}",
                        "melun-seine: {name: Salle Seine, kind: MEETING, capacity: 9, equipment: [screen, whiteboard],"
                                + " rules: {longest: PT3H, bookableBy: everyone}}"));
        assertThat(as(ADMIN).get(DIRECTORY + "/versions?limit=1").body()).contains("\"API\"", MANAGER, "melun-seine");

        seine.remove("rules");
        seine.put("capacity", 8);
        assertThat(manager.put(SEINE, seine.toString()).statusCode()).isEqualTo(200);
        assertThat(yaml()).isEqualTo(before);
    }

    @Test
    void theSecondOfTwoIsRefusedAndNothingIsLost() {
        TestClient manager = as(MANAGER);
        TestClient admin = as(ADMIN);
        ObjectNode seine = read(manager, SEINE);
        String tag = tag(manager, SEINE);
        String ofAdmin = tag(admin, SEINE);
        assertThat(admin.put(
                                ROOMS + "/melun-almont",
                                read(admin, ROOMS + "/melun-almont")
                                        .put("capacity", 13)
                                        .toString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(tag(manager, SEINE)).as("another room was changed").isEqualTo(tag);

        assertThat(manager.with("If-Match", tag)
                        .put(SEINE, seine.put("capacity", 7).toString())
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> second = admin.with("If-Match", ofAdmin)
                .put(SEINE, seine.put("capacity", 6).toString());
        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(second.body()).contains("/problems/stale");
        assertThat(admin.with("If-Match", ofAdmin).delete(SEINE).statusCode()).isEqualTo(412);
        assertThat(admin.with("If-Match", ofAdmin)
                        .put(SEINE + "?dryRun=true", seine.toString())
                        .statusCode())
                .isEqualTo(412);
        assertThat(read(admin, SEINE).get("capacity").asInt()).isEqualTo(7);
    }

    @Test
    void whatIsWrongIsSaidByItsField() {
        TestClient manager = as(MANAGER).with("Accept-Language", "en");
        ObjectNode seine = read(manager, SEINE);
        String wrong =
                seine.deepCopy().put("id", "melun-other").put("site", "chelles").toString();
        assertThat(faults(manager.put(SEINE, wrong))).containsExactly("id");
        assertThat(faults(manager.put(
                        SEINE, seine.deepCopy().put("site", "chelles").toString())))
                .containsExactly("site");
        ObjectNode rules = seine.deepCopy().put("capacity", 0);
        rules.putObject("rules")
                .put("longest", "soon")
                .putArray("permissions")
                .addObject()
                .put("upTo", "PT1H");
        HttpResponse<String> answer = manager.put(SEINE, rules.toString());
        assertThat(faults(answer)).contains("capacity", "rules.longest", "rules.permissions[0].may");
        assertThat(answer.body()).contains("may is missing");
        assertThat(faults(
                        manager.put(SEINE, seine.deepCopy().put("colour", "red").toString())))
                .containsExactly("colour");
        ObjectNode deep = seine.deepCopy();
        deep.putObject("rules").putObject("buffers").put("between", "PT5M");
        assertThat(faults(manager.put(SEINE, deep.toString()))).containsExactly("rules.buffers.between");
        assertThat(faults(
                        manager.put(SEINE, seine.deepCopy().put("capacity", "9").toString())))
                .containsExactly("capacity");
        ObjectNode parts = seine.deepCopy();
        parts.putArray("parts").add("melun-almont").add("chelles-visio");
        assertThat(faults(manager.put(SEINE, parts.toString()))).contains("parts");
        ObjectNode hostile = seine.deepCopy();
        hostile.putObject("rules").putObject("layouts").putObject("}, evil: {");
        assertThat(faults(manager.put(SEINE, hostile.toString())))
                .singleElement()
                .asString()
                .startsWith("rules.layouts");
        assertThat(yaml()).isEqualTo(before);
    }

    @Test
    void aManagerReadsAndWritesOnlyWhatIsTheirs() {
        TestClient manager = as(MANAGER);
        TestClient camille = as(CAMILLE);
        String suite = ROOMS + "/melun-telepresence";
        assertThat(manager.get(suite).body()).contains("sip").doesNotContain("codec-melun");
        ObjectNode melun = read(manager, SITES + "/melun");
        assertThat(melun.get("operator").isNull()).isTrue();
        assertThat(manager.put(
                                SITES + "/melun",
                                melun.put("address", "Gare de Melun").toString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(faults(manager.put(
                        SITES + "/melun",
                        melun.put("operator", "ville-de-montreal").toString())))
                .containsExactly("operator");
        ObjectNode room = read(manager, suite).put("name", "Suite");
        assertThat(manager.put(suite, room.toString()).statusCode()).isEqualTo(200);
        ((ObjectNode) room.get("endpoint")).putObject("codec").put("url", "https://collector.example");
        assertThat(faults(manager.put(suite, room.toString()))).containsExactly("endpoint.codec");
        assertThat(yaml())
                .isEqualTo(before.replace(
                                "name: Suite de téléprésence\n        kind: TELEPRESENCE\n        capacity: 6\n"
                                        + "        equipment: [triple-screen, camera, microphone, document-camera]",
                                "name: Suite\n        kind: TELEPRESENCE\n        capacity: 6\n"
                                        + "        equipment: [triple-screen, camera, microphone, document-camera]")
                        .replace("address: Quartier de la gare, 77000 Melun", "address: Gare de Melun"));

        ObjectNode chelles = read(as(ADMIN), ROOMS + "/chelles-visio");
        for (String path : List.of(ROOMS + "/chelles-visio", SITES + "/chelles")) {
            assertThat(manager.get(path).statusCode()).isEqualTo(404);
            assertThat(camille.get(path).statusCode()).isEqualTo(403);
        }
        assertThat(manager.put(ROOMS + "/chelles-visio", chelles.toString()).statusCode())
                .isEqualTo(404);
        assertThat(manager.delete(ROOMS + "/chelles-visio").statusCode()).isEqualTo(404);
        assertThat(manager.delete(SITES + "/melun").statusCode()).isEqualTo(403);
        assertThat(manager.post(ROOMS, chelles.put("id", "chelles-two").toString())
                        .statusCode())
                .isEqualTo(403);
        assertThat(faults(manager.post(ROOMS, room.put("id", "chelles-two").toString())))
                .containsExactly("id");
        assertThat(manager.get(OPERATORS).statusCode()).isEqualTo(403);
        assertThat(manager.post(SITES, melun.put("id", "mine").toString()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void bookingsAheadAreInTheWayOfARemovalUntilTheyAreCancelled() {
        TestClient manager = as(MANAGER);
        Map<String, Object> loing =
                Map.of("id", "melun-loing-api", "site", "melun", "name", "Loing", "kind", "MEETING", "capacity", 4);
        String body = JsonMapper.shared().writeValueAsString(loing);
        assertThat(TestClient.json(manager.post(ROOMS + "?dryRun=true", body)).get("affected"))
                .isEmpty();
        assertThat(yaml()).isEqualTo(before);
        HttpResponse<String> added = manager.post(ROOMS, body);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(added.headers().firstValue("Location")).hasValue(ROOMS + "/melun-loing-api");
        assertThat(faults(manager.post(ROOMS, body))).containsExactly("id");
        String booked = BookingBody.at("2028-02-08T10:00", "melun-loing-api")
                .bookedBy(as(CAMILLE))
                .get("id")
                .asString();
        String room = ROOMS + "/melun-loing-api";

        assertThat(manager.delete(room + "?dryRun=true").body()).contains(booked);
        HttpResponse<String> refused = manager.delete(room);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("/problems/has-bookings", "\"count\":1");
        assertThat(as(ADMIN).delete(SITES + "/melun").statusCode()).isEqualTo(409);
        assertThat(manager.delete(room + "?onBookings=CANCEL&reason=Works").statusCode())
                .isEqualTo(204);
        assertThat(as(CAMILLE).get(BookingBody.BOOKINGS + "/" + booked).body()).contains("CANCELLED");
        assertThat(manager.delete(room).statusCode()).isEqualTo(204);
        assertThat(yaml()).isEqualTo(before);
        assertThat(faults(manager.post(ROOMS, body)))
                .as("its bookings are known by the id")
                .containsExactly("id");
    }

    @Test
    void aSiteOfANewOperatorIsAddedAndRemoved() {
        TestClient admin = as(ADMIN).with("Accept-Language", "en");
        String operator = "{\"id\":\"ville-de-nemours\",\"name\":\"Ville de Nemours\"}";
        assertThat(admin.post(OPERATORS, operator).statusCode()).isEqualTo(201);
        ObjectNode nemours = read(admin, SITES + "/trilport")
                .put("id", "nemours")
                .put("name", "Nemours")
                .put("operator", "nobody-at-all");
        assertThat(faults(admin.post(SITES, nemours.toString()))).containsExactly("operator");
        assertThat(faults(admin.post(
                        SITES, nemours.deepCopy().put("id", "Nem ours").toString())))
                .containsExactly("id");
        assertThat(admin.post(SITES, nemours.put("operator", "ville-de-nemours").toString())
                        .statusCode())
                .isEqualTo(201);
        assertThat(as(CAMILLE).get("/api/v1/sites/nemours").statusCode()).isEqualTo(200);

        HttpResponse<String> runs = admin.delete(OPERATORS + "/ville-de-nemours");
        assertThat(faults(runs)).containsExactly("");
        assertThat(runs.body()).contains("let another run them first");
        assertThat(admin.put(OPERATORS + "/ville-de-nemours", operator.replace("Ville", "Commune"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(yaml()).contains("ville-de-nemours: Commune de Nemours");
        assertThat(admin.delete(SITES + "/nemours").statusCode()).isEqualTo(204);
        assertThat(admin.delete(OPERATORS + "/ville-de-nemours").statusCode()).isEqualTo(204);
        assertThat(yaml()).isEqualTo(before);
    }

    @Test
    void accountsAreChangedAsTheyWereSeen() {
        TestClient admin = as(ADMIN);
        String person = ADMIN_PATH + "/people/tag@atelier-brie.example";
        String body = "{\"name\":\"Tag\",\"role\":\"MEMBER\",\"organisation\":\"atelier-brie\",\"sites\":[],"
                + "\"password\":\"quatre mots au hasard\"}";
        assertThat(admin.get(person).statusCode()).isEqualTo(404);
        assertThat(admin.with("If-Match", "\"none\"").put(person, body).statusCode())
                .isEqualTo(412);
        HttpResponse<String> made = admin.put(person, body);
        String tag = made.headers().firstValue("ETag").orElseThrow();
        assertThat(tag(admin, person)).isEqualTo(tag);
        assertThat(admin.with("If-Match", tag)
                        .put(person, body.replace("\"Tag\"", "\"First\""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(admin.with("If-Match", tag)
                        .put(person, body.replace("\"Tag\"", "\"Second\""))
                        .statusCode())
                .isEqualTo(412);
        assertThat(read(admin, person).get("name").asString()).isEqualTo("First");
        assertThat(admin.with("If-Match", tag).delete(person).statusCode()).isEqualTo(412);
        assertThat(admin.delete(person).statusCode()).isEqualTo(204);

        String club = ADMIN_PATH + "/organisations/club-du-tag";
        String first = admin.put(club, "{\"name\":\"Club\",\"weeklyQuota\":null}")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(admin.with("If-Match", first)
                        .put(club, "{\"name\":\"Club\",\"weeklyQuota\":\"PT9H\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(admin.with("If-Match", first)
                        .put(club, "{\"name\":\"Other\",\"weeklyQuota\":null}")
                        .statusCode())
                .isEqualTo(412);
        assertThat(admin.with("If-Match", first).delete(club).statusCode()).isEqualTo(412);
        assertThat(read(admin, club).get("weeklyQuota").asString()).isEqualTo("PT9H");
        assertThat(admin.delete(club).statusCode()).isEqualTo(204);
    }
}
