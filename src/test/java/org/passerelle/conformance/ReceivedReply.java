package org.passerelle.conformance;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What an organiser's program makes of a mail with an answer; read by biweekly.
 *
 * @param on the date that it is about
 */
public record ReceivedReply(
        String method, String uid, int sequence, Optional<Instant> on, String answer, int attendees) {

    /** Empty for a mail without a calendar. */
    public static List<ReceivedReply> in(byte[] mail) {
        String text = new String(mail, StandardCharsets.UTF_8);
        int part = text.indexOf("text/calendar");
        if (part < 0) {
            return List.of();
        }
        int begin = text.indexOf("\r\n\r\n", part) + 4;
        byte[] calendar = Base64.getMimeDecoder().decode(text.substring(begin, text.indexOf("\r\n--", begin)));
        ICalendar read =
                Biweekly.parse(new String(calendar, StandardCharsets.UTF_8)).first();
        return read.getEvents().stream()
                .map(event -> reply(read.getMethod().getValue(), event))
                .toList();
    }

    private static ReceivedReply reply(String method, VEvent event) {
        return new ReceivedReply(
                method,
                event.getUid().getValue(),
                event.getSequence() == null ? 0 : event.getSequence().getValue(),
                Optional.ofNullable(event.getRecurrenceId())
                        .map(id -> id.getValue().toInstant()),
                event.getAttendees().get(0).getParticipationStatus().getValue(),
                event.getAttendees().size());
    }
}
