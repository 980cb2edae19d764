package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.TestClient;
import org.passerelle.booking.model.BookingId;
import org.passerelle.invitation.AgentAddresses;
import org.springframework.beans.factory.annotation.Autowired;
import org.subethamail.smtp.client.SMTPException;
import tools.jackson.databind.JsonNode;

/** What the programs of the invited write back, over SMTP. */
class ReplyHandlerTests extends SmtpDialogue {

    private static final String KIM = "kim@example.org";
    private static final String EVA = "eva@example.org";

    @Autowired
    AgentAddresses addresses;

    private record Meeting(BookingId id, String uid, String day) {}

    private Meeting meeting(String day) {
        JsonNode booking = TestClient.json(as(CAMILLE).post("/api/v1/bookings", """
            {"title":"Replies","start":"%sT10:00","duration":"PT1H","rooms":["melun-almont"],
             "attendees":[{"email":"kim@example.org"},{"email":"sam@example.org"}]}\
            """.formatted(day)));
        Meeting made = new Meeting(
                new BookingId(booking.get("id").asString()), booking.get("uid").asString(), day.replace("-", ""));
        await().until(() -> mailsTo(made, KIM) == 1);
        return made;
    }

    /** As programs write it, without an ORGANIZER as Outlook does; {@code lines} stand for its times and more. */
    private byte[] message(Meeting meeting, String method, String from, String attendee, String lines) {
        return InvitationMails.mail(
                from, method + "-" + meeting.day(), """
                    Content-Type: text/calendar; charset=utf-8; method=%s

                    BEGIN:VCALENDAR
                    VERSION:2.0
                    METHOD:%s
                    BEGIN:VEVENT
                    UID:%s
                    DTSTAMP:20260325T120000Z
                    SEQUENCE:0
                    ATTENDEE;%s
                    COMMENT:Volontiers
                    %s
                    END:VEVENT
                    END:VCALENDAR
                    """.formatted(method, method, meeting.uid(), attendee, lines));
    }

    private String times(Meeting meeting, String start, String end) {
        return "DTSTART:%sT%sZ\nDTEND:%sT%sZ".formatted(meeting.day(), start, meeting.day(), end);
    }

    private void send(Meeting meeting, String from, byte[] mail) throws IOException {
        send(from, addresses.replies(meeting.id()), mail);
    }

    /** As {@link #message} says it, from the very address that it names. */
    private void write(Meeting meeting, String method, String from, String attendee, String lines) throws IOException {
        send(meeting, from, message(meeting, method, from, attendee, lines));
    }

    private JsonNode booking(Meeting meeting) {
        return TestClient.json(as(CAMILLE).get("/api/v1/bookings/" + meeting.id()));
    }

    private String answer(Meeting meeting) {
        return booking(meeting).get("attendees").get(0).get("answer").asString();
    }

    private List<String> reasons(Meeting meeting) {
        String address = addresses.replies(meeting.id());
        await().until(() -> log().stream()
                .anyMatch(mail ->
                        mail.recipient().equals(address) && mail.course().state() != InboxMail.MailState.RECEIVED));
        return log().stream()
                .filter(mail -> mail.recipient().equals(address))
                .findFirst()
                .orElseThrow()
                .course()
                .reasons()
                .stream()
                .map(LoggedReason::toString)
                .toList();
    }

    private long mailsTo(Meeting meeting, String whom) {
        return sent.containing(meeting.id().value(), whom).size();
    }

    @Test
    void looksAtNoMoreAnswersInOneMailThanAnybodyGives() throws IOException {
        Meeting meeting = meeting("2026-08-27");
        String event = "BEGIN:VEVENT\nUID:" + meeting.uid()
                + "\nDTSTAMP:20260325T120000Z\nATTENDEE;PARTSTAT=ACCEPTED:mailto:kim@example.org\n"
                + times(meeting, "080000", "090000") + "\nEND:VEVENT\n";

        send(meeting, KIM, InvitationMails.mail(KIM, "too-many-answers", """
            Content-Type: text/calendar; charset=utf-8; method=REPLY

            BEGIN:VCALENDAR
            VERSION:2.0
            METHOD:REPLY
            """ + event.repeat(101) + "END:VCALENDAR\n"));

        String recipient = addresses.replies(meeting.id());
        await().until(() -> log().stream()
                .anyMatch(mail -> mail.recipient().equals(recipient)
                        && mail.course().reasons().equals(List.of(LoggedReason.of("TOO_MANY_DATES", "101", "100")))));
        assertThat(booking(meeting).get("attendees").get(0).get("answer").asString())
                .isEqualTo("NEEDS-ACTION");
    }

    @Test
    void takesTheAnswerOfAnAttendee() throws IOException {
        Meeting meeting = meeting("2026-07-13");

        write(meeting, "REPLY", KIM, "PARTSTAT=ACCEPTED:mailto:Kim@example.org", times(meeting, "080000", "090000"));

        await().until(() -> answer(meeting).equals("ACCEPTED"));
        assertThat(reasons(meeting)).containsExactly("ANSWER kim@example.org | TAKEN");
    }

    /** RFC 5546 sections 3.2.3 and 4.2.2: an answer names its meeting by the UID. */
    @Test
    void takesAnAnswerThatDoesNotSayWhenTheMeetingIs() throws IOException {
        Meeting meeting = meeting("2026-07-30");

        write(meeting, "REPLY", KIM, "PARTSTAT=ACCEPTED:mailto:Kim@example.org", "");

        await().until(() -> answer(meeting).equals("ACCEPTED"));
        assertThat(reasons(meeting)).containsExactly("ANSWER kim@example.org | TAKEN");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-27, PARTSTAT=NEEDS-ACTION",
        "2026-07-28, PARTSTAT=DELEGATED",
        "2026-07-29, PARTSTAT=X-LATER",
        "2026-07-31, CN=Kim"
    })
    void takesForNoAnswerWhatSaysThatThereIsNone(String day, String partStat) throws IOException {
        Meeting meeting = meeting(day);
        String times = times(meeting, "080000", "090000");
        write(meeting, "REPLY", KIM, "PARTSTAT=ACCEPTED:mailto:kim@example.org", times);
        await().until(() -> answer(meeting).equals("ACCEPTED"));

        String later = new String(
                        message(meeting, "REPLY", KIM, partStat + ":mailto:kim@example.org", times),
                        StandardCharsets.UTF_8)
                .replace("DTSTAMP:20260325T12", "DTSTAMP:20260325T13")
                .replace("REPLY-" + meeting.day(), "LATER-" + meeting.day());
        clock.advance(Duration.ofMinutes(1));
        send(meeting, KIM, later.getBytes(StandardCharsets.UTF_8));

        await().until(() -> reasons(meeting).contains("NO_ANSWER kim@example.org"));
        assertThat(answer(meeting)).isEqualTo("ACCEPTED");
    }

    @Test
    void leavesATraceOfWhatWasWrittenToWhoeverOrganises() throws IOException {
        Meeting meeting = meeting("2026-08-03");

        send(meeting, KIM, InvitationMails.mail(KIM, "words", """
            Content-Type: text/plain; charset=utf-8

            Is there coffee?
            """));

        assertThat(reasons(meeting)).containsExactly("FOR_THE_ORGANISER kim@example.org");
        assertThat(answer(meeting)).isEqualTo("NEEDS-ACTION");
    }

    @Test
    void takesAnAnswerThatNamesADateByItsDay() throws IOException {
        JsonNode series = TestClient.json(as(CAMILLE).post("/api/v1/bookings", """
            {"title":"Replies","start":"2026-08-10T10:00","duration":"PT1H","rooms":["melun-almont"],
             "recurrence":"FREQ=WEEKLY;COUNT=3","attendees":[{"email":"kim@example.org"}]}\
            """));
        Meeting meeting = new Meeting(
                new BookingId(series.get("id").asString()), series.get("uid").asString(), "20260817");
        await().until(() -> mailsTo(meeting, KIM) == 1);

        write(
                meeting,
                "REPLY",
                KIM,
                "PARTSTAT=DECLINED:mailto:kim@example.org",
                "RECURRENCE-ID;VALUE=DATE:20260817\n" + times(meeting, "080000", "090000"));

        assertThat(reasons(meeting)).containsExactly("ANSWER kim@example.org | TAKEN");
        JsonNode kim = booking(meeting).get("attendees").get(0);
        assertThat(kim.get("answer").asString()).isEqualTo("NEEDS-ACTION");
        assertThat(kim.get("dates").toString()).contains("2026-08-17T08:00:00Z", "DECLINED");
    }

    @Test
    void letsNobodyAnswerForSomebodyElse() throws IOException {
        Meeting meeting = meeting("2026-07-23");

        write(meeting, "REPLY", EVA, "PARTSTAT=DECLINED:mailto:kim@example.org", times(meeting, "080000", "090000"));

        assertThat(reasons(meeting)).containsExactly("ANSWER eva@example.org | UNKNOWN");
        assertThat(answer(meeting)).isEqualTo("NEEDS-ACTION");
    }

    @Test
    void notesWhoAnswersUninvited() throws IOException {
        Meeting meeting = meeting("2026-07-15");

        write(meeting, "REPLY", EVA, "PARTSTAT=ACCEPTED:mailto:eva@example.org", times(meeting, "080000", "090000"));

        assertThat(reasons(meeting)).containsExactly("ANSWER eva@example.org | UNINVITED");
        assertThat(booking(meeting).get("attendees")).hasSize(2);
        assertThat(browserOf(CAMILLE).get("/bookings/" + meeting.id()).body()).contains(EVA);
    }

    @Test
    void keepsAProposedTimeForWhoeverRunsTheMeeting() throws IOException {
        Meeting meeting = meeting("2026-07-16");

        write(meeting, "COUNTER", KIM, "PARTSTAT=TENTATIVE:mailto:kim@example.org", times(meeting, "120000", "130000"));

        assertThat(reasons(meeting)).containsExactly("ANSWER kim@example.org | TAKEN");
        assertThat(answer(meeting)).isEqualTo("TENTATIVE");
        assertThat(browserOf(CAMILLE).get("/bookings/" + meeting.id()).body()).contains("14:00");
    }

    @Test
    void sendsTheInvitationAgainToWhoIsInvitedAndAsks() throws IOException {
        Meeting meeting = meeting("2026-07-17");
        clock.advance(Duration.ofMinutes(6));

        write(meeting, "REFRESH", KIM, "CN=Kim:mailto:kim@example.org", "SUMMARY:x");

        await().until(() -> mailsTo(meeting, KIM) == 2);
        assertThat(reasons(meeting)).containsExactly("SENT_AGAIN kim@example.org");
        assertThat(mailsTo(meeting, "sam@example.org")).isEqualTo(1);
    }

    @Test
    void sendsNothingToWhoIsNotInvitedOrWasJustSentSomething() throws IOException {
        Meeting meeting = meeting("2026-07-20");

        write(meeting, "REFRESH", KIM, "CN=Kim:mailto:kim@example.org", "SUMMARY:x");
        assertThat(reasons(meeting)).containsExactly("NOT_SENT_AGAIN kim@example.org");
        clock.advance(Duration.ofMinutes(6));
        write(meeting, "REFRESH", EVA, "CN=Eva:mailto:eva@example.org", "SUMMARY:x");

        await().until(() -> reasons(meeting).contains("NOT_SENT_AGAIN eva@example.org"));
        assertThat(mailsTo(meeting, EVA)).isZero();
        assertThat(mailsTo(meeting, KIM)).isEqualTo(1);
    }

    @Test
    void doesNothingForOtherMessages() throws IOException {
        Meeting meeting = meeting("2026-07-21");

        write(meeting, "CANCEL", KIM, "PARTSTAT=ACCEPTED:mailto:kim@example.org", times(meeting, "080000", "090000"));

        assertThat(reasons(meeting)).containsExactly("ANSWER kim@example.org | UNKNOWN");
        assertThat(answer(meeting)).isEqualTo("NEEDS-ACTION");
        assertThat(booking(meeting).get("state").asString()).isEqualTo("CONFIRMED");
    }

    @Test
    void takesNoMailToAnAddressThatWasNeverHandedOut() {
        Meeting meeting = meeting("2026-07-22");
        String forged = addresses.replies(meeting.id()).replaceFirst("[a-z2-7]{26}@", "a".repeat(26) + "@");

        assertThatThrownBy(() -> send(
                        KIM, forged, message(meeting, "REPLY", KIM, "PARTSTAT=DECLINED:mailto:kim@example.org", "")))
                .isInstanceOf(SMTPException.class)
                .hasMessageContaining("550");
    }
}
