package org.passerelle.nodes;

import java.util.Optional;
import java.util.Set;
import org.passerelle.time.Interval;

/**
 * What a client asked of a node, and what it was told.
 *
 * @param client who asked; nobody asks twice at once
 * @param node who was asked
 * @param begun by one stopwatch for all clients, in nanoseconds
 * @param ended likewise; the largest number if no answer came
 * @param booking the id of the booking, or what it will be known by if it is being made; empty for a look at a room
 */
record Call(int client, int node, long begun, long ended, Kind kind, String booking, Answer answer) {

    /** What was asked. */
    enum Kind {
        CREATE,
        CHANGE,
        CANCEL,
        READ,
        /** Of what is taken in a room. */
        LOOK
    }

    /** What came back. */
    enum Outcome {
        /** A write was done, or a read was answered. */
        OK,
        /** It is certain that nothing was done. */
        REFUSED,
        /** It was done or not, or may still be. */
        UNKNOWN
    }

    /** A booking as an answer shows it: what it holds, empty once it is cancelled. */
    record Seen(long version, String room, Optional<Interval> time) {}

    /**
     * @param seen the booking, after a write that was done or as it was read; empty if there is no such booking
     * @param wanted what a write was to make of it, so that a later read can be told from what nobody wrote
     * @param busy what was taken in the room of a look
     */
    record Answer(Outcome outcome, Optional<Seen> seen, Optional<Wish> wanted, Set<Interval> busy) {

        static Answer done(Seen seen, Wish wanted) {
            return new Answer(Outcome.OK, Optional.of(seen), Optional.of(wanted), Set.of());
        }

        static Answer of(Outcome outcome, Wish wanted) {
            return new Answer(outcome, Optional.empty(), Optional.of(wanted), Set.of());
        }

        static Answer read(Optional<Seen> seen) {
            return new Answer(Outcome.OK, seen, Optional.empty(), Set.of());
        }

        static Answer looked(String room, Interval window, Set<Interval> busy) {
            return new Answer(Outcome.OK, Optional.empty(), Optional.of(new Wish(room, Optional.of(window))), busy);
        }
    }

    /** Where a booking is to be after a write, or where is looked; nowhere if it is to be cancelled. */
    record Wish(String room, Optional<Interval> time) {}

    boolean isWrite() {
        return kind == Kind.CREATE || kind == Kind.CHANGE || kind == Kind.CANCEL;
    }

    boolean isDone() {
        return answer.outcome() == Outcome.OK;
    }
}
