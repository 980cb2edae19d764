package org.passerelle.conference.link;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.calendar.write.Joining;
import org.passerelle.conference.VideoMeeting;

/**
 * What whoever opens a link finds.
 *
 * @param meeting the one it leads to now: the one that is open, else the next, else the last; none if there never was or
 *     will be any, or the link is no good
 * @param who it was made for; empty if it is no good
 * @param isMoved whether this very date was given another time or other rooms since it was booked
 * @param moment when a hold lapses, or when a conference was ended early; empty in other states
 */
public record JoinStatus(
        JoinState state,
        Optional<VideoMeeting> meeting,
        Optional<Joining> who,
        boolean isMoved,
        Optional<Instant> moment) {

    /** Whether whoever opens the link can enter. */
    public enum JoinState {
        /** Not open yet. */
        EARLY,
        OPEN,
        /** Closed for good. */
        OVER,
        /** Closed for good, before its time. */
        ENDED,
        /** Called off. */
        CANCELLED,
        /** A manager did not agree, or not in time. */
        DECLINED,
        /** Its rooms are only held for a while, and not booked. */
        HELD,
        /** Its rooms were only held, and nobody booked them in time. */
        LAPSED,
        /** A manager has not agreed yet, so that it may not take place. */
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

    static JoinStatus without(JoinState state) {
        return new JoinStatus(state, Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    static JoinStatus of(JoinState state, Joining who) {
        return new JoinStatus(state, Optional.empty(), Optional.of(who), false, Optional.empty());
    }

    /** Before people are let into {@code meeting}, which {@code who} has a link to. */
    static JoinStatus before(JoinState state, VideoMeeting meeting, Joining who, Optional<Instant> moment) {
        return new JoinStatus(state, Optional.of(meeting), Optional.of(who), false, moment);
    }

    JoinStatus moved(boolean yes) {
        return new JoinStatus(state, meeting, who, yes, moment);
    }

    public boolean isOpen() {
        return state == JoinState.OPEN;
    }
}
