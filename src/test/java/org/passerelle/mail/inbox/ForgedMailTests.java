package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.mail.inbox.InboxMail.MailState;
import org.passerelle.mail.smtp.SpooledMail;

/** What the sender of a mail says of itself gives it no authority, over SMTP. */
class ForgedMailTests extends SmtpDialogue {

    private static final String GUEST = "guest@evil.example";

    private static byte[] mail(String from, String id, String uid, String method, String organiser, String times) {
        return InvitationMails.mail(from, id, """
            Content-Type: text/calendar; charset=utf-8

            BEGIN:VCALENDAR
            METHOD:%s
            PRODID:-//test//EN
            VERSION:2.0
            BEGIN:VEVENT
            %s
            ATTENDEE;CUTYPE=ROOM;RSVP=TRUE:mailto:%s
            SUMMARY:%s
            %s
            UID:%s
            DTSTAMP:20260325T08%02d00Z
            SEQUENCE:%d
            END:VEVENT
            END:VCALENDAR
            """.formatted(
                method, organiser, InvitationMails.SEINE, id, times, uid, id.charAt(0) - '0', id.charAt(0) - '0'));
    }

    private static String at(String day, String hour) {
        return "DTSTART;TZID=Europe/Paris:" + day + "T" + hour + "0000\nDURATION:PT1H";
    }

    private InboxMail logged(String subject) {
        return await().until(
                        () -> logOfManager().stream()
                                .filter(mail -> mail.course().subject().endsWith(subject)
                                        && mail.course().state() != MailState.RECEIVED)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String busy(String day) {
        return as(NADIA)
                .get("/api/v1/rooms/melun-seine/busy?from=" + day + "T00:00:00Z&to=" + day + "T23:00:00Z")
                .body();
    }

    private List<SpooledMail> told(String id) {
        return sent.to(CAMILLE, subject -> subject.endsWith("Changed: " + id));
    }

    @Test
    void letsAGuestNeitherCancelNorMoveNorRenameWhatItNamesItselfTheSenderOf() throws IOException {
        String forged = "ORGANIZER;SENT-BY=\"mailto:" + GUEST + "\":mailto:" + CAMILLE;
        send(
                CAMILLE,
                InvitationMails.SEINE,
                mail(CAMILLE, "0-forged", "forged", "REQUEST", "ORGANIZER:mailto:" + CAMILLE, at("20261109", "10")));
        assertThat(logged("0-forged").course().state()).isEqualTo(MailState.DONE);

        send(GUEST, InvitationMails.SEINE, mail(GUEST, "1-forged", "forged", "CANCEL", forged, at("20261109", "10")));
        send(GUEST, InvitationMails.SEINE, mail(GUEST, "2-forged", "forged", "REQUEST", forged, at("20261109", "15")));

        assertThat(logged("1-forged").course().state()).isEqualTo(MailState.KEPT);
        assertThat(logged("2-forged").course().reasons())
                .containsExactly(LoggedReason.of("NOT_FROM_ORGANISER", GUEST, CAMILLE));
        assertThat(busy("2026-11-09")).contains("2026-11-09T09:00:00Z").doesNotContain("2026-11-09T14:00:00Z");
    }

    @Test
    void tellsTheOrganiserWhatSomebodySentInTheirName() throws IOException {
        String named = "ORGANIZER;SENT-BY=\"mailto:" + NADIA + "\":mailto:" + CAMILLE;
        send(CAMILLE, InvitationMails.SEINE, mail(CAMILLE, "0-named", "named", "REQUEST", named, at("20260707", "10")));
        logged("0-named");

        send(NADIA, InvitationMails.SEINE, mail(NADIA, "1-named", "named", "CANCEL", named, at("20260707", "10")));

        assertThat(logged("1-named").course().reasons()).contains(LoggedReason.of("FREED"));
        assertThat(busy("2026-07-07")).doesNotContain("2026-07-07T08:00:00Z");
        assertThat(told("1-named"))
                .hasSize(1)
                .first()
                .satisfies(mail -> assertThat(mail.text("text/plain").orElseThrow())
                        .contains(NADIA + " a écrit", "rendue", NADIA + " wrote to", "given up"));
    }
}
