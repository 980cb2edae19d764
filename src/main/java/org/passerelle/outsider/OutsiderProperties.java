package org.passerelle.outsider;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests people without an account may make.
 *
 * @param day within which is counted, from the first that is counted on
 * @param requestsPerAddress with one e-mail address
 * @param requestsPerSite at one site, by whomever, whether they are confirmed or not
 * @param waitingPerAddress that wait for a decision at once with one address
 * @param waitingPerSite that wait for a decision at once at one site, by whomever
 */
@ConfigurationProperties("passerelle.guests")
record OutsiderProperties(
        @DefaultValue("24h") Duration day,
        @DefaultValue("5") int requestsPerAddress,
        @DefaultValue("200") int requestsPerSite,
        @DefaultValue("3") int waitingPerAddress,
        @DefaultValue("30") int waitingPerSite) {

    OutsiderProperties {
        int least =
                Math.min(Math.min(requestsPerAddress, requestsPerSite), Math.min(waitingPerAddress, waitingPerSite));
        if (least < 1 || day.isNegative() || day.isZero()) {
            throw new IllegalArgumentException(
                    "PASSERELLE_GUESTS_DAY is more than nothing, and the other PASSERELLE_GUESTS_ settings are 1 or more");
        }
    }
}
