package org.passerelle.device.interop;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What lets devices into conferences that browsers alone would reach.
 *
 * @param gateways by the name of the provider, such as {@code jitsi}
 */
@ConfigurationProperties("passerelle.suites")
public record GatewayProperties(@DefaultValue Map<String, Gateway> gateways) {

    public GatewayProperties {
        gateways = Map.copyOf(gateways);
    }

    /**
     * Where devices call.
     *
     * @param sip the host of a gateway by SIP; null without one
     * @param h323 the address of a gateway by H.323; null without one
     * @param phone a number by which telephones get in; null without one
     */
    public record Gateway(
            @Nullable String sip,
            @Nullable String h323,
            @Nullable String phone) {}

    public Optional<Gateway> of(String provider) {
        return Optional.ofNullable(gateways.get(provider));
    }
}
