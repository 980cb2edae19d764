package org.passerelle.calendar.write;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;

/**
 * What one person is told when they are invited (RFC 5546 section 3.2.2) or when that is called off (section 3.2.5).
 *
 * @param only the one date of a series that it is about; empty for the whole booking
 * @param description in plain text, the link to join by video included; that stands nowhere else, lest programs show it twice
 */
public record Invitation(
        Booking booking, Optional<Occurrence> only, Parties parties, String description, Revision revision) {

    /**
     * Who invites whom.
     *
     * @param agent the mailbox that answers go to, which is the ORGANIZER; the person who booked is the CHAIR
     * @param standing of the invited
     * @param others who else is named
     */
    public record Parties(
            String agent,
            String chairName,
            EmailAddress chair,
            Attendee invited,
            AttendeeStatus standing,
            List<Attendee> others) {

        public Parties {
            others = List.copyOf(others);
        }
    }

    /**
     * PARTSTAT of the invited: {@code NEEDS-ACTION} unless they have answered what did not change.
     *
     * @param whole of the whole booking
     * @param dates of single dates where that differs, by recurrence id
     */
    public record AttendeeStatus(String whole, Map<Instant, String> dates) {

        public AttendeeStatus {
            dates = Map.copyOf(dates);
        }

        /** The same of every date. */
        public static AttendeeStatus of(String whole) {
            return new AttendeeStatus(whole, Map.of());
        }

        String on(Instant date) {
            return dates.getOrDefault(date, whole);
        }

        boolean differsOn(Instant date) {
            return !on(date).equals(whole);
        }
    }

    /** Which of two messages counts: that of the higher sequence, then of the later stamp (RFC 5546 section 2.1.5). */
    public record Revision(int sequence, Instant stamp) {}
}
