package org.passerelle.security;

import java.util.List;
import org.passerelle.platform.net.IpNetwork;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param trustedProxies addresses and networks whose {@code X-Forwarded-*} are believed; in production this machine, else none */
@ConfigurationProperties("passerelle")
record ProxyProperties(@DefaultValue List<IpNetwork> trustedProxies) {

    ProxyProperties {
        trustedProxies = List.copyOf(trustedProxies);
    }
}
