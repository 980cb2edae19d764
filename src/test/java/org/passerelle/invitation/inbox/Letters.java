package org.passerelle.invitation.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Mails in the shapes in which programs send invitations. Their times are in June 2026, in Paris. */
final class Letters {

    static final String SEINE = "melun-seine@rooms.it77.example";
    private static final String WINDOWS_ZONE = """
            BEGIN:VTIMEZONE
            TZID:Romance Standard Time
            BEGIN:STANDARD
            DTSTART:16010101T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE
            """;

    private Letters() {}

    static String calendar(String uid, String organiser, String times, String zone) {
        return """
                BEGIN:VCALENDAR
                METHOD:REQUEST
                PRODID:Microsoft Exchange Server 2010
                VERSION:2.0
                %sBEGIN:VEVENT
                ORGANIZER;CN="Moreau, Camille":MAILTO:%s
                ATTENDEE;CUTYPE=RESOURCE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Seine:MAILTO:%s
                SUMMARY;LANGUAGE=fr-FR:Comité %s
                %s
                UID:%s
                DTSTAMP:20260325T081500Z
                SEQUENCE:0
                END:VEVENT
                END:VCALENDAR
                """.formatted(zone, organiser, SEINE, uid, times, uid);
    }

    private static byte[] crlf(String mail) {
        return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] mail(String from, String id, String headersAndBody) {
        return crlf("From: =?utf-8?Q?Camille_M=C3=B4reau?= <" + from + ">\nTo: " + SEINE + "\nSubject: "
                + "=?utf-8?Q?Comit=C3=A9?= " + id + "\nMessage-ID: <" + id + "@example.org>\nMIME-Version: 1.0\n"
                + headersAndBody);
    }

    /** Outlook: a Windows zone, base64, the calendar in an alternative. */
    static byte[] outlook(String uid, String from, String day, String start, String end) {
        String calendar = calendar(
                uid,
                from,
                "DTSTART;TZID=Romance Standard Time:" + day + "T" + start + "\nDTEND;TZID=Romance Standard Time:" + day
                        + "T" + end,
                WINDOWS_ZONE);
        return mail(from, uid, """
                Content-Type: multipart/alternative; boundary="b1"

                --b1
                Content-Type: text/plain; charset="iso-8859-1"

                Bonjour
                --b1
                Content-Type: text/calendar; charset="utf-8"; method=REQUEST
                Content-Transfer-Encoding: base64

                %s
                --b1--
                """.formatted(Base64.getMimeEncoder(76, new byte[] {'\n'})
                .encodeToString(calendar.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    /** Google: UTC, quoted-printable, and the same calendar once more as an attachment. */
    static byte[] google(String uid, String from, String day, String start, String end) {
        String calendar = calendar(uid, from, "DTSTART:" + day + "T" + start + "Z\nDTEND:" + day + "T" + end + "Z", "");
        String quoted = calendar.replace("=", "=3D").replace("é", "=C3=A9");
        return mail(from, uid, """
                Content-Type: multipart/mixed; boundary="b1"

                --b1
                Content-Type: multipart/alternative; boundary="b2"

                --b2
                Content-Type: text/plain

                Hi
                --b2
                Content-Type: text/calendar; charset="UTF-8"; method=REQUEST
                Content-Transfer-Encoding: quoted-printable

                %s
                --b2--
                --b1
                Content-Type: application/ics; name="invite.ics"
                Content-Disposition: attachment; filename="invite.ics"
                Content-Transfer-Encoding: base64

                %s
                --b1--
                """.formatted(
                        quoted,
                        Base64.getMimeEncoder(76, new byte[] {'\n'})
                                .encodeToString(calendar.getBytes(StandardCharsets.UTF_8))));
    }

    /** Apple and Proton: no method parameter, no VTIMEZONE, eight bits. */
    static byte[] apple(String uid, String from, String day, String start, String end) {
        return mail(
                from,
                uid,
                """
                Content-Type: text/calendar; charset=utf-8
                Content-Transfer-Encoding: 8bit

                """
                        + calendar(
                                uid,
                                from,
                                "DTSTART;TZID=Europe/Paris:" + day + "T" + start + "\nDTEND;TZID=Europe/Paris:" + day
                                        + "T" + end,
                                ""));
    }

    static byte[] winmail(String from, String id) {
        return mail(from, id, """
                Content-Type: application/ms-tnef; name="winmail.dat"
                Content-Transfer-Encoding: base64

                eJ8+
                """);
    }

    static byte[] automatic(String from, String id) {
        return mail(from, id, "Auto-Submitted: auto-replied\nContent-Type: text/plain\n\nI am away\n");
    }
}
