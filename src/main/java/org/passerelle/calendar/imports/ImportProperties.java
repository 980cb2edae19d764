package org.passerelle.calendar.imports;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What can be set about external calendars.
 *
 * @param allowPrivateAddresses whether calendars may be fetched from this machine and its own network
 * @param every how often each is looked at; after failures twice as long each time, at most a day
 * @param timeLimit of one fetch with all its redirects
 * @param largest of one calendar, at most 16 MB
 */
@ConfigurationProperties("passerelle.imports")
record ImportProperties(
        @DefaultValue("false") boolean allowPrivateAddresses,
        @DefaultValue("PT15M") Duration every,
        @DefaultValue("PT30S") Duration timeLimit,
        @DefaultValue("10MB") DataSize largest) {

    private static final long MOST_MEGABYTES = 16;

    ImportProperties {
        if (every.compareTo(Duration.ofMinutes(1)) < 0 || timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException(
                    "PASSERELLE_IMPORTS_EVERY is a minute or more, and PASSERELLE_IMPORTS_TIME_LIMIT more than nothing");
        }
        if (largest.toBytes() < 1 || largest.toMegabytes() > MOST_MEGABYTES) {
            throw new IllegalArgumentException(
                    "PASSERELLE_IMPORTS_LARGEST is more than nothing and " + MOST_MEGABYTES + "MB at most");
        }
    }
}
