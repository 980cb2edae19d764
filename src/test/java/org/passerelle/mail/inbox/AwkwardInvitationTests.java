package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.calendar.StrictCalendar;
import org.passerelle.mail.inbox.InboxMail.MailState;
import org.passerelle.mail.smtp.SpooledMail;

/**
 * Invitations that are correct or common and of which programs make nonsense, through the door for mail: what the room says,
 * and what it holds afterwards.
 */
class AwkwardInvitationTests extends SmtpDialogue {

    private static final String ROOMS = "@rooms.it77.example";

    private int mails;

    /** @param events the lines of each event, beside what all have */
    private String calendar(String method, String room, String uid, int sequence, String zones, String... events) {
        StringBuilder out = new StringBuilder("BEGIN:VCALENDAR\nPRODID:-//Revue//EN\nVERSION:2.0\n");
        out.append(method.isEmpty() ? "" : "METHOD:" + method + "\n").append(zones);
        for (String event : events) {
            out.append("BEGIN:VEVENT\nUID:").append(uid).append("\nDTSTAMP:20260320T0800");
            out.append("%02d".formatted(sequence)).append("Z\nSEQUENCE:").append(sequence);
            out.append("\nSUMMARY:Revue\nORGANIZER;CN=Nadia:mailto:").append(NADIA);
            out.append("\nATTENDEE;CUTYPE=ROOM;RSVP=TRUE:mailto:")
                    .append(room)
                    .append(ROOMS)
                    .append('\n');
            out.append(event).append("\nEND:VEVENT\n");
        }
        return out.append("END:VCALENDAR\n").toString().replace("\n", "\r\n");
    }

    private String send(String room, String calendar) throws IOException {
        return send(room, calendar.getBytes(StandardCharsets.UTF_8), NADIA);
    }

    private String send(String room, byte[] calendar, String from) throws IOException {
        String id = room + "-awkward-" + ++mails;
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        String head = "From: " + from + "\r\nTo: " + room + ROOMS + "\r\nMessage-ID: <" + id + "@example.org>\r\n"
                + "Date: Wed, 25 Mar 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/calendar; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
        raw.write(head.getBytes(StandardCharsets.UTF_8));
        raw.write(Base64.getMimeEncoder().encode(calendar));
        send(NADIA, room + ROOMS, raw.toByteArray());
        // All of them, for one that came in the same moment may be told of before it.
        await().atMost(Duration.ofSeconds(10))
                .until(() -> log().stream()
                        .filter(each -> each.recipient().equals(room + ROOMS))
                        .noneMatch(each -> each.course().state() == MailState.RECEIVED));
        return id;
    }

    /** The last one to {@code room}. */
    private InboxMail mail(String room) {
        return log().stream()
                .filter(each -> each.recipient().equals(room + ROOMS))
                .findFirst()
                .orElseThrow();
    }

    /** Each answer as a calendar; one in words as its text. */
    private List<String> answers(String id) {
        List<String> found = new ArrayList<>();
        for (SpooledMail mail : sent.answering(id + "@example.org>")) {
            found.add(content(new String(mail.bytes(), StandardCharsets.ISO_8859_1)));
        }
        return found;
    }

    private static String content(String mail) {
        if (!mail.contains("text/calendar")) {
            return mail;
        }
        int begin = mail.indexOf("\r\n\r\n", mail.indexOf("text/calendar")) + 4;
        byte[] calendar = Base64.getMimeDecoder().decode(mail.substring(begin, mail.indexOf("\r\n--", begin)));
        assertThat(StrictCalendar.faultsOfReply(calendar)).isEmpty();
        return new String(calendar, StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    /** An answer leaves a moment after the log says what became of its mail. */
    private List<String> answers(String id, int count) {
        await().atMost(Duration.ofSeconds(10)).until(() -> answers(id).size() >= count);
        List<String> answers = answers(id);
        assertThat(answers).hasSize(count);
        return answers;
    }

    private String only(String id) {
        return answers(id, 1).get(0);
    }

    /** What {@code room} holds on those days, as {@code from/to} in UTC without seconds. */
    private List<String> busy(String room, String... days) {
        return Arrays.stream(days)
                .flatMap(day -> Stream.of(as(NADIA)
                                .get("/api/v1/rooms/" + room + "/busy?from=" + day + "T00:00:00Z&to=" + day
                                        + "T23:59:00Z")
                                .body()
                                .split("\\{\"from\":"))
                        .filter(part -> part.contains("\"BUSY\""))
                        .map(part -> part.replaceAll("^\"(.{16}).*?\"to\":\"(.{16}).*$", "$1/$2")))
                .toList();
    }

    private static String times(String day, String from, String to) {
        return "DTSTART;TZID=Europe/Paris:" + day + "T" + from + "00\nDTEND;TZID=Europe/Paris:" + day + "T" + to + "00";
    }

    /** Invites {@code room} to what {@code lines} say; the Message-ID. */
    private String request(String room, String uid, int sequence, String lines) throws IOException {
        return send(room, calendar("REQUEST", room, uid, sequence, "", lines));
    }

    @Test
    void freesTheRoomByACancellationThatDoesNotSayWhenItWas() throws IOException {
        String room = "melun-seine";
        assertThat(only(request(room, "no-start", 0, times("20260907", "1810", "1850"))))
                .contains("PARTSTAT=ACCEPTED");
        assertThat(busy(room, "2026-09-07")).contains("2026-09-07T16:10/2026-09-07T16:50");

        String cancelled = send(room, calendar("CANCEL", room, "no-start", 1, "", "STATUS:CANCELLED"));

        assertThat(answers(cancelled)).isEmpty();
        assertThat(busy(room, "2026-09-07")).doesNotContain("2026-09-07T16:10/2026-09-07T16:50");
    }

    @Test
    void addsADateToASeriesAndKeepsTheOthers() throws IOException {
        String room = "fontainebleau-chene";
        request(room, "added", 0, times("20260908", "1000", "1100") + "\nRRULE:FREQ=WEEKLY;COUNT=2");

        String added = send(room, calendar("ADD", room, "added", 1, "", times("20260909", "1500", "1600")));

        assertThat(only(added)).contains("PARTSTAT=ACCEPTED", "RECURRENCE-ID;TZID=Europe/Paris:20260909T150000");
        assertThat(busy(room, "2026-09-08", "2026-09-09", "2026-09-15"))
                .containsExactly(
                        "2026-09-08T08:00/2026-09-08T09:00",
                        "2026-09-09T13:00/2026-09-09T14:00",
                        "2026-09-15T08:00/2026-09-15T09:00");
    }

    @Test
    void movesTheDateThatIsNamedByItsDay() throws IOException {
        String room = "melun-visio";
        request(room, "by-day", 0, times("20260908", "1000", "1100") + "\nRRULE:FREQ=WEEKLY;COUNT=2");

        String moved =
                request(room, "by-day", 1, times("20260915", "1700", "1800") + "\nRECURRENCE-ID;VALUE=DATE:20260915");

        assertThat(only(moved)).contains("PARTSTAT=ACCEPTED", "RECURRENCE-ID;TZID=Europe/Paris:20260915T100000");
        assertThat(busy(room, "2026-09-15")).containsExactly("2026-09-15T15:00/2026-09-15T16:00");
    }

    @Test
    void movesADateAndAllThatFollow() throws IOException {
        String room = "chelles-visio";
        request(room, "range", 0, times("20260908", "1000", "1100") + "\nRRULE:FREQ=WEEKLY;COUNT=3");

        String moved = request(
                room,
                "range",
                1,
                times("20260915", "1500", "1600")
                        + "\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20260915T100000");

        assertThat(only(moved)).contains("PARTSTAT=ACCEPTED", "RANGE=THISANDFUTURE");
        assertThat(busy(room, "2026-09-08", "2026-09-15", "2026-09-22"))
                .containsExactly(
                        "2026-09-08T08:00/2026-09-08T09:00",
                        "2026-09-15T13:00/2026-09-15T14:00",
                        "2026-09-22T13:00/2026-09-22T14:00");
    }

    @Test
    void answersEachOfTwoEventsInOneMail() throws IOException {
        String room = "roissy-visio";
        String one = calendar("REQUEST", room, "first-of-two", 0, "", times("20260910", "1000", "1100"));
        String other = calendar("REQUEST", room, "other-of-two", 0, "", times("20260910", "1400", "1500"));

        String sent = send(room, one.replace("END:VCALENDAR\r\n", "") + other.substring(other.indexOf("BEGIN:VEVENT")));
        String both = send(room, (one + other).replace("-of-two", "-of-four").replace("20260910", "20260911"));

        assertThat(answers(sent, 2)).allMatch(answer -> answer.contains("PARTSTAT=ACCEPTED"));
        assertThat(answers(both, 2)).allMatch(answer -> answer.contains("PARTSTAT=ACCEPTED"));
        assertThat(busy(room, "2026-09-10", "2026-09-11")).hasSize(4);
    }

    @Test
    void holdsEachDateForItsOwnLength() throws IOException {
        String room = "rebais-visio";
        String sent = request(
                room,
                "period",
                0,
                times("20261005", "1000", "1100") + "\nRDATE;VALUE=PERIOD;TZID=Europe/Paris:20261012T140000/PT3H");

        assertThat(answers(sent, 2)).allMatch(answer -> answer.contains("PARTSTAT=ACCEPTED"));
        assertThat(busy(room, "2026-10-12")).containsExactly("2026-10-12T12:00/2026-10-12T15:00");
    }

    @Test
    void readsTheTimeZonesOfNotes() throws IOException {
        String room = "moret-visio";
        String zone = """
            BEGIN:VTIMEZONE
            TZID:Western/Central Europe
            BEGIN:STANDARD
            DTSTART:16010101T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;INTERVAL=1;BYMINUTE=0;BYHOUR=3;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;INTERVAL=1;BYMINUTE=0;BYHOUR=2;BYDAY=-1SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE
            """;
        String times = times("20261119", "1810", "1850").replace("Europe/Paris", "Western/Central Europe");

        assertThat(only(send(room, calendar("REQUEST", room, "notes", 0, zone, times))))
                .contains("PARTSTAT=ACCEPTED");
        assertThat(busy(room, "2026-11-19")).contains("2026-11-19T17:10/2026-11-19T17:50");
    }

    @Test
    void readsTheDescriptionsOfWindows() throws IOException {
        String room = "montreal-telepresence";
        String times =
                times("20261103", "1000", "1100").replace("Europe/Paris", "\"(UTC-05:00) Eastern Time (US & Canada)\"");

        assertThat(only(request(room, "eastern", 0, times))).contains("PARTSTAT=ACCEPTED");
        assertThat(busy(room, "2026-11-03")).containsExactly("2026-11-03T15:00/2026-11-03T16:00");
    }

    /** Lines are folded by octets (RFC 5545 section 3.1), also between those of one letter. */
    @Test
    void readsALetterThatIsFoldedInTwo() throws IOException {
        String room = "coulommiers-visio";
        byte[] calendar = calendar("REQUEST", room, "folded", 0, "", times("20260916", "1000", "1100"))
                .replace("SUMMARY:Revue", "SUMMARY:R\u00C3\r\n \u00A9union")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(only(send(room, calendar, NADIA))).contains("SUMMARY:Réunion", "PARTSTAT=ACCEPTED");
    }

    @Test
    void declinesWhatItCannotReadAndSaysWhy() throws IOException {
        String room = "trilport-visio";
        String times = times("20260917", "1000", "1100").replace("Europe/Paris", "Mars/Olympus");

        String answer = only(request(room, "mars", 0, times));

        assertThat(answer)
                .contains("PARTSTAT=DECLINED", "UID:mars", "Mars/Olympus")
                .doesNotContain("DTSTART");
    }

    @Test
    void saysThatACopyForInformationBooksNothing() throws IOException {
        String room = "lizy-sur-ourcq-visio";
        String id = send(room, calendar("", room, "copy", 0, "", times("20260917", "1000", "1100")));

        assertThat(only(id))
                .doesNotContain("text/calendar")
                .contains("Subject: =?UTF-8?Q?=C3=80_propos_de_votre_message");
        assertThat(busy(room, "2026-09-17")).isEmpty();
    }

    @Test
    void readsASenderWhoseNameIsTheirAddress() throws IOException {
        String room = "senart-visio";
        byte[] calendar = calendar("REQUEST", room, "web-mailer", 0, "", times("20260917", "1000", "1100"))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(only(send(room, calendar, NADIA + " <" + NADIA + ">"))).contains("PARTSTAT=ACCEPTED");
    }
}
