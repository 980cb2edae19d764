package org.passerelle.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the embedded store uses its disk.
 *
 * @param reserve with less left on the disk nothing new is taken, so that what is there can still be changed and ended
 * @param keepLog how long parts of the log that are no longer needed stay, for a restore to a moment
 */
@ConfigurationProperties("passerelle.store")
public record StoreProperties(
        @DefaultValue("64MB") DataSize reserve,
        @DefaultValue("0") Duration keepLog) {

    public StoreProperties {
        if (reserve.isNegative()) {
            throw new IllegalArgumentException("PASSERELLE_STORE_RESERVE is less than nothing: " + reserve);
        }
        if (keepLog.isNegative()) {
            throw new IllegalArgumentException("PASSERELLE_STORE_KEEP_LOG is less than nothing: " + keepLog);
        }
    }
}
