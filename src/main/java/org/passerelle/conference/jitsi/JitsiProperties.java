package org.passerelle.conference.jitsi;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Jitsi is and what it goes by; what is secret is in {@link JitsiSecrets}.
 *
 * @param domain where people open it, a host with its port if it has an unusual one; {@code 8x8.vc} is JaaS
 * @param xmppDomain what Prosody calls itself, if that is another name: the host of {@code domain} unless said
 * @param tenant first part of the path of its conferences; none unless said. With JaaS the id of the application is
 * @param audience what is accepted as {@code aud}
 * @param tokenIn whether addresses carry the token behind {@code #}, where no log and no Referer shows it, or behind
 *     {@code ?} for servers from before May 2024
 * @param hostFeatures what a host may use that others may not, such as {@code recording}; the others' names are settled
 * @param extraPeople how many more than rooms and invited people may enter; -1 for any number
 * @param prosodyUrl where this program, and nobody from outside, reaches Prosody's own HTTP, to end conferences
 */
@ConfigurationProperties("passerelle.jitsi")
record JitsiProperties(
        @DefaultValue("") String domain,
        @DefaultValue("") String xmppDomain,
        @DefaultValue("") String tenant,
        @DefaultValue("jitsi") String audience,
        @DefaultValue("FRAGMENT") TokenPlace tokenIn,
        @DefaultValue Set<String> hostFeatures,
        @DefaultValue("-1") int extraPeople,
        @Nullable URI prosodyUrl) {

    static final String JAAS = "8x8.vc";

    /** Where an address carries the token. */
    enum TokenPlace {
        FRAGMENT,
        QUERY
    }

    JitsiProperties {
        hostFeatures = Set.copyOf(hostFeatures);
        if (!Features.KNOWN.containsAll(hostFeatures)) {
            throw new IllegalArgumentException(
                    "PASSERELLE_JITSI_HOST_FEATURES names a feature that Jitsi does not know; it knows "
                            + String.join(", ", new TreeSet<>(Features.KNOWN)));
        }
        if (!tenant.matches("[a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "PASSERELLE_JITSI_TENANT is made of lower-case letters, digits and hyphens");
        }
    }

    boolean isJaas() {
        return domain.equals(JAAS);
    }

    /** Of every address that people are sent to, without a trailing slash. */
    String base() {
        return domain.contains("://") ? domain : "https://" + domain;
    }

    /** By which Prosody's conferences go. */
    String virtualHost() {
        return xmppDomain.isEmpty() ? String.valueOf(URI.create(base()).getHost()) : xmppDomain;
    }

    /** What a token names as {@code sub}. */
    String subject(String appId) {
        return isJaas() ? appId : tenant.isEmpty() ? virtualHost() : tenant;
    }

    /** The first part of the path, with its slash, or nothing. */
    String tenantPath(String appId) {
        String first = isJaas() ? appId : tenant;
        return first.isEmpty() ? "" : "/" + first;
    }

    /** What Prosody calls a conference: that of a tenant carries the tenant before its name. */
    String roomAddress(String conference) {
        return roomNode(conference) + "@conference." + virtualHost();
    }

    String roomNode(String conference) {
        return tenant.isEmpty() ? conference : "[" + tenant + "]" + conference;
    }

    /** The name of a conference that Prosody calls so; that of another tenant's is left as it is. */
    String conference(String node) {
        String prefix = roomNode("");
        return node.startsWith(prefix) ? node.substring(prefix.length()) : node;
    }
}
