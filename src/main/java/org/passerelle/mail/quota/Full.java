package org.passerelle.mail.quota;

import java.time.Instant;
import java.util.Locale;

/**
 * A limit that was reached.
 *
 * @param limit by the name of its setting
 * @param most what it is
 * @param frees when it is counted anew
 */
public record Full(Limit limit, int most, Instant frees) {

    /** Which limits there are. */
    public enum Limit {
        STRANGERS_PER_PERSON,
        MAILS_PER_PERSON,
        STRANGER_MAILS_PER_PERSON,
        MAILS_PER_RECIPIENT,
        MAILS_PER_STRANGER,
        MAILS_TO_ONE_STRANGER;

        /** As its setting is written, such as {@code mails-per-stranger}. */
        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
