package org.passerelle.booking;

/** The wish that a booking's rooms and people be linked by video; {@code provider} is a short name such as {@code jitsi}. */
public record ConferenceWish(String provider) {

    public ConferenceWish {
        if (!provider.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("A provider is a short lower-case name");
        }
    }
}
