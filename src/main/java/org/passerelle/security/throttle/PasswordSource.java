package org.passerelle.security.throttle;

import java.util.Optional;
import org.passerelle.platform.net.ClientAddress;

/**
 * Where a password comes from.
 *
 * @param subscriber of the client's address
 * @param device the id of the browser, if it has signed in to the very account before
 */
public record PasswordSource(String subscriber, Optional<String> device) {

    /** A client that nobody knows, by its address. */
    public static PasswordSource of(String address) {
        return new PasswordSource(ClientAddress.of(address).subscriber(), Optional.empty());
    }

    /** What failures are counted by: a known device by itself, whatever its neighbours do. */
    String text() {
        return device.map(id -> "device " + id).orElse(subscriber);
    }
}
