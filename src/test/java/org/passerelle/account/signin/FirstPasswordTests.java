package org.passerelle.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.platform.PasserelleProperties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** The first start of an installation that is no demo, from its first administrator's first minutes on. */
@ExtendWith(OutputCaptureExtension.class)
@ActiveProfiles(profiles = "prod", inheritProfiles = false)
@TestPropertySource(
        properties = {
            "passerelle.database=embedded",
            "passerelle.public-url=http://127.0.0.1",
            "passerelle.admin-email=first@network.example"
        })
class FirstPasswordTests extends HttpTest {

    private static final String FIRST = "first@network.example";
    private static final String OWN = "cheval pile agrafe";

    @Autowired
    private PasserelleProperties settings;

    /** One story, for it happens once. */
    @Test
    void isToldInAFileForItsOwnerAloneAndGoodOnlyForBeingChanged(CapturedOutput output) throws IOException {
        Path file = settings.dataDir().resolve(InitialPassword.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).first().isEqualTo("Account: " + FIRST);
        String password = lines.get(1).substring("Password: ".length());
        assertThat(output.getAll())
                .contains("The account " + FIRST + " was created", InitialPassword.FILE)
                .doesNotContain(password);

        TestClient browser = anonymous().withCookies().with("Accept-Language", "en");
        assertThat(browser.signIn(FIRST, password).statusCode()).isEqualTo(302);

        assertThat(file).doesNotExist();
        assertThat(browser.get("/bookings").headers().firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("/password"));
        HttpResponse<String> refused = anonymous().withBasic(FIRST, password).get("/api/v1/me");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("PUT /api/v1/me/password");

        HttpResponse<String> changed = browser.postForm(
                "/password",
                Map.of("_csrf", browser.csrfOf("/password"), "present", password, "next", OWN, "again", OWN));

        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(browser.signIn(FIRST, OWN).statusCode()).isEqualTo(302);
        assertThat(browser.get("/bookings").statusCode()).isEqualTo(200);
        assertThat(anonymous().withBasic(FIRST, OWN).get("/api/v1/me").statusCode())
                .isEqualTo(200);
        assertThat(anonymous().withBasic(FIRST, password).get("/api/v1/me").statusCode())
                .isEqualTo(401);
    }

    /** The smallest production: one process on the embedded store. */
    @Test
    void hasNothingOfTheDemoAndBelievesAProxyOnThisMachine() {
        assertThat(anonymous().withBasic(ADMIN, PASSWORD).get("/api/v1/me").statusCode())
                .isEqualTo(401);
        assertThat(anonymous().get("/mailbox").statusCode()).isNotEqualTo(200);

        assertThat(anonymous().get("/sign-in").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
        assertThat(anonymous()
                        .with("X-Forwarded-Proto", "https")
                        .get("/sign-in")
                        .headers()
                        .firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(held -> assertThat(held).startsWith("max-age=31536000"));
    }
}
