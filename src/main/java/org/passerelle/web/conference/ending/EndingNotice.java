package org.passerelle.web.conference.ending;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.time.WrittenTimes;

/**
 * That a conference ends soon, in the words of a page.
 *
 * @param end the moment, which the button says that its presser saw
 * @param after what comes after it
 * @param canBeLonger whether there is a button
 */
public record EndingNotice(Instant end, String ends, String after, boolean canBeLonger) {

    /** The end that a presser of the button saw; empty if {@code text} is not what the button says. */
    public static Optional<Instant> seen(String text) {
        try {
            return Optional.of(WrittenTimes.instant(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
