package org.passerelle.calendar;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.Attendee;
import org.passerelle.booking.Booking;
import org.passerelle.booking.Occurrence;

/**
 * What one person is told when they are invited (RFC 5546 section 3.2.2) or when that is called off (section 3.2.5).
 *
 * @param only the one date of a series that it is about; empty for the whole booking
 */
public record Invitation(Booking booking, Optional<Occurrence> only, Parties parties, Words words, Revision revision) {

    /**
     * Who invites whom.
     *
     * @param agent the mailbox that answers go to, which is the ORGANIZER; the person who booked is the CHAIR
     * @param standing PARTSTAT of the invited: {@code NEEDS-ACTION} unless they have answered what did not change
     * @param others who else is named
     */
    public record Parties(
            String agent,
            String chairName,
            EmailAddress chair,
            Attendee invited,
            String standing,
            List<Attendee> others) {

        public Parties {
            others = List.copyOf(others);
        }
    }

    /**
     * What is to be read.
     *
     * @param description in plain text
     * @param join where to join by video
     */
    public record Words(String description, Optional<URI> join) {}

    /** Which of two messages counts: that of the higher sequence, then of the later stamp (RFC 5546 section 2.1.5). */
    public record Revision(int sequence, Instant stamp) {}
}
