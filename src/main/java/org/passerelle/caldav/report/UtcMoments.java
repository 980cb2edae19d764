package org.passerelle.caldav.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Moments as reports write them: {@code 20280301T090000Z} (RFC 5545 section 3.3.5). */
final class UtcMoments {

    static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    private UtcMoments() {}

    /** Empty for what is none; cut to the times that anybody can book. */
    static Optional<Instant> parse(String text) {
        try {
            Instant moment = LocalDateTime.parse(text.strip(), FORM).toInstant(ZoneOffset.UTC);
            return Optional.of(moment.isBefore(FIRST) ? FIRST : moment.isAfter(LAST) ? LAST : moment);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
