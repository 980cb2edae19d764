package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.mail.inbox.InboxMail.MailState;

/** Whoever is named as the sender of mail that nobody vouches for is sent nothing by us, whatever the mail holds. */
class BackscatterTests extends SmtpDialogue {

    private static final String VICTIM = "victim@third.example";

    @Test
    void sendsNothingToASenderThatNobodyVouchesFor() {
        List<byte[]> mails = List.of(
                InvitationMails.outlook("back-1", VICTIM, "20260608", "100000", "110000"),
                InvitationMails.google("back-2", VICTIM, "20260608", "120000", "130000"),
                InvitationMails.winmail(VICTIM, "back-3"),
                InvitationMails.mail(VICTIM, "back-4", "Subject: hello\n\nNo invitation at all."),
                InvitationMails.mail(
                        VICTIM,
                        "back-5",
                        "Subject: broken\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nEND:NOTHING"),
                InvitationMails.mail(
                        VICTIM,
                        "back-6",
                        "Subject: off\nContent-Type: text/calendar; method=CANCEL\n\n"
                                + calendar("CANCEL", "ORGANIZER:mailto:" + VICTIM)),
                InvitationMails.mail(
                        VICTIM,
                        "back-7",
                        "Subject: again\nContent-Type: text/calendar; method=REFRESH\n\n"
                                + calendar("REFRESH", "ATTENDEE:mailto:" + VICTIM)));
        mails.forEach(mail -> inbox.take(VICTIM, InvitationMails.SEINE, false, mail));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(fromTheVictim())
                        .hasSize(mails.size())
                        .noneMatch(mail -> mail.course().state() == MailState.RECEIVED));

        assertThat(fromTheVictim()).allMatch(mail -> mail.course().answers().isEmpty());
        assertThat(sent.to(VICTIM)).isEmpty();
    }

    private List<InboxMail> fromTheVictim() {
        return log().stream().filter(mail -> mail.returnPath().equals(VICTIM)).toList();
    }

    private static String calendar(String method, String people) {
        return String.join(
                "\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//x//y//EN",
                "METHOD:" + method,
                "BEGIN:VEVENT",
                "UID:back-" + method,
                "DTSTAMP:20260325T080000Z",
                "DTSTART:20260608T100000Z",
                "DTEND:20260608T110000Z",
                "SUMMARY:x",
                people,
                "ATTENDEE:mailto:" + InvitationMails.SEINE,
                "END:VEVENT",
                "END:VCALENDAR");
    }

    /** Without it the test above would pass for want of any answer at all. */
    @Test
    void answersTheSameMailFromASenderThatIsCertain() {
        byte[] mail = InvitationMails.outlook("back-8", CAMILLE, "20260609", "100000", "110000");
        inbox.take(CAMILLE, InvitationMails.SEINE, true, mail);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(sent.containing("back-8@example.org")).isNotEmpty());
    }
}
