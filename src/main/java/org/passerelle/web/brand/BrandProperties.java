package org.passerelle.web.brand;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * How a network shows that the program is theirs.
 *
 * @param name what stands in the header of every page
 * @param logo a picture, SVG or PNG, that stands before it
 * @param colour for what can be pressed, such as {@code #0b6a62}; made darker or lighter as far as text on it has to be read
 */
@ConfigurationProperties("passerelle.brand")
record BrandProperties(
        @DefaultValue("Passerelle") String name,
        @Nullable Resource logo,
        @Nullable String colour) {

    private static final int LONGEST_NAME = 40;

    BrandProperties {
        name = name.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "PASSERELLE_BRAND_NAME is a name of at most " + LONGEST_NAME + " characters");
        }
        if (logo != null && (!logo.isReadable() || LogoFormat.of(logo).isEmpty())) {
            throw new IllegalArgumentException("PASSERELLE_BRAND_LOGO is not a readable file .svg or .png: " + logo);
        }
        if (colour != null && !colour.isBlank() && Colour.parse(colour).isEmpty()) {
            throw new IllegalArgumentException("PASSERELLE_BRAND_COLOUR is not a colour such as #0b6a62: " + colour);
        }
    }

    Optional<Resource> picture() {
        return Optional.ofNullable(logo);
    }

    Optional<Colour> accent() {
        return Optional.ofNullable(colour).flatMap(Colour::parse);
    }
}
