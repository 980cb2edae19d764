package org.passerelle.security.origin;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.platform.PublicUrl;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The names under which requests are answered: a page that resolves a name of its own to this machine (DNS rebinding) and a
 * link that is built from whatever a client wrote into {@code Host} get nowhere. Ports do not matter.
 */
@Component
@EnableConfigurationProperties(HostProperties.class)
public class AllowedHosts {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> hosts;

    AllowedHosts(PublicUrl publicUrl, HostProperties settings) {
        Stream<String> own = Stream.concat(
                Optional.ofNullable(publicUrl.base().getHost()).stream(), settings.allowedHosts().stream());
        this.hosts = Stream.concat(LOOPBACK.stream(), own)
                .map(AllowedHosts::comparable)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param host as in {@code Host}, without the port; IPv6 in brackets or not */
    public boolean contains(String host) {
        return hosts.contains(comparable(host));
    }

    private static String comparable(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        boolean bareIpv6 = name.indexOf(':') >= 0 && !name.startsWith("[");
        return bareIpv6 ? "[" + name + "]" : name;
    }
}
