package org.passerelle.invitation.pending;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.calendar.ItipMethod;

/**
 * How long news waits for more of it. Whoever was sent nothing yet is told at once; after that what changes within the pause is
 * told in one mail, since what is owed is always worked out from the present. Nothing is stored for it: the pause counts from
 * what they were sent last.
 *
 * @param length from one mail to the next about the same booking
 * @param soon news of a date that begins within so long does not wait; nor does any other that would come after a date has begun
 */
public record NewsPause(Duration length, Duration soon) {

    /**
     * When {@code owed} may leave: in the past for what never waits, which is a first mail, one that calls something off, and an
     * answer to a proposal.
     *
     * @param last what its reader was sent before
     */
    public Instant until(PendingMessage owed, Optional<LastSent> last, Instant now) {
        if (last.isEmpty() || owed.kind() != ItipMethod.REQUEST) {
            return Instant.MIN;
        }
        Instant later = last.get().at().plus(length);
        boolean isLate = owed.now().dates().stream()
                .filter(date -> date.beginsAfter(now))
                .anyMatch(date -> !date.beginsAfter(later));
        boolean isUrgent = isLate || moved(owed).anyMatch(date -> isSoon(date, now));
        return isUrgent ? Instant.MIN : later;
    }

    /** Whether {@code owed} is news that does not wait: what has been told before, and no longer holds. */
    public boolean isUrgent(PendingMessage owed, Optional<LastSent> last, Instant now) {
        return last.isPresent() && until(owed, last, now).equals(Instant.MIN);
    }

    private boolean isSoon(OccurrenceSnapshot date, Instant now) {
        return date.endsAfter(now) && !date.beginsAfter(now.plus(soon));
    }

    /** Dates whose time or rooms are told otherwise than before, as they were and as they are. */
    private static Stream<OccurrenceSnapshot> moved(PendingMessage owed) {
        Snapshot now = owed.now();
        if (owed.before().isEmpty()) {
            return now.dates().stream();
        }
        Snapshot before = owed.before().get();
        return Stream.concat(
                before.dates().stream()
                        .filter(date -> !now.date(date.recurrenceId()).equals(Optional.of(date))),
                now.dates().stream()
                        .filter(date -> !before.date(date.recurrenceId()).equals(Optional.of(date))));
    }
}
