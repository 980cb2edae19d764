package org.passerelle.invitation.pending;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.time.Interval;

/**
 * Another time that somebody proposed (RFC 5546 section 3.2.7).
 *
 * @param date the one date of a series that it is about
 * @param stamp by which of two proposals the later is known
 * @param isDeclined whether it was not taken and they are still to be told
 */
public record ProposedTime(
        Optional<Instant> date, Interval time, int sequence, Instant stamp, String comment, boolean isDeclined) {

    public ProposedTime declined() {
        return new ProposedTime(date, time, sequence, stamp, comment, true);
    }
}
