package org.passerelle.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.mail.MailDraft.CalendarPart;
import org.passerelle.mail.MailDraft.MailBody;
import org.passerelle.mail.MailDraft.Mailbox;

/** Mails as bytes, taken apart again by the mail library. */
class MailDraftTests {

    private static final byte[] CALENDAR =
            "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);

    private static MailDraft draft(String name, String subject) {
        return new MailDraft(
                "<one@rooms.example>",
                new Mailbox(name, "rsvp@rooms.example"),
                new Mailbox("Kim", "kim@example.org"),
                subject,
                Instant.parse("2026-03-25T09:00:00Z"),
                new MailBody(
                        "Bonjour à tous",
                        Optional.of("<p>Bonjour à tous</p>"),
                        Optional.of(new CalendarPart("REQUEST", CALENDAR))),
                Map.of("Auto-Submitted", "auto-generated"));
    }

    private static MimeMessage read(MailDraft draft) throws Exception {
        OutgoingMail mail = draft.under("b@rooms.example");
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.bytes()));
    }

    @Test
    void putsTheCalendarLastAmongTheAlternativesAndOnceMoreAsAFile() throws Exception {
        MimeMessage message = read(draft("Camille", "Comité"));

        Multipart mixed = (Multipart) message.getContent();
        Multipart alternatives = (Multipart) mixed.getBodyPart(0).getContent();
        assertThat(message.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getCount()).isEqualTo(2);
        assertThat(mixed.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        assertThat(alternatives.getCount()).isEqualTo(3);
        assertThat(alternatives.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(alternatives.getBodyPart(0).getContent()).isEqualTo("Bonjour à tous");
        assertThat(alternatives.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(alternatives.getBodyPart(2).getContentType())
                .isEqualTo("text/calendar; charset=UTF-8; method=REQUEST");
        assertThat(alternatives.getBodyPart(2).getHeader("Content-Disposition")).isNull();
        assertThat(alternatives.getBodyPart(2).getHeader("Content-ID")).isNull();
        assertThat(alternatives.getBodyPart(2).getInputStream().readAllBytes()).isEqualTo(CALENDAR);
        assertThat(mixed.getBodyPart(1).getContentType()).startsWith("application/ics");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("invite.ics");
        assertThat(mixed.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(CALENDAR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Comité",
                "x\r\nBcc: all@example.org",
                "x\nBcc: all@example.org",
                "x\r Bcc: a@b\u2028c",
                "=?UTF-8?Q?x=0D=0ABcc:_all@example.org?=",
                "\uD83D\uDE00 \" <a@b>, c@d \\",
                "Un titre très long, qui continue et continue encore, avec des accents éèà, bien au-delà d’une ligne"
            })
    void letsNoNameAndNoSubjectBecomeAHeaderOrAnAddress(String text) throws Exception {
        MimeMessage message = read(draft(text, text));

        String clean = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getSubject()).isIn(clean, "x\r\nBcc: all@example.org");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getFrom()).hasSize(1);
        assertThat(((InternetAddress) message.getFrom()[0]).getAddress()).isEqualTo("rsvp@rooms.example");
    }

    @Test
    void writesLinesThatEveryServerTakes() {
        String mail = new String(
                draft("Camille", "é".repeat(200)).under("b@rooms.example").bytes(), StandardCharsets.US_ASCII);

        assertThat(mail.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(mail.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78));
    }

    @Test
    void makesTheSameBytesOfTheSameDraft() {
        assertThat(draft("Camille", "Comité").under("b@rooms.example").bytes())
                .isEqualTo(draft("Camille", "Comité").under("b@rooms.example").bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a,b@example.org", "a b@example.org", "a@b>c", "(x)a@example.org", "a@-x.org", "é@example.org"})
    void refusesAnAddressThatServersReadDifferently(String address) {
        MailDraft draft = draft("Camille", "Comité");
        MailDraft to = new MailDraft(
                draft.messageId(),
                draft.from(),
                new Mailbox("", address),
                draft.subject(),
                draft.date(),
                draft.body(),
                draft.headers());

        assertThatThrownBy(() -> to.under("b@rooms.example")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesDomainsOfOtherScriptsInAscii() {
        assertThat(MailAddress.plain("kim@müller.example")).contains("kim@xn--mller-kva.example");
        assertThat(MailAddress.plain("é@müller.example")).isEmpty();
    }
}
