package org.passerelle.invitation.text;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * For whom a message is written.
 *
 * @param zone of the clock they live by; empty if it is not known
 * @param optOut where they say that they want no more mail; empty for people with an account
 */
public record Reader(Locale language, Optional<ZoneId> zone, Optional<URI> optOut) {

    /** Somebody of whom only the language is known. */
    public static Reader of(Locale language) {
        return new Reader(language, Optional.empty(), Optional.empty());
    }
}
