package org.passerelle.account;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** How somebody likes to be written to: their language and the clock they live by, each empty if they never said. */
public record Preference(Optional<Locale> language, Optional<ZoneId> zone) {

    public static final Preference NONE = new Preference(Optional.empty(), Optional.empty());
}
