package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.passerelle.TestClient;

/** Somebody adds a passkey of their device, signs in with it, and takes it away; nothing that was signed opens a second session. */
class PasskeyIT extends BrowserTest {

    /** A device that knows its user by a finger, and signs what it is asked at once. */
    private static void giveADevice(Page page) {
        CDPSession device = page.context().newCDPSession(page);
        device.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject wanted = new JsonObject();
        wanted.add("options", options);
        device.send("WebAuthn.addVirtualAuthenticator", wanted);
    }

    @Test
    void opensTheAccountOnceForEachThatIsSigned() {
        String here = "http://localhost:" + port;
        Page page = desk("en");
        List<String> signed = new ArrayList<>();
        page.onRequest(request -> keep(request, signed));
        giveADevice(page);
        page.navigate(here + "/sign-in");
        page.locator("button.person", new Page.LocatorOptions().setHasText("Louis"))
                .click();
        page.waitForURL(here + "/");

        page.navigate(here + "/passkeys");
        page.fill("#name", "Téléphone");
        page.fill("#present", "wrong");
        page.click("main form[data-passkey] button");
        page.waitForSelector("#fault");
        assertThat(page.textContent("#fault")).contains("not your password");
        page.fill("#present", PASSWORD);
        page.click("main form[data-passkey] button");
        page.waitForURL(here + "/passkeys?added");
        assertThat(page.textContent("main")).contains("Téléphone", "never used");

        page.context().clearCookies();
        page.navigate(here + "/sign-in?next=/bookings");
        page.click("form[data-passkey] button");
        page.waitForURL(here + "/bookings");

        TestClient other = anonymous().withCookies();
        String csrf = other.csrfOf("/sign-in");
        String form = Objects.requireNonNull(signed.get(signed.size() - 1));
        assertThat(other.postForm("/sign-in/passkey", Map.of("_csrf", csrf, "credential", form))
                        .headers()
                        .firstValue("Location"))
                .as("signed once, sent twice")
                .hasValue("/sign-in?passkey");
        assertThat(other.postForm("/sign-in/passkey", Map.of("_csrf", csrf, "credential", "{}"))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/sign-in?passkey");

        page.navigate(here + "/passkeys");
        assertThat(page.textContent("main")).doesNotContain("never used");
        page.click("main .sheets button");
        page.waitForSelector("main .notice.good");
        page.context().clearCookies();
        page.navigate(here + "/sign-in");
        page.click("form[data-passkey] button");
        page.waitForURL(here + "/sign-in?passkey");
        assertThat(page.textContent("[role=alert]")).contains("opens no account here");
    }

    private static void keep(Request request, List<String> signed) {
        if (request.url().endsWith("/sign-in/passkey")) {
            String body = Objects.requireNonNull(request.postData());
            signed.add(
                    URLDecoder.decode(body.replaceFirst("(?s).*credential=([^&]*).*", "$1"), StandardCharsets.UTF_8));
        }
    }
}
