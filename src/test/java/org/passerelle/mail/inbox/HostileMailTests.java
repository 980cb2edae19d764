package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.calendar.read.Mutations;
import org.passerelle.mail.inbox.InboxMail.MailCourse;
import org.passerelle.mail.inbox.InboxMail.MailState;
import org.springframework.beans.factory.annotation.Autowired;

/** Mail that is broken or made to do harm, in the program as it runs: each is dealt with soon, and nobody else hears of it. */
class HostileMailTests extends HttpTest {

    /** Of the processor, which on a busy machine is less than what passes meanwhile. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Instant RECEIVED = Instant.parse("2026-03-25T08:00:00Z");

    @Autowired
    InboxStore store;

    @Autowired
    InboundProcessor working;

    private Duration slowest = Duration.ZERO;
    private int acted;

    private static String text(byte[] mail) {
        return new String(mail, StandardCharsets.UTF_8);
    }

    private static List<String> shapes() {
        return List.of(
                text(InvitationMails.outlook("hostile-1", CAMILLE, "20260608", "100000", "110000")),
                text(InvitationMails.google("hostile-2", CAMILLE, "20260609", "100000", "110000")),
                text(InvitationMails.apple("hostile-3", CAMILLE, "20260610", "100000", "110000")),
                text(InvitationMails.thunderbird("hostile-4", CAMILLE, "20260611", "100000", "110000")),
                text(InvitationMails.winmail(CAMILLE, "hostile-5")),
                text(InvitationMails.report(InvitationMails.SEINE, "Action: failed\nStatus: 5.0.0")));
    }

    /** Works through a mail and looks at what became of it. */
    private MailCourse dealtWith(String id, byte[] raw, boolean trusted) {
        store.add(new InboxMail(id, RECEIVED, CAMILLE, InvitationMails.SEINE, trusted, MailCourse.NEW), raw);
        long begun = THREADS.getCurrentThreadCpuTime();
        working.through(id);
        Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begun);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        MailCourse course = store.find(id).orElseThrow().course();
        assertThat(course.state()).as(id).isNotIn(MailState.RECEIVED, MailState.FAILED);
        assertThat(course.answers())
                .as(id)
                .allSatisfy(answer -> assertThat(answer.recipient()).isEqualTo(course.sender()))
                .noneMatch(answer -> answer.toString().contains("third.example"));
        if (!trusted) {
            assertThat(course.answers()).as(id).isEmpty();
        }
        acted += course.answers().isEmpty() ? 0 : 1;
        return course;
    }

    /** As many as the goal names are run on demand: {@code -Dhostile.mails=10000}. */
    @Test
    void isDealtWithWithinASecondAndAnswersNobodyButItsSender() {
        int mails = Integer.getInteger("hostile.mails", 120);
        Random random = new Random(77);
        List<String> shapes = shapes();

        for (int i = 0; i < mails; i++) {
            boolean trusted = i % 4 != 0;
            dealtWith("hostile-" + i, Mutations.of(shapes.get(i % shapes.size()), random), trusted);
            if (i % 500 == 499) {
                store.forgetAllBut(500, Long.MAX_VALUE);
            }
        }

        assertThat(acted).isGreaterThan(mails / 20);
        assertThat(slowest).isLessThan(LONGEST);
    }

    @Test
    void exhaustsNothing() {
        String from = "From: " + CAMILLE + "\r\nTo: " + InvitationMails.SEINE + "\r\nMessage-ID: <x@example.org>\r\n";
        String calendar = "Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n";
        StringBuilder nested = new StringBuilder(from);
        for (int i = 0; i < 20_000; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=\"b" + i + "\"\r\n\r\n--b" + i + "\r\n");
        }
        String large = "x".repeat(1_900_000);
        List<String> monsters = new ArrayList<>(List.of(
                nested.toString(),
                from + "X-A: b\r\n".repeat(200_000) + "\r\n",
                from + "X-A: " + large + "\r\n\r\n",
                from + "DKIM-Signature: v=1; " + "a=b; ".repeat(300_000) + "\r\n\r\n",
                from + "DKIM-Signature: v=1; a=rsa-sha256; b=x; h=from\r\n".repeat(30_000) + "\r\n",
                from + "Authentication-Results: " + "(".repeat(900_000) + ")".repeat(900_000) + "\r\n\r\n",
                from + "Content-Type: text/calendar; charset=\"" + large + "\"\r\n\r\nBEGIN:VCALENDAR\r\n",
                from + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n"
                        + "Content-Type: message/delivery-status\r\n\r\n" + "Action: x\r\n \r\n".repeat(100_000),
                from + calendar + "BEGIN:VEVENT\r\n".repeat(100_000),
                from
                        + calendar
                        + ("BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260601T100000Z\r\nRRULE:FREQ=DAILY;COUNT=9999\r\n"
                                        + "END:VEVENT\r\n")
                                .repeat(19_000),
                from + calendar + "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260601T100000Z\r\nORGANIZER:mailto:" + CAMILLE
                        + "\r\nSUMMARY:" + large + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                from + calendar + "BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20260601T100000Z\r\nATTENDEE:mailto:a@b.example\r\n"
                        + "ATTENDEE;CN=x:mailto:c@third.example\r\n".repeat(45_000) + "END:VEVENT\r\nEND:VCALENDAR\r\n",
                from + "Subject: =?utf-8?Q?" + "=41".repeat(600_000) + "?=\r\n\r\n",
                "From: " + "a@b.example, ".repeat(100_000) + CAMILLE + "\r\n\r\n",
                "From: \"" + "\\\"".repeat(900_000) + "\" <" + CAMILLE + ">\r\n\r\n"));

        for (int i = 0; i < monsters.size(); i++) {
            byte[] raw = monsters.get(i).getBytes(StandardCharsets.UTF_8);
            dealtWith("monster-" + i, raw, true);
            dealtWith("monster-untrusted-" + i, raw, false);
            assertThat(slowest).as("monster %s", i).isLessThan(LONGEST);
        }
    }
}
