package org.passerelle.calendar.write;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.write.InvitationWriter.Purpose;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.springframework.stereotype.Component;

/**
 * Writes the calendar part of an invitation (RFC 6047), for one person each. The same invitation makes the same bytes,
 * so that a mail sent twice is the same mail.
 */
@Component
public class InvitationCalendars {

    private final Directories directories;

    InvitationCalendars(Directories directories) {
        this.directories = directories;
    }

    /** METHOD:REQUEST: the whole booking with its dates left out or changed, or one date of it. */
    public byte[] request(Invitation invitation) {
        return write(invitation, ItipMethod.REQUEST);
    }

    /** METHOD:CANCEL: of the whole booking or of one date, which does not take place. */
    public byte[] cancel(Invitation invitation) {
        return write(invitation, ItipMethod.CANCEL);
    }

    /**
     * METHOD:CANCEL: of the whole booking, which takes place without whom this is for. Then nothing may say that it is cancelled
     * (RFC 5546 section 3.2.5, STATUS).
     */
    public byte[] withdraw(Invitation invitation) {
        return write(invitation, ItipMethod.CANCEL, Purpose.WITHDRAW);
    }

    /** METHOD:DECLINECOUNTER: the time stays as it is (RFC 5546 section 3.2.8). */
    public byte[] declineCounter(Invitation invitation) {
        return write(invitation, ItipMethod.DECLINECOUNTER);
    }

    private byte[] write(Invitation invitation, ItipMethod method) {
        return write(invitation, method, method == ItipMethod.CANCEL ? Purpose.CANCEL : Purpose.INVITE);
    }

    private byte[] write(Invitation invitation, ItipMethod method, Purpose purpose) {
        Directory directory = directories.current();
        EventDates dates = dates(invitation);
        ZoneId zone = invitation.booking().schedule().zone();
        IcsWriter out = new IcsWriter()
                .begin("VCALENDAR")
                .write(ContentLine.plain("VERSION", "2.0"))
                .write(ContentLine.text("PRODID", BookingCalendar.PRODUCT))
                .write(ContentLine.plain("CALSCALE", "GREGORIAN"))
                .write(ContentLine.plain("METHOD", method.name()));
        if (!ContentLine.isUtc(zone)) {
            TimeZoneComponent.of(zone, dates.span()).writeTo(out);
        }
        new InvitationWriter(out, invitation, purpose, directory).write(dates);
        return out.end("VCALENDAR").toBytes();
    }

    private static EventDates dates(Invitation invitation) {
        Booking booking = invitation.booking();
        if (invitation.only().isPresent()) {
            return EventDates.of(booking, List.of(invitation.only().get()), date -> true);
        }
        List<Occurrence> live = booking.occupying().toList();
        return EventDates.of(
                booking,
                live.isEmpty() ? booking.occurrences() : live,
                date -> !new HashSet<>(date.rooms()).equals(new HashSet<>(booking.rooms()))
                        || invitation.parties().standing().differsOn(date.recurrenceId()));
    }
}
