package org.passerelle.booking.order;

import org.jspecify.annotations.Nullable;

/**
 * A wish for a video conference, as it was written. The addresses are for one that is hosted elsewhere.
 *
 * @param provider a short name; empty to take the conference away
 * @param quality the name of a {@link org.passerelle.booking.video.VideoQuality}
 */
public record ConferenceText(
        @Nullable String provider,
        @Nullable String quality,
        @Nullable String url,
        @Nullable String sip,
        @Nullable String h323,
        @Nullable String phone,
        @Nullable String pin) {

    /** One by the provider that is usual. */
    public static ConferenceText usual(String quality) {
        return new ConferenceText(null, quality, null, null, null, null, null);
    }

    public ConferenceText by(String name) {
        return new ConferenceText(name, quality, url, sip, h323, phone, pin);
    }
}
