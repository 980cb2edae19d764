package org.passerelle.mail;

import java.time.Duration;
import java.util.List;

/** When a mail that was not taken is tried again: after pauses that grow, for three days. */
public final class RetryPauses {

    /** What mail servers do among themselves is four to five days (RFC 5321 section 4.5.4.1); a meeting does not wait as long. */
    public static final Duration LONGEST = Duration.ofDays(3);

    public static final Duration SHORTEST = Duration.ofMinutes(1);

    private static final List<Duration> PAUSES = List.of(
            SHORTEST,
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    private RetryPauses() {}

    /** How long to wait once {@code tries}, one or more, were in vain. */
    public static Duration after(int tries) {
        return PAUSES.get(Math.min(tries, PAUSES.size()) - 1);
    }
}
