package org.passerelle.closure.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.BookingId;

/**
 * A closure that somebody made.
 *
 * @param by who made it
 * @param at when
 * @param until when it is over
 * @param step how far what it calls for has come
 * @param pieces in how many documents it holds what was free when it was made
 * @param ended when it was taken back; empty if it was not
 */
public record SiteClosure(
        String id,
        ClosurePlan plan,
        PersonId by,
        Instant at,
        Instant until,
        ClosureStep step,
        int pieces,
        Optional<Instant> ended) {

    /** For so long what it called off can be brought back. */
    public static final Duration UNDO = Duration.ofHours(1);

    /** How far a closure has come. What is not finished is taken up again after a crash. */
    public enum ClosureStep {
        /** The rule is in force; what was free is being held, so that what was decided before cannot take it. */
        BLOCKING,
        /** What it hits is known; somebody who runs the site has to say what becomes of it. Only of a {@link ClosureType#RULE}. */
        ASKING,
        /** All bookings that it hits are known, and dealt with one after the other. */
        TREATING,
        /** All are dealt with. */
        IN_FORCE,
        /** Taken back within the hour; what was called off is being brought back. */
        UNDOING,
        /** Taken back. */
        ENDED;

        /** Whether rooms are shut by it; while what it called off is brought back nobody else may be faster. */
        public boolean isInForce() {
            return this != ENDED;
        }

        /** Whether there is something left to do. */
        public boolean isUnfinished() {
            return this == BLOCKING || this == TREATING || this == UNDOING;
        }
    }

    /** Until when ending it brings back what it called off. */
    public Instant undoUntil() {
        return at.plus(UNDO);
    }

    /** Whether it was ended so soon that what it called off is brought back. */
    public boolean isUndone() {
        return ended.filter(end -> end.isBefore(undoUntil())).isPresent();
    }

    /** The documents in which it holds what was free. */
    public List<BookingId> blocks() {
        return IntStream.range(0, pieces).mapToObj(this::block).toList();
    }

    public BookingId block(int piece) {
        return BookingId.forName("closure\n" + id + "\n" + piece);
    }
}
