package org.passerelle.web.brand;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;

/** Pictures that every browser shows and that may be clear at their edges. */
enum LogoFormat {
    SVG("image/svg+xml"),
    PNG("image/png");

    private final MediaType type;

    LogoFormat(String type) {
        this.type = MediaType.valueOf(type);
    }

    static Optional<LogoFormat> of(Resource picture) {
        String name = Objects.requireNonNullElse(picture.getFilename(), "").toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith("." + format.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    MediaType type() {
        return type;
    }
}
