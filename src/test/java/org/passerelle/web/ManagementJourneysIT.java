package org.passerelle.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.TestClient;

/** What the network's administrator and a site's manager come for, without the file and without programs. */
class ManagementJourneysIT extends JourneyTest {

    private static final int MOST_FOR_AN_ADMINISTRATOR = 15;
    private static final int MOST_FOR_A_ROOM_WITH_A_PHOTO = 10;
    private static final String DIRECTORY = "/api/v1/admin/directory";
    private static final String PEOPLE = "/api/v1/admin/people/";

    private String before = "";

    @BeforeEach
    void remember() {
        before = as(ADMIN).get(DIRECTORY).body();
    }

    @AfterEach
    void putBack() {
        as(ADMIN).putYaml(DIRECTORY, before);
    }

    /** The area of managers by its menu, which a phone shows behind a line that opens it. */
    private void manage(Page page, String path) {
        Locator link = page.locator(".side a[href='" + path + "']:visible");
        if (link.count() == 0) {
            counted(page.locator(".side summary")).click();
        }
        counted(link).click();
        page.waitForURL("**" + path);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anAdministratorAddsASiteAndItsManagerAndReadsTheRecord(Way way) {
        String email = "gestion." + way.start().substring(0, 2) + "@nangis.example";
        Page page = window(way);
        signIn(page, "Administration du réseau");

        counted(page.locator("a.to-manage")).click();
        manage(page, "/manage/places");
        counted(page.locator("a[href='/manage/places/sites/new']")).click();
        fillIn(page);
        counted(page.locator("#operator")).selectOption("ville-de-melun");
        assertFitsTheWindow(page);
        counted(page.locator(".place-form > .finish .button")).click();
        assertThat(page.locator(".notice.good")).isVisible();
        manage(page, "/people");
        counted(page.locator("a[href='/people/new']")).click();
        page.locator("#email").fill(email);
        page.locator("#name").fill("Gestion de Nangis");
        counted(page.locator("#role")).selectOption("SITE_MANAGER");
        counted(page.locator("form.card details > summary")).click();
        counted(page.locator("input[value=nangis]")).check();
        page.locator("#password").fill("quatre mots au hasard");
        assertFitsTheWindow(page);
        counted(page.locator("form.card .finish .button")).click();
        assertThat(page.locator(".notice.good")).isVisible();
        manage(page, "/audit");
        assertFitsTheWindow(page);

        assertThat(presses()).isLessThanOrEqualTo(MOST_FOR_AN_ADMINISTRATOR);
        assertThat(TestClient.json(anonymous()
                                .withBasic(email, "quatre mots au hasard")
                                .get("/api/v1/admin/sites"))
                        .at("/items/0/id")
                        .asString())
                .isEqualTo("nangis");
        as(ADMIN).delete(PEOPLE + email);
    }

    private static void fillIn(Page page) {
        page.locator("#id").fill("nangis");
        page.locator("#name").fill("Nangis");
        page.locator("#zone").fill("Europe/Paris");
        page.locator("#address").fill("1 rue du Général Leclerc, 77370 Nangis");
        page.locator("[id='position.latitude']").fill("48.555");
        page.locator("[id='position.longitude']").fill("3.013");
    }

    @Test
    void anAdministratorAddsASiteByKeyboardAlone() {
        Page page = desk("fr-FR");
        signIn(page, "Administration du réseau");

        for (String link : List.of("/manage/places", "/manage/places/sites/new")) {
            if (!page.url().contains("/manage/")) {
                tabTo(page, page.locator("a.to-manage"));
                page.keyboard().press("Enter");
                page.locator(".always").waitFor();
            }
            tabTo(page, page.locator("a[href='" + link + "']:visible"));
            page.keyboard().press("Enter");
            page.waitForURL("**" + link);
        }
        for (String typed : List.of(
                "id=nangis",
                "name=Nangis",
                "operator=Ville de Melun",
                "zone=Europe/Paris",
                "address=Nangis",
                "position.latitude=48.555",
                "position.longitude=3.013")) {
            String[] field = typed.split("=");
            tabTo(page, page.locator("[id='" + field[0] + "']"));
            page.keyboard().type(field[1]);
        }
        page.keyboard().press("Enter");
        page.waitForURL("**/manage/places/nangis");

        assertThat(page.locator(".notice.good")).containsText("Le site existe");
        assertThat(as(ADMIN).get(DIRECTORY).body()).contains("nangis:");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aManagerAddsARoomWithAPhoto(Way way) {
        String room = "melun-photo-" + way.start().substring(0, 2);
        Page page = window(way);
        signIn(page, "Accueil de Melun");

        counted(page.locator("a.to-manage")).click();
        manage(page, "/manage/places");
        counted(page.locator("a[href='/manage/places/melun/rooms/new']")).click();
        page.locator("#id").fill(room);
        page.locator("#name").fill("Salle Photo");
        counted(page.locator("#kind")).selectOption("MEETING");
        page.locator("#capacity").fill("6");
        assertFitsTheWindow(page);
        counted(page.locator(".place-form > .finish .button")).click();
        counted(page.locator(".finish a[href$='/photo']")).click();
        counted(page.locator("#file")).setInputFiles(new FilePayload("salle.png", "image/png", picture()));
        counted(page.locator("form.card .finish .button")).click();
        assertThat(page.locator("img.room-photo")).isVisible();
        assertFitsTheWindow(page);

        assertThat(presses()).isLessThanOrEqualTo(MOST_FOR_A_ROOM_WITH_A_PHOTO);
        page.navigate("/manage/places/melun/rooms/" + room + "/history");
        assertThat(page.locator("main section")).containsText("Salle Photo");
        assertFitsTheWindow(page);
    }

    private static byte[] picture() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
