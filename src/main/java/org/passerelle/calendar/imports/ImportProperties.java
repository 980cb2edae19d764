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

    ImportProperties {
        if (every.compareTo(Duration.ofMinutes(1)) < 0 || timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("Calendars are looked at every minute at most, within some time");
        }
    }
}
