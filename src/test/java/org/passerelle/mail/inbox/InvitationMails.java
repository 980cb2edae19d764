package org.passerelle.mail.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Mails in the shapes in which programs send invitations. Their times are in June 2026, in Paris. */
final class InvitationMails {

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

    private InvitationMails() {}

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

    /** Thunderbird: the calendar alone in the mail, the zone as it names it, a room asked as such. */
    static byte[] thunderbird(String uid, String from, String day, String start, String end) {
        return mail(from, uid, """
            User-Agent: Mozilla Thunderbird
            Content-Type: multipart/mixed; boundary="------------b1"

            This is a multi-part message in MIME format.
            --------------b1
            Content-Type: multipart/alternative; boundary="------------b2"

            --------------b2
            Content-Type: text/plain; charset=UTF-8; format=flowed
            Content-Transfer-Encoding: 8bit

            Camille vous invite à un évènement
            --------------b2
            Content-Type: text/calendar; charset=UTF-8; method=REQUEST
            Content-Transfer-Encoding: 8bit

            BEGIN:VCALENDAR
            PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
            VERSION:2.0
            METHOD:REQUEST
            BEGIN:VTIMEZONE
            TZID:Europe/Paris
            X-TZINFO:Europe/Paris[2024b]
            BEGIN:STANDARD
            TZOFFSETTO:+010000
            TZOFFSETFROM:+000921
            TZNAME:Europe/Paris(STD)
            DTSTART:19110311T000000
            RDATE:19110311T000000
            END:STANDARD
            BEGIN:DAYLIGHT
            TZOFFSETTO:+020000
            TZOFFSETFROM:+010000
            TZNAME:(DST)
            DTSTART:19960331T020000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            END:DAYLIGHT
            BEGIN:STANDARD
            TZOFFSETTO:+010000
            TZOFFSETFROM:+020000
            TZNAME:(STD)
            DTSTART:19961027T030000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            CREATED:20260325T081400Z
            LAST-MODIFIED:20260325T081500Z
            DTSTAMP:20260325T081500Z
            UID:%s
            SUMMARY:Comité %s
            ORGANIZER;CN=Camille;PARTSTAT=ACCEPTED;ROLE=CHAIR:mailto:%s
            ATTENDEE;CN=Seine;CUTYPE=ROOM;ROLE=NON-PARTICIPANT;RSVP=TRUE;PARTSTAT=NEED
             S-ACTION:mailto:%s
            DTSTART;TZID=Europe/Paris:%sT%s
            DTEND;TZID=Europe/Paris:%sT%s
            TRANSP:OPAQUE
            X-MOZ-SEND-INVITATIONS:TRUE
            X-MOZ-SEND-INVITATIONS-UNDISCLOSED:FALSE
            END:VEVENT
            END:VCALENDAR

            --------------b2--

            --------------b1
            Content-Type: application/ics; name="invite.ics"
            Content-Disposition: attachment; filename="invite.ics"
            Content-Transfer-Encoding: base64

            QkVHSU46VkNBTEVOREFSDQo=
            --------------b1--
            """.formatted(uid, uid, from, SEINE, day, start, day, end));
    }

    /** As a mail server reports on a delivery (RFC 3464). @param status the groups of the recipients */
    static byte[] report(String to, String status) {
        return crlf("""
            From: Mail Delivery System <MAILER-DAEMON>
            To: %s
            Subject: Undelivered Mail Returned to Sender
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status;
             boundary="b1"

            --b1
            Content-Type: text/plain; charset=us-ascii

            I'm sorry to have to inform you.
            --b1
            Content-Description: Delivery report
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org
            X-Postfix-Queue-ID: 4F2

            %s

            --b1
            Content-Type: text/rfc822-headers

            Subject: Invitation
            --b1--
            """.formatted(to, status));
    }

    static byte[] automatic(String from, String id) {
        return mail(from, id, "Auto-Submitted: auto-replied\nContent-Type: text/plain\n\nI am away\n");
    }
}
