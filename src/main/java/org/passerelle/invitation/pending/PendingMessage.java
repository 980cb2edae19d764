package org.passerelle.invitation.pending;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.passerelle.booking.model.Attendee;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.write.Invitation.Revision;
import org.passerelle.time.Interval;

/**
 * A mail that somebody should get.
 *
 * @param only the one date that it is about
 * @param now what they will know
 * @param before what they knew; empty for a first invitation
 * @param revision that it goes out under
 * @param key names the mail: the same until it is sent, another from then on
 */
public record PendingMessage(
        Attendee whom,
        ItipMethod kind,
        Optional<Instant> only,
        Snapshot now,
        Optional<Snapshot> before,
        Revision revision,
        String key) {

    /**
     * What is noted once it is sent at {@code moment}.
     *
     * @param last what they were sent before
     */
    public LastSent sentAt(Instant moment, Optional<LastSent> last) {
        boolean staysInvited = kind == ItipMethod.REQUEST || only.isPresent();
        boolean isSame =
                last.filter(sent -> sent.isInvited() && isSameMeeting()).isPresent();
        int meetingSequence = isSame ? last.get().meetingSequence() : revision.sequence();
        return new LastSent(
                staysInvited,
                now.digest(),
                revision.sequence(),
                meetingSequence,
                isSame ? dateSequences(last.get()) : Map.of(),
                revision.stamp(),
                moment);
    }

    /** Each date whose time they are told for the first time, or otherwise than before, is told under this revision. */
    private Map<Instant, Integer> dateSequences(LastSent last) {
        Map<Instant, Interval> known = before.map(Snapshot::times).orElse(Map.of());
        Map<Instant, Integer> sequences = new HashMap<>();
        for (OccurrenceSnapshot date : now.dates()) {
            Instant id = date.recurrenceId();
            if (!date.time().equals(known.get(id))) {
                sequences.put(id, revision.sequence());
            } else if (last.dateSequences().containsKey(id)) {
                sequences.put(id, last.sequenceOf(id));
            }
        }
        return sequences;
    }

    /** The same of one date alone. */
    public PendingMessage about(Instant date) {
        return new PendingMessage(whom, kind, Optional.of(date), now, before, revision, key);
    }

    private boolean isSameMeeting() {
        return before.filter(known -> known.meeting().equals(now.meeting())).isPresent();
    }
}
