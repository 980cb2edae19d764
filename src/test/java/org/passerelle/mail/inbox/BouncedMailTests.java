package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.TestClient;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.BookingId;
import org.passerelle.invitation.AgentAddresses;
import org.springframework.beans.factory.annotation.Autowired;
import org.subethamail.smtp.client.SMTPException;
import tools.jackson.databind.JsonNode;

/** Invitations that come back, over SMTP. */
class BouncedMailTests extends SmtpDialogue {

    private static final String FAILED =
            "Final-Recipient: rfc822;kim@example.org\nAction: failed\nDiagnostic-Code: smtp; 550 5.1.1 No such user";

    @Autowired
    AgentAddresses addresses;

    /** Kim and Eva are invited, and mailed. */
    private BookingId invited(String day) {
        JsonNode booking = TestClient.json(as(CAMILLE).post("/api/v1/bookings", """
            {"title":"Bounce","start":"%sT10:00","duration":"PT1H","rooms":["melun-visio"],
             "attendees":[{"email":"kim@example.org"},{"email":"eva@example.org"}]}\
            """.formatted(day)));
        BookingId id = new BookingId(booking.get("id").asString());
        await().until(() -> states(id).equals(List.of("SENT", "SENT")));
        return id;
    }

    private List<String> states(BookingId id) {
        JsonNode attendees =
                TestClient.json(as(CAMILLE).get("/api/v1/bookings/" + id)).get("attendees");
        return List.of(state(attendees.get(0)), state(attendees.get(1)));
    }

    private static String state(JsonNode attendee) {
        return attendee.get("mail").get("state").asString();
    }

    private String bounceOf(BookingId id, String whom) {
        return addresses.bounces(id, new EmailAddress(whom));
    }

    /** The log once everything that came is dealt with; the order in which that happens is nobody's business. */
    private List<InboxMail> logAfterAll() {
        await().until(() ->
                log().stream().noneMatch(mail -> mail.course().state().isOpen()));
        return log();
    }

    @Test
    void marksTheAttendeeWhoseMailCameBackAndNobodyElse() throws IOException {
        BookingId id = invited("2026-07-06");

        send("", bounceOf(id, "kim@example.org"), InvitationMails.report(bounceOf(id, "kim@example.org"), FAILED));

        await().until(() -> states(id).equals(List.of("BOUNCED", "SENT")));
        assertThat(logAfterAll())
                .anySatisfy(mail -> assertThat(mail.course().reasons())
                        .containsExactly(LoggedReason.of("CAME_BACK", "550 5.1.1 No such user")));
    }

    @Test
    void marksNobodyForAnythingButAFailure() throws IOException {
        BookingId id = invited("2026-07-07");
        String address = bounceOf(id, "kim@example.org");

        send("", address, InvitationMails.report(address, FAILED.replace("failed", "delayed")));
        send("", address, InvitationMails.automatic("kim@example.org", "away-1"));
        send("kim@example.org", address, InvitationMails.report(address, FAILED));
        send("", addresses.replies(id), InvitationMails.report(addresses.replies(id), FAILED));
        send("", InvitationMails.SEINE, InvitationMails.report(InvitationMails.SEINE, FAILED));

        assertThat(logAfterAll())
                .noneMatch(mail -> LoggedReason.isAmong(mail.course().reasons(), "CAME_BACK")
                        && mail.recipient().equals(address.toLowerCase(java.util.Locale.ROOT)));
        assertThat(states(id)).containsExactly("SENT", "SENT");
    }

    @Test
    void takesNoReportAboutMailThatIsNotOurs() {
        BookingId id = invited("2026-07-08");
        String kim = bounceOf(id, "kim@example.org");
        String forged = kim.replaceFirst("-[a-z2-7]{26}@", "-aaaaaaaaaaaaaaaaaaaaaaaaaa@");
        String unknown = bounceOf(new BookingId("0".repeat(32)), "kim@example.org");
        String uninvited = bounceOf(id, "victim@third.example");

        for (String address : List.of(forged, unknown, uninvited, "b+x@rooms.it77.example")) {
            assertThatThrownBy(() -> send("", address, InvitationMails.report(address, FAILED)))
                    .isInstanceOf(SMTPException.class)
                    .hasMessageContaining("550");
        }
        assertThat(states(id)).containsExactly("SENT", "SENT");
    }

    @Test
    void keepsOfWhatAServerSaysOnlyALineOfText() throws IOException {
        BookingId id = invited("2026-07-09");
        String address = bounceOf(id, "eva@example.org");
        String long550 = "<script>" + "x".repeat(5_000);

        send("", address, InvitationMails.report(address, "Action: failed\nDiagnostic-Code: smtp; " + long550));

        await().until(() -> states(id).equals(List.of("SENT", "BOUNCED")));
        String body = as(CAMILLE).get("/api/v1/bookings/" + id).body();
        assertThat(body.getBytes(StandardCharsets.UTF_8).length).isLessThan(5_000);
    }
}
