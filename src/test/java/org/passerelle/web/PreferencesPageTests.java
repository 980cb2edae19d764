package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Preference;
import org.passerelle.account.Preferences;
import org.springframework.beans.factory.annotation.Autowired;

/** Saying how one likes to be written to. */
class PreferencesPageTests extends HttpTest {

    @Autowired
    private Preferences preferences;

    @Autowired
    private Accounts accounts;

    @Test
    void keepsALanguageAndAClock() {
        TestClient browser = browserOf(MANAGER).with("Accept-Language", "fr");
        String csrf = browser.csrfOf("/preferences");

        HttpResponse<String> saved =
                browser.postForm("/preferences", Map.of("_csrf", csrf, "language", "en", "zone", "America/New_York"));

        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(browser.get("/preferences").body()).contains("Kept.", "value=\"America/New_York\"");
        assertThat(preferences.of(accounts.idOf(new EmailAddress(MANAGER))).zone())
                .hasToString("Optional[America/New_York]");
        browser.postForm("/preferences", Map.of("_csrf", csrf, "language", "", "zone", ""));
        assertThat(preferences.of(accounts.idOf(new EmailAddress(MANAGER)))).isEqualTo(Preference.NONE);
    }

    @Test
    void refusesAPlaceThatDoesNotExist() {
        TestClient browser = browserOf(MANAGER).with("Accept-Language", "en");
        String csrf = browser.csrfOf("/preferences");

        browser.postForm("/preferences", Map.of("_csrf", csrf, "language", "", "zone", "Europe/Rebais"));

        assertThat(browser.get("/preferences").body())
                .contains("There is no such place in the list.", "value=\"Europe/Rebais\"");
    }
}
