package org.passerelle.booking.due;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.passerelle.booking.model.Booking;

/**
 * One kind of thing that happens at a time which follows from a booking, such as a reminder, or the release of a room to which
 * nobody came. A bean of the module that does it; {@code jobs} sees to it that it is done once, by one node.
 */
public interface TimedAction {

    /** How far ahead of the next date of a booking, or behind its last, a time may be. What is further away is not seen in time. */
    Duration REACH = Duration.ofHours(24);

    /** A word of this program, in lower case, for the record of what was done: {@code reminder}. Never changed once released. */
    String kind();

    /**
     * When it is to happen to {@code booking} as it stands, past times included: what has been done is not done again. None if
     * the booking calls for nothing, as when it is cancelled. Called for every booking that is written, so it must be quick.
     *
     * @param now by our clock
     */
    List<DueTime> times(Booking booking, Instant now);

    /**
     * Does it. If the program ends meanwhile it is called again, so doing it twice must do no harm: a change of the booking
     * looks at its state, and a mail goes out under the same Message-ID.
     *
     * @param booking as it is stored now; {@code due} is one of its {@link #times}
     * @return whether there was something to do
     * @throws RuntimeException if it has to be tried again, after a pause that grows
     */
    boolean perform(Booking booking, DueTime due);
}
