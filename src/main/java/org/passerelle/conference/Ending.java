package org.passerelle.conference;

import java.time.Duration;
import java.time.Instant;

/**
 * How a conference stands when its end is near.
 *
 * @param end until when its rooms are booked; may just have passed
 * @param isOvertime whether they are kept because somebody was still there at the end that was agreed
 * @param after what comes then
 * @param needed when others need the first of the rooms; told with {@link After#NEEDED} alone
 */
public record Ending(Instant end, boolean isOvertime, After after, Instant needed) {

    /** By how much a conference is made longer at a time. */
    public static final Duration STEP = Duration.ofMinutes(15);

    /** What comes after the end. */
    public enum After {
        /** Nobody needs the rooms for so long as a step is. */
        FREE,
        /** Others need one of them sooner. */
        NEEDED,
        /** One of them is closed then. */
        CLOSED
    }

    public boolean canBeLonger() {
        return after == After.FREE;
    }
}
