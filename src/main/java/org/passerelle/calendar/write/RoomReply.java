package org.passerelle.calendar.write;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.PartStat;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventMoment;
import org.passerelle.calendar.read.EventTime;
import org.passerelle.time.Interval;

/**
 * What a room answers to one event that it was invited to: a REPLY (RFC 5546 section 3.2.3). UID, SEQUENCE, ORGANIZER and
 * times are those that were sent, where there were any that could be read, the sequence too, since an attendee never raises it (section 2.1.4); DTSTAMP is always
 * new, for some organisers pass over an answer of a stamp that they know.
 *
 * @param asked the event as it came, or the one date of it that is answered
 * @param stamp when it is answered
 */
public record RoomReply(CalendarEvent asked, InvitedRoom room, Instant stamp, RoomAnswer answer, String comment) {

    private static final int LONGEST_COPY = 1_000;

    /** What can be repeated as it stands: a correct property, whose quotes are closed, of an address. */
    private static final Pattern CORRECT = Pattern.compile(
            "ORGANIZER(?:;[A-Z][A-Z0-9-]*=(?:\"[^\"]*\"|[^\";:,]*)(?:,(?:\"[^\"]*\"|[^\";:,]*))*)*:(?i:mailto):[^\\s\"<>]+");

    /**
     * The room as it was invited.
     *
     * @param email the very address that the organiser wrote, for that is the attendee they know
     * @param countable whether it is a thing rather than a room
     */
    public record InvitedRoom(String email, String name, boolean countable) {}

    /** PARTSTAT, with the REQUEST-STATUS (RFC 5546 section 3.6) and what Outlook shows beside it. */
    public enum RoomAnswer {
        ACCEPTED("2.0;Success", "BUSY"),
        TENTATIVE("2.0;Success", "TENTATIVE"),
        DECLINED("2.0;Success", "FREE"),
        /** Declined because the organiser may not use the room. */
        FORBIDDEN("3.8;No authority", "FREE"),
        /** Declined because the message asks for what is not supported. */
        UNSUPPORTED("3.14;Unsupported capability", "FREE");

        private final String status;
        private final String busy;

        RoomAnswer(String status, String busy) {
            this.status = status;
            this.busy = busy;
        }

        /** The value of PARTSTAT (RFC 5545 section 3.2.12). */
        public PartStat participation() {
            return switch (this) {
                case ACCEPTED -> PartStat.ACCEPTED;
                case TENTATIVE -> PartStat.TENTATIVE;
                case DECLINED, FORBIDDEN, UNSUPPORTED -> PartStat.DECLINED;
            };
        }
    }

    /** The calendar, in UTF-8, lines ended by CRLF. */
    public byte[] toBytes() {
        IcsWriter out = new IcsWriter()
                .begin("VCALENDAR")
                .write(ContentLine.plain("VERSION", "2.0"))
                .write(ContentLine.text("PRODID", BookingCalendar.PRODUCT))
                .write(ContentLine.plain("CALSCALE", "GREGORIAN"))
                .write(ContentLine.plain("METHOD", ItipMethod.REPLY.name()));
        writeZones(out);
        writeEvent(out);
        return out.end("VCALENDAR").toBytes();
    }

    private void writeZones(IcsWriter out) {
        EventTime time = asked.time();
        if (!time.isTold()) {
            asked.recurrenceId()
                    .filter(id -> !id.wholeDay() && !ContentLine.isUtc(id.zone()))
                    .ifPresent(id -> TimeZoneComponent.of(
                                    id.zone(),
                                    Interval.of(id.instant(), id.instant().plusSeconds(366L * 86_400)))
                            .writeTo(out));
            return;
        }
        Instant from = asked.recurrenceId()
                .map(EventMoment::instant)
                .orElse(time.start().instant());
        Instant first =
                from.isBefore(time.start().instant()) ? from : time.start().instant();
        Interval span = Interval.of(first, time.end().plusSeconds(366L * 86_400));
        ZoneId zone = time.zone();
        if (!time.wholeDays() && !ContentLine.isUtc(zone)) {
            TimeZoneComponent.of(zone, span).writeTo(out);
        }
        asked.recurrenceId()
                .filter(id -> !id.wholeDay()
                        && !ContentLine.isUtc(id.zone())
                        && !id.zone().equals(zone))
                .ifPresent(id -> TimeZoneComponent.of(id.zone(), span).writeTo(out));
    }

    private void writeEvent(IcsWriter out) {
        EventTime time = asked.time();
        out.begin("VEVENT").write(ContentLine.text("UID", asked.uid()));
        asked.recurrenceId()
                .map(id -> moment("RECURRENCE-ID", id))
                .ifPresent(id -> out.write(asked.identity().thisAndFuture() ? id.with("RANGE", "THISANDFUTURE") : id));
        out.write(ContentLine.plain(
                        "SEQUENCE", Integer.toString(asked.identity().sequence())))
                .write(ContentLine.utc("DTSTAMP", stamp));
        writeOrganiser(out);
        out.write(ContentLine.plain("ATTENDEE", "mailto:" + room.email())
                .with("CN", room.name())
                .with("CUTYPE", room.countable() ? "RESOURCE" : "ROOM")
                .with("ROLE", "NON-PARTICIPANT")
                .with("PARTSTAT", answer.participation().token()));
        if (time.isTold()) {
            out.write(moment("DTSTART", time.start()));
        }
        if (time.end().isAfter(time.start().instant())) {
            LocalDateTime end = LocalDateTime.ofInstant(time.end(), time.zone());
            out.write(moment("DTEND", new EventMoment(end, time.zone(), time.end(), time.wholeDays())));
        }
        asked.repetition().rule().ifPresent(rule -> out.write(ContentLine.plain("RRULE", rule.toString())));
        out.write(ContentLine.text("SUMMARY", asked.words().summary()))
                .write(ContentLine.plain("REQUEST-STATUS", answer.status));
        if (!comment.isBlank()) {
            out.write(ContentLine.text("COMMENT", comment));
        }
        out.write(ContentLine.plain("X-MICROSOFT-CDO-BUSYSTATUS", answer.busy)).end("VEVENT");
    }

    /** As it was written; an organiser's program may compare more than the address. */
    private void writeOrganiser(IcsWriter out) {
        String line = asked.people().organiserLine();
        if (line.length() <= LONGEST_COPY && CORRECT.matcher(line).matches()) {
            out.verbatim(line);
            return;
        }
        asked.people()
                .organiser()
                .ifPresent(organiser -> out.write(ContentLine.plain("ORGANIZER", "mailto:" + organiser.email())));
    }

    private static ContentLine moment(String name, EventMoment moment) {
        if (moment.wholeDay()) {
            String day = ContentLine.local(moment.local()).substring(0, 8);
            return ContentLine.plain(name, day).with("VALUE", "DATE");
        }
        boolean isSkipped =
                moment.zone().getRules().getValidOffsets(moment.local()).isEmpty();
        return isSkipped
                ? ContentLine.local(
                        name, moment.local(), moment.zone()) // what was sent names the date, as it was written
                : ContentLine.moment(name, moment.instant(), moment.zone());
    }
}
