package org.passerelle.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

/** A copy of what is kept of oneself holds all that is one's own, and nothing that others wrote. */
class ExportApiTests extends HttpTest {

    private static final String EXPORT = "/api/v1/me/export";

    @Autowired
    MongoOperations mongo;

    private void account(String email, String name) {
        as(ADMIN).put("/api/v1/admin/people/" + email, """
                {"name":"%s","role":"MEMBER","organisation":"atelier-brie","password":"%s"}""".formatted(name, PASSWORD));
    }

    @Test
    void holdsBookingsInvitationsTokensFeedsAndChoices() {
        String paula = "paula.export@atelier-brie.example";
        account(paula, "Paula Export");
        as(paula).put("/api/v1/me/notifications", "{\"reminderBefore\":\"PT3H\"}");
        as(paula).post("/api/v1/feeds", "{\"scope\":\"PERSON\",\"of\":\"" + paula + "\",\"detail\":\"FULL\"}");
        String secret = TestClient.json(as(paula).post("/api/v1/tokens", "{\"name\":\"agenda\"}"))
                .get("token")
                .asString();
        as(paula).put("/api/v1/me/deputies/" + LOUIS, "{}");
        as(paula).post("/api/v1/bookings", """
                {"title":"Bilan de Paula","start":"2026-06-03T09:00","timeZone":"Europe/Paris","duration":"PT1H",
                 "rooms":["lizy-sur-ourcq-visio"],"notes":"à relire"}""");
        as(LOUIS).post("/api/v1/bookings", """
                {"title":"Louis invite","start":"2026-06-03T11:00","timeZone":"Europe/Paris","duration":"PT1H",
                 "rooms":["lizy-sur-ourcq-visio"],"notes":"ordre du jour",
                 "attendees":[{"email":"%s"},{"email":"third.party@elsewhere.example"}]}""".formatted(paula));

        HttpResponse<String> answer = as(paula).get(EXPORT);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment");
        JsonNode data = TestClient.json(answer).get("data");
        assertThat(data.at("/people/0/name").asString()).isEqualTo("Paula Export");
        assertThat(data.at("/bookings/0/title").asString()).isEqualTo("Bilan de Paula");
        assertThat(data.at("/bookings/0/notes").asString()).isEqualTo("à relire");
        assertThat(data.at("/bookings/0/dates/0/rooms/0").asString()).isEqualTo("lizy-sur-ourcq-visio");
        assertThat(data.at("/invitations/0/title").asString()).isEqualTo("Louis invite");
        assertThat(data.at("/tokens/0/name").asString()).isEqualTo("agenda");
        assertThat(data.get("feeds")).hasSize(1);
        assertThat(data.get("deputies")).hasSize(1);
        assertThat(data.at("/mailChoices/0/reminderMinutes").asInt()).isEqualTo(180);
        assertThat(data.get("changeLog")).isNotEmpty();
        assertThat(answer.body()).doesNotContain(secret, "third.party@elsewhere.example", "{bcrypt}");
    }

    @Test
    void tellsNobodyElsesTitles() {
        as(NADIA).post("/api/v1/bookings", """
                {"title":"Secret de Nadia","start":"2026-06-03T14:00","timeZone":"Europe/Paris","duration":"PT1H",
                 "rooms":["lizy-sur-ourcq-visio"],"notes":"voir Camille Girard"}""");

        assertThat(as(ADMIN).get(EXPORT).body()).doesNotContain("Secret de Nadia");
        JsonNode camille = TestClient.json(as(CAMILLE).get(EXPORT));
        assertThat(camille.toString()).doesNotContain("Secret de Nadia", "voir Camille");
        assertThat(camille.at("/mentions/bookings").asInt()).isPositive();
    }

    @Test
    void isToBeHadOnAPageInBothLanguages() {
        TestClient browser = browserOf(CAMILLE);

        assertThat(browser.with("Accept-Language", "en")
                        .get("/preferences/data")
                        .body())
                .contains("Your data", "Your account", "Download all of it");
        assertThat(browser.with("Accept-Language", "fr")
                        .get("/preferences/data")
                        .body())
                .contains("Vos données", "Votre compte", "Tout télécharger");
        HttpResponse<String> file = browser.get("/preferences/data/file");
        assertThat(TestClient.json(file).at("/data/people/0/email").asString()).isEqualTo(CAMILLE);
    }

    @Test
    void isStoppedByNoMailHoweverItIsMadeAndSaysWhatItLeftOut() {
        MongoCollection<Document> mails = mongo.getCollection("inbox_mails");
        MongoCollection<Document> contents = mongo.getCollection("inbox_contents");
        byte[] deep = "Content-Type: message/rfc822\r\n\r\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
        mails.insertOne(new Document("_id", "export-deep"));
        contents.insertOne(new Document("_id", "export-deep").append("raw", new Binary(deep)));
        try {
            JsonNode copy = TestClient.json(as(CAMILLE).get(EXPORT));
            assertThat(copy.at("/data/people/0/email").asString()).isEqualTo(CAMILLE);
            assertThat(copy.get("unread")).isEmpty();

            mails.insertOne(new Document("_id", "export-odd").append("envelope", "none"));
            assertThat(TestClient.json(as(CAMILLE).get(EXPORT))
                            .at("/unread/inbox_mails")
                            .asInt())
                    .isEqualTo(1);
            assertThat(browserOf(CAMILLE)
                            .with("Accept-Language", "en")
                            .get("/preferences/data")
                            .body())
                    .contains("1 could not be read");
        } finally {
            mails.deleteMany(Filters.in("_id", "export-deep", "export-odd"));
            contents.deleteOne(Filters.eq("_id", "export-deep"));
        }
    }
}
