package org.passerelle.security.origin;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param allowedHosts names and addresses, without ports, under which requests are answered besides the host of the public URL
 *     and this machine's own names
 */
@ConfigurationProperties("passerelle")
record HostProperties(@DefaultValue List<String> allowedHosts) {

    HostProperties {
        allowedHosts = List.copyOf(allowedHosts);
    }
}
