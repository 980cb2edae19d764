package org.passerelle.device.dialin;

import java.net.URI;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What Jitsi's own parts call a conference: {@code [tenant]name@conference.host}, the tenant only where there is one. */
@Component
class ConferenceAddresses {

    private final String host;
    private final String tenant;

    /** @param domain where people open Jitsi; {@code xmppDomain} is what its server calls itself, if that is another name */
    ConferenceAddresses(
            @Value("${passerelle.jitsi.domain:}") String domain,
            @Value("${passerelle.jitsi.xmpp-domain:}") String xmppDomain,
            @Value("${passerelle.jitsi.tenant:}") String tenant) {
        this.host = xmppDomain.isBlank() ? host(domain.isBlank() ? "localhost" : domain) : xmppDomain;
        this.tenant = tenant;
    }

    private static String host(String domain) {
        return String.valueOf(URI.create(domain.contains("://") ? domain : "https://" + domain)
                .getHost());
    }

    String of(String conference) {
        return (tenant.isBlank() ? "" : "[" + tenant + "]") + conference + "@conference." + host;
    }

    /** The name in an address, whatever its host and its tenant. */
    static String name(String address) {
        String node = address.replaceFirst("@.*", "");
        return node.substring(node.indexOf(']') + 1).toLowerCase(Locale.ROOT);
    }
}
