package org.passerelle.device.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.directory.DirectoryUpdates;
import org.springframework.beans.factory.annotation.Autowired;

/** Conferences of rooms of which one has a device without a browser, while no gateway is set up. */
class DevicesGetInTests extends HttpTest {

    @Autowired
    private DirectoryUpdates directory;

    private String before = "";

    @BeforeEach
    void takeTheBrowserAway() {
        before = directory.text();
        String visio = "        joinMethods: [WEB, SIP, H323, PSTN]\n        endpoint:\n          sip: roissy-visio@";
        assertThat(before).contains(visio);
        directory.replace(before.replace(visio, visio.replace("[WEB, SIP", "[SIP")));
    }

    @AfterEach
    void putItBack() {
        directory.replace(before);
    }

    private HttpResponse<String> book(String start, String more) {
        return as(NADIA).post("/api/v1/bookings", """
                        {"title":"Visio","start":"%s","timeZone":"Europe/Paris","duration":"PT1H",
                        "rooms":["roissy-visio","coulommiers-visio"]%s}""".formatted(start, more));
    }

    @Test
    void refusesAConferenceThatARoomCannotJoinAndSaysWhichAndWhy() {
        HttpResponse<String> refused = book("2026-05-05T09:00", ",\"conference\":{\"provider\":\"jitsi\"}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("\"code\":\"not-allowed\"", "\"room\":\"roissy-visio\"")
                .contains(
                        "Salle Visio (Roissy) cannot join this conference: its device joins by SIP, H.323, telephone, and"
                                + " the conference is entered by browser only.")
                .doesNotContain("\"room\":\"coulommiers-visio\"");
    }

    @Test
    void saysSoInFrenchToo() {
        HttpResponse<String> refused = as(NADIA).with("Accept-Language", "fr").post("/api/v1/bookings", """
                        {"title":"Visio","start":"2026-05-05T11:00","timeZone":"Europe/Paris","duration":"PT1H",
                        "rooms":["roissy-visio"],"conference":{"provider":"jitsi"}}""");

        assertThat(refused.body())
                .contains("Salle Visio (Roissy) ne peut pas rejoindre cette conférence")
                .contains("son équipement passe par SIP, H.323, téléphone, et on n’y entre que par navigateur.");
    }

    @Test
    void booksTheSameRoomsWithoutAConferenceAndRefusesToAddOne() {
        HttpResponse<String> booked = book("2026-05-06T09:00", "");
        assertThat(booked.statusCode()).isEqualTo(201);
        String path = "/api/v1/bookings/" + TestClient.json(booked).get("id").asString();

        HttpResponse<String> refused =
                as(NADIA).with("If-Match", "\"1\"").patch(path, "{\"conference\":{\"provider\":\"jitsi\"}}");
        HttpResponse<String> renamed = as(NADIA).with("If-Match", "\"1\"").patch(path, "{\"title\":\"Sans visio\"}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"room\":\"roissy-visio\"");
        assertThat(renamed.statusCode()).isEqualTo(200);
    }
}
