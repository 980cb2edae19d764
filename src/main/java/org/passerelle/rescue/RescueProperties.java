package org.passerelle.rescue;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about the rescue of meetings.
 *
 * @param look so long before a meeting with video its devices are looked at, at most a day
 */
@ConfigurationProperties("passerelle.rescue")
public record RescueProperties(@DefaultValue("30m") Duration look) {

    private static final Duration LONGEST = Duration.ofDays(1);

    public RescueProperties {
        if (look.isNegative() || look.isZero() || look.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("PASSERELLE_RESCUE_LOOK is more than nothing and a day at most");
        }
    }
}
