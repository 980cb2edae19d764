package org.passerelle.invitation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.CalendarUid;
import org.passerelle.calendar.PartStat;
import org.passerelle.calendar.write.Invitation.Revision;
import org.passerelle.platform.text.Text;
import org.passerelle.time.Interval;

/**
 * What a calendar program answers for somebody (RFC 5546 section 3.2.3), as far as it can be relied on: the sender is known
 * to be the attendee. There is no ORGANIZER in it, for Outlook sends none.
 *
 * @param addresses it came to, of the envelope and of the headers; one of them is the booking's own
 * @param date the one date of a series that it is about
 * @param revision SEQUENCE and DTSTAMP
 * @param comment at most 1,000 characters of it are kept
 */
public record Reply(
        List<String> addresses,
        CalendarUid uid,
        EmailAddress attendee,
        Optional<Instant> date,
        PartStat standing,
        Revision revision,
        String comment) {

    private static final int LONGEST_COMMENT = 1_000;

    public Reply {
        addresses = List.copyOf(addresses);
        comment = Text.line(comment, LONGEST_COMMENT);
    }

    /** With another time that they would like (RFC 5546 section 3.2.7). */
    public record Counter(Reply reply, Interval proposed) {}
}
