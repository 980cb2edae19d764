package org.passerelle.conference;

import java.util.Optional;

/**
 * A way into a conference for what is no browser.
 *
 * @param address {@code user@host} for SIP, a number or an address with one for H.323, {@code +33...} for a phone
 * @param pin what is typed once connected
 */
public record DialIn(DialInKind kind, String address, Optional<String> pin) {

    /** How it is dialled; the names are those of {@link org.passerelle.directory.RoomProfile#joinMethods()}. */
    public enum DialInKind {
        SIP,
        H323,
        PSTN
    }

    /** Without the PIN, for it ends up in logs. */
    @Override
    public String toString() {
        return kind + " " + address;
    }
}
