package org.passerelle;

import java.io.IOException;
import java.util.List;
import java.util.Random;

/** Mail as attackers send it to the built-in receiver: bombs, forgeries, commands without end, connections that just end. */
final class HostileMails {

    private static final String ROOM = "melun-almont@rooms.it77.example";
    private static final String TO_ROOM = "HELO x\r\nMAIL FROM:<a@evil.example>\r\nRCPT TO:<" + ROOM + ">\r\n";
    private static final String DATA = TO_ROOM + "DATA\r\n";
    private static final String END = "\r\n.\r\nQUIT\r\n";
    private static final String HEAD = "From: a@evil.example\r\nTo: " + ROOM + "\r\n";

    private final int port;

    HostileMails(int port) {
        this.port = port;
    }

    private interface Kind {

        String write(int number);
    }

    /** Sends one, and reads whatever is said to it. */
    void send(int number, Random random) throws IOException {
        try (HostileSocket socket = HostileSocket.to(port, random)) {
            socket.send(KINDS.get(number % KINDS.size()).write(number)).read(64_000);
        }
    }

    private static String mail(int number, String calendar) {
        return DATA + HEAD + "Message-ID: <h" + number
                + "@evil.example>\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n"
                + "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n" + calendar + "END:VCALENDAR" + END;
    }

    private static String event(int number, String more) {
        return "BEGIN:VEVENT\r\nUID:h" + number + "\r\nDTSTAMP:20260325T080000Z\r\nDTSTART:20260801T090000Z\r\n"
                + "DTEND:20260801T100000Z\r\nORGANIZER:mailto:a@evil.example\r\nATTENDEE:mailto:" + ROOM + "\r\n" + more
                + "END:VEVENT\r\n";
    }

    private static String foreignOverrides(int number) {
        StringBuilder all = new StringBuilder(event(number, "RRULE:FREQ=WEEKLY;COUNT=2\r\n"));
        for (int i = 0; i < 899; i++) {
            all.append(event(
                    number, "RECURRENCE-ID:2027%02d%02dT%02d0000Z\r\n".formatted(1 + i % 12, 1 + i % 28, i % 24)));
        }
        return all.toString();
    }

    private static String nested() {
        StringBuilder mail = new StringBuilder(DATA).append(HEAD);
        for (int i = 0; i < 2_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=\"b")
                    .append(i)
                    .append("\"\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        return mail.append(END).toString();
    }

    private static final List<Kind> KINDS = List.of(
            number -> "EHLO x\r\n" + "NOOP\r\n".repeat(2_000) + "QUIT\r\n",
            number -> "EHLO " + "x".repeat(200_000) + "\r\nQUIT\r\n",
            number -> TO_ROOM + "BDAT 99999999\r\n" + "x".repeat(300_000),
            number -> "HELO x\r\nMAIL FROM:<a@evil.example>\r\n" + ("RCPT TO:<" + ROOM + ">\r\n").repeat(2_000)
                    + "QUIT\r\n",
            number -> DATA + HEAD + "Subject: " + "x".repeat(500_000) + "\r\n\r\nx" + END,
            number -> DATA + HEAD + "X-A: b\r\n".repeat(20_000) + "\r\nx" + END,
            number -> DATA + HEAD + "\r\nnever ended",
            number -> mail(number, foreignOverrides(number)),
            number -> mail(number, event(number, "SUMMARY:\u2028\u0085\u202E" + "x".repeat(50_000) + "\r\n")),
            number -> mail(number, event(number, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU;COUNT=750\r\n")),
            number -> mail(number, "BEGIN:VEVENT\r\n".repeat(20_000)),
            number -> nested());
}
