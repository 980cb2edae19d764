package org.passerelle.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Where an installation is, for tests without Spring. */
public final class PublicUrls {

    private PublicUrls() {}

    public static PublicUrl at(String base) {
        PasserelleProperties settings = new PasserelleProperties(
                Path.of("data"), URI.create(base), null, Duration.ZERO, new PasserelleProperties.Demo("", List.of()));
        return new PublicUrl(settings, 0);
    }
}
