package org.passerelle.invitation.pending;

import java.time.Instant;
import java.util.Map;

/**
 * What somebody was last sent.
 *
 * @param isInvited whether it left them invited; withdrawing one date of a series does
 * @param edition names the {@link Snapshot} they know now
 * @param sequence that it went out under
 * @param meetingSequence that the present {@link Snapshot#meeting()} was first told under; an answer to less is about another
 * @param dateSequences of dates that were moved since, by recurrence id, what the present time of each was first told under
 * @param stamp that it went out under; rises with every mail to them
 */
public record LastSent(
        boolean isInvited,
        String edition,
        int sequence,
        int meetingSequence,
        Map<Instant, Integer> dateSequences,
        Instant stamp,
        Instant at) {

    public LastSent {
        dateSequences = Map.copyOf(dateSequences);
    }

    /** The sequence that the present time of a date was first told under; an answer to less is about another time. */
    public int sequenceOf(Instant date) {
        return dateSequences.getOrDefault(date, meetingSequence);
    }
}
