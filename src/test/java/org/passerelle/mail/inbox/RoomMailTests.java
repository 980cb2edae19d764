package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.calendar.StrictCalendar;

/** The whole way: a mail at the door of the rooms, the timeline, and the answer as it leaves. */
class RoomMailTests extends SmtpDialogue {

    private static final Pattern PARTICIPATION = Pattern.compile("PARTSTAT=([A-Z-]+)");

    /** The mails that answer {@code id}, unfolded. */
    private List<String> answers(String id) {
        return sent.answering(id + "@example.org>").stream()
                .map(mail -> new String(mail.bytes(), StandardCharsets.ISO_8859_1))
                .toList();
    }

    private String answer(String id) {
        await().atMost(Duration.ofSeconds(5)).until(() -> answers(id).size() == 1);
        return answers(id).get(0);
    }

    private static byte[] calendar(String mail) {
        int begin = mail.indexOf("\r\n\r\n", mail.indexOf("text/calendar")) + 4;
        return Base64.getMimeDecoder().decode(mail.substring(begin, mail.indexOf("\r\n--", begin)));
    }

    private static String participation(String mail) {
        byte[] calendar = calendar(mail);
        assertThat(StrictCalendar.faultsOfReply(calendar)).isEmpty();
        Matcher found = PARTICIPATION.matcher(new String(calendar, StandardCharsets.UTF_8).replace("\r\n ", ""));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String busy(String day) {
        return as(NADIA)
                .get("/api/v1/rooms/melun-seine/busy?from=" + day + "T00:00:00Z&to=" + day + "T23:00:00Z")
                .body();
    }

    @Test
    void acceptsWhatOutlookGoogleAppleAndThunderbirdSend() throws IOException {
        send(
                CAMILLE,
                InvitationMails.SEINE,
                InvitationMails.outlook("outlook-1", CAMILLE, "20260623", "100000", "110000"));
        send(
                "kim@example.org",
                InvitationMails.SEINE,
                InvitationMails.google("google-1", "kim@example.org", "20260623", "100000", "110000"));
        send(NADIA, InvitationMails.SEINE, InvitationMails.apple("apple-1", NADIA, "20260623", "140000", "150000"));
        send(
                LOUIS,
                InvitationMails.SEINE,
                InvitationMails.thunderbird("thunderbird-1", LOUIS, "20260623", "160000", "170000"));

        assertThat(participation(answer("outlook-1"))).isEqualTo("ACCEPTED");
        assertThat(participation(answer("google-1"))).isEqualTo("ACCEPTED");
        assertThat(participation(answer("apple-1"))).isEqualTo("ACCEPTED");
        assertThat(participation(answer("thunderbird-1"))).isEqualTo("ACCEPTED");
        assertThat(busy("2026-06-23"))
                .contains(
                        "2026-06-23T08:00:00Z", "2026-06-23T10:00:00Z", "2026-06-23T12:00:00Z", "2026-06-23T14:00:00Z");
    }

    @Test
    void declinesASecondInvitationForTheSameTimeWithAnAlternative() throws IOException {
        send(CAMILLE, InvitationMails.SEINE, InvitationMails.apple("clash-1", CAMILLE, "20260603", "100000", "110000"));
        answer("clash-1");

        send(LOUIS, InvitationMails.SEINE, InvitationMails.apple("clash-2", LOUIS, "20260603", "103000", "113000"));

        String declined = answer("clash-2");
        String calendar = new String(calendar(declined), StandardCharsets.UTF_8).replace("\r\n ", "");
        assertThat(participation(declined)).isEqualTo("DECLINED");
        assertThat(calendar).contains("COMMENT:").contains("/book?").doesNotContain("clash-1");
    }

    /** The mail server in front delivers by two ways at once, each with a line of its own on top. */
    @Test
    void booksAndAnswersOnceWhenTheSameMailComesTwiceAtTheSameMoment() throws IOException {
        byte[] mail = InvitationMails.outlook("twice-1", CAMILLE, "20260624", "100000", "110000");
        List<Callable<Boolean>> deliveries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String text = "Received: from mx" + i + ".it77.example\r\n" + new String(mail, StandardCharsets.UTF_8);
            deliveries.add(() -> {
                inbox.take(CAMILLE, InvitationMails.SEINE, true, text.getBytes(StandardCharsets.UTF_8));
                return true;
            });
        }
        Together.all(deliveries);
        send(
                CAMILLE,
                InvitationMails.SEINE,
                InvitationMails.apple("after-twice", CAMILLE, "20260624", "140000", "150000"));
        answer("after-twice");

        assertThat(participation(answer("twice-1"))).isEqualTo("ACCEPTED");
        assertThat(busy("2026-06-24").split("2026-06-24T08:00:00Z", -1)).hasSize(2);
    }

    @Test
    void answersWinmailWithHelpAndMachinesNotAtAll() throws IOException {
        send(CAMILLE, InvitationMails.SEINE, InvitationMails.winmail(CAMILLE, "winmail-1"));
        send(CAMILLE, InvitationMails.SEINE, InvitationMails.automatic(CAMILLE, "automatic-1"));
        send("", InvitationMails.SEINE, InvitationMails.outlook("bounce-1", CAMILLE, "20260604", "100000", "110000"));

        assertThat(answer("winmail-1")).contains("Auto-Submitted: auto-replied");
        await().until(() -> logOfManager().stream()
                        .filter(mail -> mail.course().reasons().contains(LoggedReason.of("MACHINE")))
                        .count()
                >= 2);
        assertThat(answers("automatic-1")).isEmpty();
        assertThat(answers("bounce-1")).isEmpty();
    }

    @Test
    void takesNoMailForOthers() {
        assertThat(inbox.takes("victim@third.example")).isFalse();
        assertThat(inbox.takes("melun-seine@elsewhere.example")).isFalse();
        assertThat(inbox.takes("Melun-Seine@rooms.it77.example")).isTrue();
    }

    /** The page shows the newest first, and other tests of this program send many, some at a time of their own. */
    private void laterThanAllOthers() {
        clock.advance(Duration.ofDays(60));
    }

    @Test
    void showsManagersWhatCameAndWhy() throws IOException {
        laterThanAllOthers();
        send(
                CAMILLE,
                InvitationMails.SEINE,
                InvitationMails.apple("logged-1", CAMILLE, "20260605", "100000", "110000"));
        answer("logged-1");

        await().untilAsserted(() -> assertThat(browserOf(MANAGER)
                        .with("Accept-Language", "en")
                        .get("/mail-log")
                        .body())
                .contains(
                        "Comité logged-1",
                        "camille@atelier-brie.example has an account.",
                        "Booked.",
                        ">booked</p>",
                        "to Salle Seine, Melun",
                        "Answered camille@atelier-brie.example."));
        assertThat(browserOf(CAMILLE).get("/mail-log").statusCode()).isEqualTo(404);
        assertThat(browserOf(ADMIN).get("/mail-log").body())
                .contains("camille@atelier-brie.example has an account.")
                .doesNotContain("Comité logged-1");
    }

    @Test
    void keepsTheSubjectOfAPrivateInvitationFromTheManager() throws IOException {
        laterThanAllOthers();
        byte[] letter = InvitationMails.apple("hidden-1", CAMILLE, "20260608", "100000", "110000");
        String secret = new String(letter, StandardCharsets.UTF_8).replace("SEQUENCE:0", "SEQUENCE:0\r\nCLASS:PRIVATE");
        send(CAMILLE, InvitationMails.SEINE, secret.getBytes(StandardCharsets.UTF_8));
        answer("hidden-1");

        await().untilAsserted(() -> assertThat(browserOf(MANAGER)
                        .with("Accept-Language", "en")
                        .get("/mail-log")
                        .body())
                .contains("Answered camille@atelier-brie.example.", "Without a subject")
                .doesNotContain("Comité hidden-1"));
    }
}
