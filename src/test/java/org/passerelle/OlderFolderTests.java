package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The program on a data folder that the version wrote in which people were their addresses ({@code people-by-address.zip},
 * of the demo on 1 December 2026). Somebody had left in it, with a private booking and a feed.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(HttpTest.Time.class)
@DirtiesContext
class OlderFolderTests {

    private static final String FOLDER = "/folders/people-by-address.zip";
    private static final String CAMILLE = "camille@atelier-brie.example";
    private static final String LOUIS = "louis@atelier-brie.example";
    private static final String TOKEN = "ptk_F16e9vpuMZrd3LFPQLQ2gZDae1Smcr4dfs0CQXNObtY";
    private static final String OWN_FEED = "/feeds/wyrYR1WL1cpshF6y2BfZzKqU2KbXuLaY5e2sikXpw8M.ics";
    private static final String FEED_OF_THE_FIRM = "/feeds/rw0DYq-XJ2xR5Z22uPoP7fnpasSoIwLpCA83J9siyaY.ics";
    private static final String FEED_OF_WHO_LEFT = "/feeds/YJWZf-ZzUvu-D6lSP-cd2lXgF3Ci_41E30GaFEB7D40.ics";
    private static final String WEEKS = "from=2026-12-01T00:00:00Z&to=2027-01-01T00:00:00Z";

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "older-folder-");
        unpack(folder);
        registry.add("passerelle.data-dir", folder::toString);
        registry.add("passerelle.mail.smtp-port", () -> "0");
    }

    private static void unpack(Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(OlderFolderTests.class.getResourceAsStream(FOLDER))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }

    private TestClient anonymous() {
        return TestClient.of(URI.create("http://127.0.0.1:" + port));
    }

    private TestClient as(String email) {
        return anonymous().withBasic(email, "passerelle");
    }

    private String bookingsOf(TestClient reader) {
        return reader.get("/api/v1/bookings?mine=true&" + WEEKS).body();
    }

    @Test
    void signsPeopleInByPasswordAndByToken() {
        assertThat(as(CAMILLE).get("/api/v1/me").body()).contains("\"email\":\"" + CAMILLE + "\"", "atelier-brie");
        assertThat(anonymous().withBearer(TOKEN).get("/api/v1/me").body()).contains(CAMILLE);
    }

    @Test
    void keepsWhoseBookingsAre() {
        assertThat(bookingsOf(as(CAMILLE))).contains("Comité de pilotage", "Entretien privé", CAMILLE);
        assertThat(as(LOUIS).get("/api/v1/bookings?" + WEEKS).body())
                .contains("Comité de pilotage")
                .doesNotContain("Entretien privé", "Kim et la salle", "Adieu");
    }

    @Test
    void handsOutTheFeedsOfThoseWhoAreThere() {
        assertThat(anonymous().get(OWN_FEED).body()).contains("SUMMARY:Comité de pilotage", "SUMMARY:Entretien privé");
        assertThat(anonymous().get(FEED_OF_THE_FIRM).body())
                .contains("SUMMARY:Comité de pilotage")
                .doesNotContain("Entretien privé");
        assertThat(as(CAMILLE).get("/api/v1/feeds").body()).contains("\"of\":\"" + CAMILLE + "\"");
    }

    @Test
    void keepsPreferencesAndPlacesInTheLine() {
        TestClient browser = anonymous().withCookies();
        browser.signIn(CAMILLE, "passerelle");

        assertThat(browser.get("/preferences").body()).contains("value=\"America/Montreal\"");
        assertThat(as(LOUIS).get("/api/v1/waitlist").body()).contains("À la place", "\"state\":\"WAITING\"");
    }

    @Test
    void givesNothingOfWhoLeftAndOfOutsidersToWhoeverGetsTheirAddress() {
        for (String address : new String[] {"parti@atelier-brie.example", "kim@example.org"}) {
            HttpResponse<String> made = as("admin@it77.example").put("/api/v1/admin/people/" + address, """
                            {"name":"New","organisation":"grand-groupe","role":"MEMBER","password":"passerelle"}""");

            assertThat(made.statusCode()).isEqualTo(200);
            assertThat(bookingsOf(as(address))).contains("\"items\":[]");
            assertThat(as(address).get("/api/v1/bookings?" + WEEKS).body()).doesNotContain("Adieu", "Kim et la salle");
        }
        assertThat(anonymous().get(FEED_OF_WHO_LEFT).statusCode()).isEqualTo(404);
    }
}
