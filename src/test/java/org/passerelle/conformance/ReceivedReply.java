package org.passerelle.conformance;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.Range;
import biweekly.property.RecurrenceId;
import biweekly.util.DateTimeComponents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What an organiser's program makes of a mail with an answer; read by biweekly.
 *
 * @param on the date that it is about
 * @param onwards whether it is about all later ones too
 */
public record ReceivedReply(
        String method, String uid, int sequence, Optional<Instant> on, boolean onwards, String answer, int attendees) {

    /**
     * Empty for a mail without a calendar.
     *
     * @param home the zone of whole days
     */
    public static List<ReceivedReply> in(byte[] mail, DrawnZone home) {
        String text = new String(mail, StandardCharsets.UTF_8);
        int part = text.indexOf("text/calendar");
        if (part < 0) {
            return List.of();
        }
        int begin = text.indexOf("\r\n\r\n", part) + 4;
        byte[] calendar = Base64.getMimeDecoder().decode(text.substring(begin, text.indexOf("\r\n--", begin)));
        ICalendar read =
                Biweekly.parse(new String(calendar, StandardCharsets.UTF_8)).first();
        return read.getEvents().stream().map(event -> reply(read, event, home)).toList();
    }

    private static ReceivedReply reply(ICalendar read, VEvent event, DrawnZone home) {
        return new ReceivedReply(
                read.getMethod().getValue(),
                event.getUid().getValue(),
                event.getSequence() == null ? 0 : event.getSequence().getValue(),
                Optional.ofNullable(event.getRecurrenceId()).map(id -> moment(id, read, home)),
                event.getRecurrenceId() != null && event.getRecurrenceId().getRange() == Range.THIS_AND_FUTURE,
                event.getAttendees().get(0).getParticipationStatus().getValue(),
                event.getAttendees().size());
    }

    /** What is written, on Java's clocks; biweekly reads times that clocks skip, and shifts of half an hour, otherwise. */
    private static Instant moment(RecurrenceId id, ICalendar read, DrawnZone home) {
        DateTimeComponents written = id.getValue().getRawComponents();
        LocalDate day = LocalDate.of(written.getYear(), written.getMonth(), written.getDate());
        if (!id.getValue().hasTime()) {
            return home.instant(day.atStartOfDay());
        }
        LocalDateTime local = day.atTime(written.getHour(), written.getMinute(), written.getSecond());
        if (written.isUtc()) {
            return DrawnZone.UTC.instant(local);
        }
        String zone = read.getTimezoneInfo().getTimezone(id).getTimeZone().getID();
        return DrawnZone.iana(zone).instant(local);
    }
}
