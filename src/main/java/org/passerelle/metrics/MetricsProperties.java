package org.passerelle.metrics;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who reads the figures.
 *
 * @param enabled whether there are any; only then is the rest read
 * @param port where they are handed out to everybody who reaches it; empty to hand them out under the port of the program alone,
 *     to an administrator of the network
 * @param address which that port listens on
 */
@ConfigurationProperties("passerelle.metrics")
record MetricsProperties(
        @DefaultValue("false") boolean enabled,
        Optional<Integer> port,
        @DefaultValue("127.0.0.1") String address) {

    private static final int LAST_PORT = 65_535;

    MetricsProperties {
        port.filter(number -> number < 0 || number > LAST_PORT).ifPresent(number -> {
            throw new IllegalArgumentException("PASSERELLE_METRICS_PORT is " + number + ", which is no port");
        });
    }
}
