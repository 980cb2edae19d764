package org.passerelle.webhook.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about webhooks.
 *
 * @param allowPrivateAddresses whether receivers may be on this machine and its own network
 * @param timeLimit of one delivery, the whole answer included
 * @param patience for how long a receiver is tried that takes nothing, before its webhook pauses
 * @param perPerson so many a person may have
 * @param atOnce so many receivers are sent to at the same time
 */
@ConfigurationProperties("passerelle.webhooks")
public record WebhookProperties(
        @DefaultValue("false") boolean allowPrivateAddresses,
        @DefaultValue("PT10S") Duration timeLimit,
        @DefaultValue("P3D") Duration patience,
        @DefaultValue("20") int perPerson,
        @DefaultValue("8") int atOnce) {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    public WebhookProperties {
        if (timeLimit.isNegative() || timeLimit.isZero() || timeLimit.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "PASSERELLE_WEBHOOKS_TIME_LIMIT is more than nothing and a minute at most");
        }
        if (patience.isNegative() || perPerson < 0 || atOnce < 1) {
            throw new IllegalArgumentException(
                    "PASSERELLE_WEBHOOKS_PATIENCE and PASSERELLE_WEBHOOKS_PER_PERSON are 0 or more, and PASSERELLE_WEBHOOKS_AT_ONCE is 1 or more");
        }
    }
}
