package org.passerelle.reception;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about guests.
 *
 * @param keep for how long after the last date of a booking the names of its guests are kept
 */
@ConfigurationProperties("passerelle.reception")
public record ReceptionProperties(@DefaultValue("P7D") Duration keep) {

    public ReceptionProperties {
        if (keep.isNegative()) {
            throw new IllegalArgumentException("PASSERELLE_RECEPTION_KEEP is no time less than nothing");
        }
    }
}
