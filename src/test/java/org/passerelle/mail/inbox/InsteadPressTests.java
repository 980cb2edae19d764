package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.mail.smtp.SentMails;
import org.passerelle.mail.smtp.SpooledMail;
import org.springframework.beans.factory.annotation.Autowired;

/** From a room's refusal to a booking in its place, by somebody who only has the mail. */
class InsteadPressTests extends HttpTest {

    private static final String PAT = "pat@example.org";
    private static final Pattern LINK = Pattern.compile("http[^\\s]+/instead/[a-z0-9]+");
    private static final Pattern CHOICE = Pattern.compile("name=\"choice\" value=\"([^\"]+)\"");

    @Autowired
    private Inbox inbox;

    @Autowired
    private SentMails sent;

    private SpooledMail mailTo(String address, String subject) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> sent.to(address, each -> each.startsWith(subject)).stream()
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(found.groupCount());
    }

    @Test
    void booksByAPressAndNotByALook() {
        inbox.take(
                CAMILLE,
                InvitationMails.SEINE,
                true,
                InvitationMails.apple("press-1", CAMILLE, "20260716", "100000", "110000"));
        mailTo(CAMILLE, "Accepté\u202f: Comité press-1");
        inbox.take(
                PAT,
                InvitationMails.SEINE,
                true,
                InvitationMails.apple("press-2", PAT, "20260716", "100000", "110000"));
        SpooledMail declined = mailTo(PAT, "Refusé");
        String link = URI.create(first(LINK, declined.text("text/plain").orElseThrow()))
                .getPath();
        TestClient pat = anonymous().withCookies().with("Accept-Language", "en");

        HttpResponse<String> looked = pat.get(link);
        pat.get(link);
        pat.send("HEAD", link, HttpRequest.BodyPublishers.noBody());
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(looked.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(looked.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(looked.body())
                .contains("Your room is not free then.", "16 July 2026")
                .doesNotContain("press-1");
        assertThat(pat.get(link).body()).contains("Book it");

        HttpResponse<String> pressed = pat.postForm(link, Map.of("choice", first(CHOICE, looked.body())));
        pat.postForm(link, Map.of("choice", first(CHOICE, looked.body())));

        assertThat(pressed.statusCode()).isEqualTo(302);
        assertThat(pat.get(link).body()).contains("An invitation is on its way").doesNotContain("Book it");
        SpooledMail invited = mailTo(PAT, "Invitation");
        assertThat(invited.text("text/plain").orElseThrow()).contains("a sa salle");
        assertThat(invited.text("text/calendar").orElseThrow()).contains("METHOD:REQUEST", "ROLE=CHAIR");

        pat.postForm(link + "/give-up", Map.of());
        assertThat(pat.get(link).body()).contains("given up or called off");
        mailTo(PAT, "Ann");
    }
}
