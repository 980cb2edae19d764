package org.passerelle.invitation.pending;

import java.time.Instant;
import org.passerelle.calendar.PartStat;

/**
 * What somebody answered.
 *
 * @param about the {@link Snapshot#meeting()} that they answered
 * @param sequence of the invitation that they answered
 * @param stamp by which of two answers the later is known (RFC 5546 section 2.1.5)
 * @param comment may be empty
 */
public record AttendeeReply(
        PartStat standing, String about, int sequence, Instant stamp, Instant at, ReplyChannel way, String comment) {

    /** How it came. */
    public enum ReplyChannel {
        WEB,
        MAIL
    }

    /** Whether {@code other} was given after this one, for the same or a newer invitation. */
    public boolean isOlderThan(int otherSequence, Instant otherStamp) {
        return otherSequence > sequence || (otherSequence == sequence && otherStamp.isAfter(stamp));
    }
}
