package org.passerelle.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;

/** Whoever gets the address or the name of another after it has ended gets nothing else of theirs, and gives them nothing. */
class AddressGivenToAnotherTests extends HttpTest {

    private static final String PEOPLE = "/api/v1/admin/people/";
    private static final String ORGANISATIONS = "/api/v1/admin/organisations/";

    private void make(String email, String organisation, String password) {
        assertThat(as(ADMIN)
                        .put(PEOPLE + email, """
                        {"name":"J. Durand","organisation":"%s","role":"MEMBER","password":"%s"}""".formatted(organisation, password))
                        .statusCode())
                .isEqualTo(200);
    }

    private String feed(TestClient owner, String scope, String of) {
        String url = TestClient.json(owner.post("/api/v1/feeds", """
                        {"scope":"%s","of":"%s","detail":"FULL"}""".formatted(scope, of)))
                .get("url")
                .asString();
        return URI.create(url).getPath();
    }

    private String booking(TestClient person, String title, String start, String key) {
        return TestClient.json(
                        person.with("Idempotency-Key", key).post("/api/v1/bookings", """
                        {"title":"%s","start":"%s","duration":"PT1H","rooms":["trilport-pepiniere"]}""".formatted(title, start)))
                .get("id")
                .asString();
    }

    @Test
    void leavesTheFeedsOfTheFormerHolderDead() {
        String email = "jean.durand@atelier-brie.example";
        make(email, "atelier-brie", "premier-mot-1");
        String url = feed(anonymous().withBasic(email, "premier-mot-1"), "PERSON", email);
        String etag = anonymous().get(url).headers().firstValue("ETag").orElseThrow();

        assertThat(as(ADMIN).delete(PEOPLE + email).statusCode()).isEqualTo(204);

        assertThat(anonymous().get(url).statusCode()).isEqualTo(404);
        assertThat(anonymous().with("If-None-Match", etag).get(url).statusCode())
                .isEqualTo(404);

        make(email, "grand-groupe", "autre-mot-2");
        TestClient successor = anonymous().withBasic(email, "autre-mot-2");
        booking(successor, "Secret du successeur", "2026-06-22T09:00", "a");

        assertThat(anonymous().get(url).statusCode()).isEqualTo(404);
        assertThat(successor.get("/api/v1/feeds").body()).contains("\"items\":[]");
    }

    @Test
    void showsTheirBookingsAsThoseOfTheFormerHolderAlone() {
        String email = "petit.anne@atelier-brie.example";
        make(email, "atelier-brie", "premier-mot-1");
        String id = booking(anonymous().withBasic(email, "premier-mot-1"), "Avant", "2026-06-23T09:00", "same");

        as(ADMIN).delete(PEOPLE + email + "?bookings=CANCEL");
        make(email, "grand-groupe", "autre-mot-2");
        TestClient successor = anonymous().withBasic(email, "autre-mot-2");
        String own = booking(successor, "Avant", "2026-06-24T09:00", "same");

        assertThat(own).isNotEqualTo(id);
        assertThat(successor.get("/api/v1/bookings/" + id).body()).contains("\"masked\":true");
        assertThat(successor.delete("/api/v1/bookings/" + id).statusCode()).isEqualTo(403);
        assertThat(as(LOUIS).get("/api/v1/bookings/" + id).body()).contains("Avant", "\"email\":\"" + email + "\"");
    }

    @Test
    void tellsAnOrganisationFromTheOneThatHadItsName() {
        as(ADMIN).put(ORGANISATIONS + "chez-nous", "{\"name\":\"Chez nous\"}");
        String before = "lea@chez-nous.example";
        make(before, "chez-nous", "premier-mot-1");
        TestClient lea = anonymous().withBasic(before, "premier-mot-1");
        String id = booking(lea, "Entre nous", "2026-06-25T09:00", "o");
        String url = feed(lea, "ORGANISATION", "chez-nous");
        assertThat(anonymous().get(url).body()).contains("Entre nous");

        as(ADMIN).delete(PEOPLE + before + "?bookings=CANCEL");
        assertThat(as(ADMIN).delete(ORGANISATIONS + "chez-nous").statusCode()).isEqualTo(204);
        as(ADMIN).put(ORGANISATIONS + "chez-nous", "{\"name\":\"D'autres\"}");
        String after = "tom@chez-nous.example";
        make(after, "chez-nous", "autre-mot-2");
        TestClient tom = anonymous().withBasic(after, "autre-mot-2");

        assertThat(tom.get("/api/v1/me").body()).contains("\"organisation\":\"chez-nous\"");
        assertThat(tom.get("/api/v1/bookings/" + id).body()).contains("\"masked\":true");
        assertThat(anonymous().get(feed(tom, "ORGANISATION", "chez-nous")).body())
                .doesNotContain("Entre nous");
        assertThat(anonymous().get(url).statusCode()).isEqualTo(404);
    }

    @Test
    void stopsTheFeedOfAnOrganisationForWhoeverHasLeftIt() {
        String email = "marc@atelier-brie.example";
        make(email, "atelier-brie", "premier-mot-1");
        String url = feed(anonymous().withBasic(email, "premier-mot-1"), "ORGANISATION", "atelier-brie");
        assertThat(anonymous().get(url).statusCode()).isEqualTo(200);

        make(email, "grand-groupe", "premier-mot-1");

        assertThat(anonymous().get(url).statusCode()).isEqualTo(404);
    }
}
