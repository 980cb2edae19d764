package org.passerelle.platform.net;

import java.util.List;
import java.util.Optional;

/**
 * The proxies that are believed when they say for whom they ask. Each appends to {@code X-Forwarded-For} the address that it
 * was asked from, so the list is read from its end for as long as a trusted proxy speaks: whatever a client wrote into it
 * itself stands further left, and is never reached.
 */
public record TrustedProxies(List<IpNetwork> networks) {

    public TrustedProxies {
        networks = List.copyOf(networks);
    }

    public boolean trust(ClientAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address.ip()));
    }

    /**
     * Who asks.
     *
     * @param peer from which the connection comes
     * @param forwardedFor the values of all headers {@code X-Forwarded-For}, as they came
     * @return {@code peer} unless it is trusted; else the last that is not, or the first of all if each is. What cannot be read
     *     as an address ends the search at the proxy that wrote it
     */
    public ClientAddress clientOf(ClientAddress peer, List<String> forwardedFor) {
        String[] hops = String.join(",", forwardedFor).split(",");
        ClientAddress client = peer;
        for (int i = hops.length - 1; i >= 0 && trust(client); i--) {
            Optional<ClientAddress> before = ClientAddress.parse(hops[i]);
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }
}
