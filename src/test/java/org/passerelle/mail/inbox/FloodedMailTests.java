package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.mail.inbox.InboxMail.MailState;
import org.passerelle.mail.smtp.SpooledMail;
import org.springframework.test.context.TestPropertySource;

/** Mail that asks for very much, or comes very often, over SMTP: it is answered, in bounds, and holds nobody else up. */
@TestPropertySource(properties = "passerelle.mail.sender-per-hour=20")
class FloodedMailTests extends SmtpDialogue {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 13);

    /** How many mails one sender sends at once, of which 20 are acted upon in an hour; 500 in {@code -Pnightly}. */
    private static final int FLOOD = Integer.getInteger("flood.mails", 120);

    private static String event(String uid, String from, String more, LocalDate day, int hour) {
        String start = DateTimeFormatter.BASIC_ISO_DATE.format(day) + "T%02d0000".formatted(hour);
        return """
            BEGIN:VEVENT
            UID:%s
            ORGANIZER:mailto:%s
            ATTENDEE;CUTYPE=ROOM;RSVP=TRUE:mailto:%s
            SUMMARY:Série
            DTSTAMP:20260325T081500Z
            DTSTART;TZID=Europe/Paris:%s
            DURATION:PT30M
            %sEND:VEVENT
            """.formatted(uid, from, InvitationMails.SEINE, start, more);
    }

    private static byte[] mail(String from, String id, String events) {
        return InvitationMails.mail(
                from,
                id,
                "Content-Type: text/calendar; charset=utf-8\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nVERSION:2.0\n"
                        + "PRODID:-//test//EN\n" + events + "END:VCALENDAR\n");
    }

    /** The series, and {@code count} dates that differ, a day after the other from {@code from}. */
    private static String series(String uid, String sender, String rule, LocalDate from, int count) {
        StringBuilder events = new StringBuilder(event(uid, sender, "RRULE:" + rule + "\n", FIRST, 8));
        for (int i = 0; i < count; i++) {
            LocalDate day = from.plusDays(i);
            String id = "RECURRENCE-ID;TZID=Europe/Paris:" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "T080000\n";
            events.append(event(uid, sender, id, day, 9));
        }
        return events.toString();
    }

    private List<SpooledMail> answers(String id) {
        return sent.answering(id + "@example.org>");
    }

    private Optional<InboxMail> logged(String id) {
        return logOfManager().stream()
                .filter(mail -> mail.course().subject().endsWith(id)
                        && !mail.course().state().isOpen())
                .findFirst();
    }

    @Test
    void refusesDatesThatTheSeriesDoesNotHaveInOneAnswer() throws IOException {
        String events = series("foreign", CAMILLE, "FREQ=WEEKLY;COUNT=3", FIRST.plusYears(3), 899);

        send(CAMILLE, InvitationMails.SEINE, mail(CAMILLE, "foreign-1", events));
        send(
                LOUIS,
                InvitationMails.SEINE,
                InvitationMails.apple("behind-foreign", LOUIS, "20260716", "140000", "150000"));

        await().atMost(SOON).until(() -> answers("behind-foreign").size() == 1);
        await().atMost(SOON).until(() -> logged("foreign-1").isPresent());
        assertThat(logged("foreign-1").orElseThrow().course().reasons())
                .anyMatch(reason -> reason.code().equals("FOREIGN_DATES")
                        && reason.detail(0).equals("899"));
        assertThat(answers("foreign-1")).hasSize(2);
    }

    @Test
    void refusesMoreDatesThanAnybodyChangesAtOnceInOneAnswer() throws IOException {
        String events = series("many", CAMILLE, "FREQ=DAILY;COUNT=700", FIRST, 200);

        send(CAMILLE, InvitationMails.SEINE, mail(CAMILLE, "many-1", events));

        await().atMost(SOON).until(() -> answers("many-1").size() == 1);
        assertThat(logged("many-1").orElseThrow().course().reasons())
                .contains(LoggedReason.of("TOO_MANY_DATES", "200", "100"))
                .noneMatch(reason -> reason.code().equals("BOOKED"));
    }

    @Test
    void answersAMessageWithNoMoreThanThirtyMails() throws IOException {
        String events = series("busy", NADIA, "FREQ=DAILY;COUNT=60", FIRST, 60);

        send(NADIA, InvitationMails.SEINE, mail(NADIA, "busy-1", events));

        await().atMost(SOON).until(() -> logged("busy-1").isPresent());
        assertThat(answers("busy-1"))
                .hasSize(30)
                .anySatisfy(mail -> assertThat(mail.text("text/plain").orElseThrow())
                        .contains("31 more answers, one a date, are not sent"));
    }

    @Test
    void servesOthersBetweenTheMailsOfOneSender() throws IOException {
        for (int i = 0; i < FLOOD; i++) {
            inbox.take(
                    "flood@evil.example",
                    InvitationMails.SEINE,
                    true,
                    InvitationMails.apple("flood-" + i, "flood@evil.example", "20260720", "100000", "110000"));
        }
        send(LOUIS, InvitationMails.SEINE, InvitationMails.apple("between", LOUIS, "20260721", "100000", "110000"));

        await().atMost(SOON).until(() -> answers("between").size() == 1);
        List<InboxMail> mails = logOfManager();
        assertThat(mails.stream().filter(FloodedMailTests::isFlood)).hasSize(FLOOD);
        await().atMost(Duration.ofMinutes(2)).until(() -> floodIn(MailState.DEFERRED) == FLOOD - 20);
        assertThat(floodIn(MailState.DONE)).isEqualTo(20);

        clock.advance(Duration.ofMinutes(61));
        inbox.lookAtAll();

        await().atMost(SOON).until(() -> floodIn(MailState.DONE) == 40);
        assertThat(floodIn(MailState.DEFERRED)).isEqualTo(FLOOD - 40);
    }

    private static boolean isFlood(InboxMail mail) {
        return mail.returnPath().equals("flood@evil.example");
    }

    private long floodIn(MailState state) {
        return logOfManager().stream()
                .filter(mail -> isFlood(mail) && mail.course().state() == state)
                .count();
    }
}
