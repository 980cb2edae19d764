package org.passerelle.outsider;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests people without an account may make.
 *
 * @param day within which is counted, from the first that is counted on
 * @param requestsPerAddress with one e-mail address
 * @param requestsPerSite at one site, by whomever
 */
@ConfigurationProperties("passerelle.guests")
record OutsiderProperties(
        @DefaultValue("24h") Duration day,
        @DefaultValue("5") int requestsPerAddress,
        @DefaultValue("50") int requestsPerSite) {

    OutsiderProperties {
        if (Math.min(requestsPerAddress, requestsPerSite) < 1 || day.isNegative() || day.isZero()) {
            throw new IllegalArgumentException("passerelle.guests are numbers of one or more, and a time");
        }
    }
}
