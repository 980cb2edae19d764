package org.passerelle.calendar.write;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.calendar.PartStat;
import org.passerelle.calendar.write.EventDates.Differing;
import org.passerelle.calendar.write.Invitation.Parties;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;

/** Writes the VEVENTs of one invitation: the master and what differs from its rule, or one date alone. */
final class InvitationWriter {

    /** What the invited is told. */
    enum Purpose {
        INVITE,
        /** It does not take place. */
        CANCEL,
        /** It takes place without them. */
        WITHDRAW
    }

    private final IcsWriter out;
    private final Invitation invitation;
    private final Purpose purpose;
    private final Directory directory;
    private final RoomWords words;

    InvitationWriter(IcsWriter out, Invitation invitation, Purpose purpose, Directory directory) {
        this.out = out;
        this.invitation = invitation;
        this.purpose = purpose;
        this.directory = directory;
        this.words = new RoomWords(directory);
    }

    void write(EventDates dates) {
        if (invitation.only().isPresent()) {
            writeDate(dates.overrides().stream()
                    .findFirst()
                    .orElseGet(() -> outside(invitation.only().get())));
            return;
        }
        writeMaster(dates);
        // Who calls off the whole names it by its UID; dates of their own would only be read as exceptions to that.
        if (purpose == Purpose.INVITE) {
            dates.overrides().forEach(this::writeDate);
            dates.outside().stream()
                    .filter(date -> isOtherwise(date, dates))
                    .map(this::outside)
                    .forEach(this::writeDate);
        }
    }

    /** A date that is none of the rule but an RDATE, by which RECURRENCE-ID names it then. */
    private Differing outside(Occurrence date) {
        return new Differing(
                LocalDateTime.ofInstant(
                        date.time().start(), invitation.booking().schedule().zone()),
                date);
    }

    private boolean isOtherwise(Occurrence date, EventDates dates) {
        return !date.time().length().equals(dates.first().length())
                || !Set.copyOf(date.rooms())
                        .equals(Set.copyOf(invitation.booking().rooms()));
    }

    private void writeMaster(EventDates dates) {
        Booking booking = invitation.booking();
        ZoneId zone = booking.schedule().zone();
        out.begin("VEVENT");
        writeIdentity();
        ContentLine start = dates.rule().isPresent()
                ? ContentLine.local("DTSTART", dates.localStart(), zone)
                : ContentLine.moment("DTSTART", dates.first().start(), zone);
        out.write(start).write(ContentLine.moment("DTEND", dates.first().end(), zone));
        dates.rule().ifPresent(rule -> out.write(ContentLine.plain("RRULE", rule.toString())));
        dates.excluded().forEach(excluded -> out.write(ContentLine.local("EXDATE", excluded, zone)));
        dates.outside()
                .forEach(date ->
                        out.write(ContentLine.moment("RDATE", date.time().start(), zone)));
        writeContent(
                dates.rule().isPresent() || booking.occurrences().isEmpty()
                        ? booking.rooms()
                        : booking.occurrences().get(0).rooms(),
                invitation.parties().standing().whole());
        out.end("VEVENT");
    }

    private void writeDate(Differing date) {
        ZoneId zone = invitation.booking().schedule().zone();
        out.begin("VEVENT");
        writeIdentity();
        out.write(ContentLine.local("RECURRENCE-ID", date.localStart(), zone))
                .write(ContentLine.moment("DTSTART", date.occurrence().time().start(), zone))
                .write(ContentLine.moment("DTEND", date.occurrence().time().end(), zone));
        Occurrence occurrence = date.occurrence();
        writeContent(occurrence.rooms(), invitation.parties().standing().on(occurrence.recurrenceId()));
        out.end("VEVENT");
    }

    private void writeIdentity() {
        var status = invitation.booking().status();
        var revision = invitation.revision();
        out.write(ContentLine.text("UID", invitation.booking().uid().value()))
                .write(ContentLine.utc("DTSTAMP", revision.stamp()))
                .write(ContentLine.plain("SEQUENCE", Integer.toString(revision.sequence())))
                .write(ContentLine.utc("CREATED", status.created()))
                .write(ContentLine.utc("LAST-MODIFIED", revision.stamp()));
    }

    /** @param standing PARTSTAT of the invited */
    private void writeContent(List<RoomId> rooms, String standing) {
        var content = invitation.booking().content();
        out.write(ContentLine.text("SUMMARY", content.title()));
        if (!invitation.description().isBlank()) {
            out.write(ContentLine.text("DESCRIPTION", invitation.description()));
        }
        out.write(ContentLine.text("LOCATION", words.of(rooms)))
                .write(ContentLine.plain(
                        "CLASS", EventWriter.classification(content.visibility(), directory.confidentialEvents())));
        if (purpose != Purpose.WITHDRAW) {
            out.write(ContentLine.plain("STATUS", isOff() ? "CANCELLED" : "CONFIRMED"));
        }
        out.write(ContentLine.plain("TRANSP", isOff() ? "TRANSPARENT" : "OPAQUE"))
                .write(ContentLine.plain("X-MICROSOFT-CDO-BUSYSTATUS", isOff() ? "FREE" : "BUSY"));
        writePeople(rooms, standing);
    }

    private boolean isOff() {
        return purpose != Purpose.INVITE;
    }

    private void writePeople(List<RoomId> rooms, String standing) {
        Parties parties = invitation.parties();
        out.write(named(EventPeople.mailto("ORGANIZER", parties.agent()), parties.chairName()));
        boolean chairIsInvited = parties.chair().equals(parties.invited().email());
        ContentLine invited = EventPeople.mailto(
                        "ATTENDEE", parties.invited().email().value())
                .with("CUTYPE", "INDIVIDUAL")
                .with("ROLE", chairIsInvited ? "CHAIR" : "REQ-PARTICIPANT")
                .with("PARTSTAT", standing)
                .with("RSVP", isOff() ? "FALSE" : "TRUE");
        out.write(named(invited, parties.invited().name()));
        if (isOff()) {
            return;
        }
        if (!chairIsInvited) {
            out.write(named(
                    EventPeople.mailto("ATTENDEE", parties.chair().value())
                            .with("CUTYPE", "INDIVIDUAL")
                            .with("ROLE", "CHAIR")
                            .with("PARTSTAT", PartStat.ACCEPTED.token()),
                    parties.chairName()));
        }
        parties.others().forEach(other -> out.write(other(other)));
        rooms.forEach(id -> directory.room(id).ifPresent(this::writeRoom));
    }

    private static ContentLine other(Attendee other) {
        return named(
                EventPeople.mailto("ATTENDEE", other.email().value())
                        .with("CUTYPE", "INDIVIDUAL")
                        .with("ROLE", "REQ-PARTICIPANT"),
                other.name());
    }

    private void writeRoom(Room room) {
        out.write(EventPeople.room(room, words.of(room.id()), PartStat.ACCEPTED));
    }

    private static ContentLine named(ContentLine line, String name) {
        return name.isBlank() ? line : line.with("CN", name);
    }
}
