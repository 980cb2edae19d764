package org.passerelle.arrival;

import java.nio.charset.StandardCharsets;
import org.passerelle.booking.Proofs;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.platform.PublicUrls;

/** The links of check-ins, for tests without Spring. */
public final class CheckInWiring {

    private CheckInWiring() {}

    public static CheckInLinks links(ReadingBookings reading) {
        return new CheckInLinks(
                new Proofs(() -> "not a secret".getBytes(StandardCharsets.US_ASCII)),
                reading,
                PublicUrls.at("https://rooms.example"));
    }
}
