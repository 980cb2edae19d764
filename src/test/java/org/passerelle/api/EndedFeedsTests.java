package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;

/** The feeds of what is no more are gone at once, for good, whoever gets the name afterwards. */
class EndedFeedsTests extends HttpTest {

    private static final String PERSON = "jeanne.dufour@atelier-brie.example";

    private int put(String organisation, String password) {
        return as(ADMIN)
                .put("/api/v1/admin/people/" + PERSON, """
                        {"name":"J. Durand","organisation":"%s","role":"MEMBER","password":"%s"}
                        """.formatted(organisation, password))
                .statusCode();
    }

    /** Fetched once, so that it would be known. */
    private String feed(TestClient owner, String scope, String of) {
        HttpResponse<String> made = owner.post(
                "/api/v1/feeds", "{\"scope\":\"%s\",\"of\":\"%s\",\"detail\":\"FULL\"}".formatted(scope, of));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String path = URI.create(TestClient.json(made).get("url").asString()).getPath();
        assertThat(anonymous().get(path).statusCode()).isEqualTo(200);
        return path;
    }

    private int status(String feed) {
        return anonymous().get(feed).statusCode();
    }

    @Test
    void ofAPersonAlsoOnceAnotherHasTheirAddress() {
        assertThat(put("atelier-brie", "premier-mot-1")).isEqualTo(200);
        TestClient first = anonymous().withBasic(PERSON, "premier-mot-1");
        String own = feed(first, "PERSON", PERSON);
        String ofARoom = feed(first, "ROOM", "trilport-visio");

        assertThat(as(ADMIN).delete("/api/v1/admin/people/" + PERSON).statusCode())
                .isEqualTo(204);

        assertThat(status(own)).isEqualTo(404);
        assertThat(status(ofARoom)).isEqualTo(404);
        assertThat(put("grand-groupe", "autre-mot-2")).isEqualTo(200);
        HttpResponse<String> booked =
                anonymous().withBasic(PERSON, "autre-mot-2").post("/api/v1/bookings", """
                {"title":"Secret du successeur","start":"2026-07-21T09:00","duration":"PT1H","rooms":["trilport-visio"]}
                """);
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        assertThat(status(own)).isEqualTo(404);
        assertThat(status(ofARoom)).isEqualTo(404);
    }

    @Test
    void ofAFirmAlsoOnceAnotherHasItsName() {
        String firm = "/api/v1/admin/organisations/firme-passagere";
        String person = "/api/v1/admin/people/eve@passagere.example";
        String eve = "{\"name\":\"Eve\",\"organisation\":%s,\"role\":\"MEMBER\",\"password\":\"premier-mot-1\"}";
        as(ADMIN).put(firm, "{\"name\":\"Firme\"}");
        as(ADMIN).put(person, eve.formatted("\"firme-passagere\""));
        String feed = feed(
                anonymous().withBasic("eve@passagere.example", "premier-mot-1"), "ORGANISATION", "firme-passagere");

        as(ADMIN).put(person, eve.formatted("\"atelier-brie\""));
        assertThat(status(feed)).isEqualTo(404);
        assertThat(as(ADMIN).delete(firm).statusCode()).isEqualTo(204);
        as(ADMIN).put(firm, "{\"name\":\"Une autre\"}");
        as(ADMIN).put(person, eve.formatted("\"firme-passagere\""));

        assertThat(status(feed)).isEqualTo(404);
    }

    @Test
    void ofARoomOnceItIsNoLongerInTheDirectory() {
        String directory = as(ADMIN).get("/api/v1/admin/directory").body();
        String other = directory
                .lines()
                .filter(line -> line.strip().startsWith("coulommiers-"))
                .filter(line -> line.contains("{"))
                .findFirst()
                .orElseThrow();
        String room = other.replaceFirst("coulommiers-[a-z-]+:", "coulommiers-passagere:");
        replace(directory.replace(other + "\n", other + "\n" + room + "\n"));
        String feed = feed(as(CAMILLE), "ROOM", "coulommiers-passagere");
        int before = status(feed);

        replace(directory);
        int without = status(feed);

        assertThat(before).isEqualTo(200);
        assertThat(without).isEqualTo(404);
    }

    private void replace(String directory) {
        HttpResponse<String> answer = as(ADMIN)
                .with("Content-Type", "application/yaml")
                .send("PUT", "/api/v1/admin/directory", BodyPublishers.ofString(directory));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
