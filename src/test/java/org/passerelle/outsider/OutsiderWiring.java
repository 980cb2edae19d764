package org.passerelle.outsider;

import java.nio.charset.StandardCharsets;
import org.passerelle.platform.PublicUrls;

/** The links of people without an account, for tests without Spring. */
public final class OutsiderWiring {

    private OutsiderWiring() {}

    public static OutsiderLinks links() {
        return new OutsiderLinks(
                () -> "not a secret".getBytes(StandardCharsets.US_ASCII), PublicUrls.at("https://rooms.example"));
    }
}
