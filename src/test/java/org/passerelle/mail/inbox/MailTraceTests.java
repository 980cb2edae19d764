package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.booking.model.BookingId;
import org.passerelle.calendar.read.Mutations;
import org.passerelle.invitation.AgentAddresses;
import org.passerelle.mail.inbox.InboxMail.MailCourse;
import org.passerelle.mail.inbox.InboxMail.MailState;
import org.springframework.beans.factory.annotation.Autowired;

/** No mail that was taken ends without a trace, for its sender or in the mail log. */
class MailTraceTests extends HttpTest {

    private static final long SEED = 20261130;

    /** What asks something of a room, or looks as if it did. */
    private static final Set<String> ASKING = Set.of("REQUEST", "ADD", "PUBLISH", "COUNTER", "REFRESH", "", "NONSENSE");

    @Autowired
    InboxStore store;

    @Autowired
    InboundProcessor working;

    @Autowired
    AgentAddresses addresses;

    private final Random random = new Random(SEED);

    @SafeVarargs
    private <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private record Made(String text, String recipient, String method, boolean isCertain, boolean namesTheRoom) {}

    private Made mail(int number, String replies) {
        String from = any(
                NADIA,
                "Nadia <" + NADIA + ">",
                NADIA + " <" + NADIA + ">",
                "Nadia @ GG <" + NADIA + ">",
                "kim@example.org",
                "a@b.example, " + NADIA,
                "Nadia",
                InvitationMails.SEINE);
        String method = any(
                "REQUEST",
                "REQUEST",
                "ADD",
                "CANCEL",
                "PUBLISH",
                "REPLY",
                "COUNTER",
                "REFRESH",
                "DECLINECOUNTER",
                "",
                "NONSENSE");
        boolean namesTheRoom = random.nextInt(4) > 0;
        StringBuilder calendar = new StringBuilder();
        int calendars = any(0, 1, 1, 1, 2);
        for (int i = 0; i < calendars; i++) {
            calendar.append("BEGIN:VCALENDAR\nVERSION:2.0\n");
            calendar.append(method.isEmpty() ? "" : "METHOD:" + method + "\n");
            for (int j = any(0, 1, 1, 1, 2, 3); j > 0; j--) {
                calendar.append(event("trace-" + number, namesTheRoom));
            }
            calendar.append(any("END:VCALENDAR\n", "END:VCALENDAR\n", ""));
        }
        String head = "From: " + from + "\nTo: x\nMessage-ID: <trace-" + number + "@example.org>\n"
                + any("", "", "", "Auto-Submitted: auto-replied\n", "List-Id: <x.example>\n");
        String type =
                any("text/calendar; charset=utf-8", "text/calendar; method=" + method, "text/plain", "multipart/mixed");
        String text = (head + "Content-Type: " + type + "\n\n" + calendar).replace("\n", "\r\n");
        boolean isCertain = random.nextInt(5) > 0;
        return new Made(
                text, random.nextInt(4) == 0 ? replies : InvitationMails.SEINE, method, isCertain, namesTheRoom);
    }

    private String event(String uid, boolean namesTheRoom) {
        return "BEGIN:VEVENT\n"
                + any(
                        "UID:" + uid + "\n",
                        "UID:" + uid + "\n",
                        "UID:other-" + uid + "\n",
                        "UID:known\n",
                        "",
                        "UID:" + "x".repeat(1_200) + "\n")
                + any("DTSTAMP:20260324T080000Z\n", "")
                + any(
                        "DTSTART;TZID=Europe/Paris:202609" + (10 + random.nextInt(18)) + "T100000\n",
                        "DTSTART:20200101T100000Z\n",
                        "DTSTART;VALUE=DATE:20260914\n",
                        "DTSTART;TZID=Mars/Olympus:20260914T100000\n",
                        "DTSTART:nonsense\n",
                        "")
                + any("DURATION:PT1H\n", "DURATION:P1D\n", "DTEND:20190101T100000Z\n", "DURATION:PT0S\n", "")
                + any(
                        "",
                        "",
                        "RRULE:FREQ=WEEKLY;COUNT=3\n",
                        "RRULE:FREQ=DAILY\n",
                        "RRULE:FREQ=SECONDLY\n",
                        "RRULE:\n",
                        "RRULE:FREQ=WEEKLY;COUNT=2\nRRULE:FREQ=DAILY;COUNT=2\n",
                        "RRULE:FREQ=WEEKLY\nEXRULE:FREQ=MONTHLY\n")
                + any(
                        "",
                        "",
                        "",
                        "RECURRENCE-ID:20260914T080000Z\n",
                        "RECURRENCE-ID;VALUE=DATE:20260914\n",
                        "RECURRENCE-ID;RANGE=THISANDFUTURE:20260914T080000Z\n",
                        "RECURRENCE-ID;TZID=Mars:20260914T080000\n",
                        "RECURRENCE-ID;RANGE=THISANDPRIOR:20260914T080000Z\n")
                + any(
                        "ORGANIZER:mailto:" + NADIA + "\n",
                        "ORGANIZER:mailto:" + NADIA + "\n",
                        "ORGANIZER:mailto:kim@example.org\n",
                        "")
                + (namesTheRoom
                        ? "ATTENDEE;RSVP=TRUE:mailto:" + InvitationMails.SEINE + "\n"
                        : "ATTENDEE:mailto:" + NADIA + "\n")
                + any("SEQUENCE:0\n", "SEQUENCE:2\n", "", "SEQUENCE:x\n")
                + any("SUMMARY:Trace\n", "STATUS:CANCELLED\n", "")
                + any("END:VEVENT\n", "END:VEVENT\n", "END:VEVENT\n", "");
    }

    private MailCourse dealtWith(String id, Made mail) {
        store.add(
                new InboxMail(id, clock.instant(), NADIA, mail.recipient(), mail.isCertain(), MailCourse.NEW),
                mail.text().getBytes(StandardCharsets.UTF_8));
        working.through(id);
        return store.find(id).orElseThrow().course();
    }

    private String replies() {
        BookingId booking = new BookingId(TestClient.json(as(CAMILLE).post("/api/v1/bookings", """
            {"title":"Traces","start":"2026-09-28T10:00","duration":"PT1H","rooms":["melun-almont"],
             "attendees":[{"email":"kim@example.org"}]}\
            """))
                .get("id")
                .asString());
        return addresses.replies(booking);
    }

    /** As many as one likes are run on demand: {@code -Dtraces.mails=10000}. */
    @Test
    void endsWithATraceWhateverItIs() {
        int mails = Integer.getInteger("traces.mails", 100);
        String replies = replies();
        List<String> silent = new ArrayList<>();
        int answered = 0;
        for (int i = 0; i < mails; i++) {
            Made mail = mail(i, replies);
            Made sent = i % 5 == 4
                    ? new Made(
                            new String(Mutations.of(mail.text(), random), StandardCharsets.UTF_8),
                            mail.recipient(),
                            "?",
                            mail.isCertain(),
                            false)
                    : mail;
            clock.advance(Duration.ofSeconds(30)); // Else the sender would have had its mails of an hour.
            MailCourse course = dealtWith("trace-" + i, sent);
            boolean hasEnded = course.state() != MailState.RECEIVED && course.state() != MailState.FAILED;
            boolean hasTrace = !course.reasons().isEmpty() || !course.answers().isEmpty();
            if (!hasEnded
                    || !hasTrace
                    || isOwedAnAnswer(sent, course) && course.answers().isEmpty()) {
                silent.add(course + "\n" + sent.text());
            }
            answered += course.answers().isEmpty() ? 0 : 1;
        }

        assertThat(silent).as("of %s mails, by the seed %s", mails, SEED).isEmpty();
        assertThat(answered).isGreaterThan(mails / 8);
    }

    /** Whoever certainly wrote to a room and asked for something hears of it, unless a manager is to decide or it is old. */
    private static boolean isOwedAnAnswer(Made mail, MailCourse course) {
        boolean isLetGo = course.state() == MailState.KEPT
                || course.reasons().stream()
                        .map(LoggedReason::code)
                        .anyMatch(
                                Set.of("MACHINE", "NO_SENDER", "OWN_MAIL", "OLDER", "SAME", "ROOM_NOT_NAMED")::contains)
                || mail.text().contains("UID:known") && course.reasons().contains(LoggedReason.of("OVER"));
        return mail.recipient().equals(InvitationMails.SEINE)
                && mail.isCertain()
                && mail.namesTheRoom()
                && ASKING.contains(mail.method())
                && !isLetGo
                && !isCancelledOnly(mail);
    }

    private static boolean isCancelledOnly(Made mail) {
        return mail.text().contains("STATUS:CANCELLED");
    }
}
