package org.passerelle.invitation.owed;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.booking.Attendee;
import org.passerelle.calendar.Invitation.Revision;

/**
 * A mail that somebody should get.
 *
 * @param only the one date that it is about
 * @param now what they will know
 * @param before what they knew; empty for a first invitation
 * @param revision that it goes out under
 * @param key names the mail: the same until it is sent, another from then on
 */
public record Owed(
        Attendee whom,
        Kind kind,
        Optional<Instant> only,
        Edition now,
        Optional<Edition> before,
        Revision revision,
        String key) {

    /**
     * What is noted once it is sent at {@code moment}.
     *
     * @param last what they were sent before
     */
    public Sent sentAt(Instant moment, Optional<Sent> last) {
        boolean staysInvited = kind == Kind.REQUEST || only.isPresent();
        int meetingSequence = last.filter(sent -> sent.isInvited() && isSameMeeting())
                .map(Sent::meetingSequence)
                .orElse(revision.sequence());
        return new Sent(staysInvited, now.digest(), revision.sequence(), meetingSequence, revision.stamp(), moment);
    }

    private boolean isSameMeeting() {
        return before.filter(known -> known.meeting().equals(now.meeting())).isPresent();
    }
}
