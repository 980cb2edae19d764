package org.passerelle.conference;

import java.util.Optional;
import org.passerelle.calendar.Joining;

/**
 * What whoever opens a link finds.
 *
 * @param meeting the one it leads to now: the one that is open, else the next, else the last; none if there never was or
 *     will be any, or the link is no good
 * @param who it was made for; empty if it is no good
 * @param isMoved whether the booking was given another time or other rooms since it was made
 */
public record Threshold(State state, Optional<VideoMeeting> meeting, Optional<Joining> who, boolean isMoved) {

    /** How things stand at the door. */
    public enum State {
        /** Not open yet. */
        EARLY,
        OPEN,
        /** Closed for good. */
        OVER,
        /** Called off. */
        CANCELLED,
        /** Not confirmed yet, so that it may not take place. */
        UNCONFIRMED,
        /** The room of the link does not take part, or not any more. */
        ELSEWHERE,
        /** The room of the link has no conference soon. */
        IDLE,
        /** The link was made void. */
        REVOKED,
        /** Nobody was ever given such a link. */
        UNKNOWN
    }

    static Threshold without(State state) {
        return new Threshold(state, Optional.empty(), Optional.empty(), false);
    }

    static Threshold of(State state, Joining who) {
        return new Threshold(state, Optional.empty(), Optional.of(who), false);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
