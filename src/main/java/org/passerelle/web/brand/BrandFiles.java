package org.passerelle.web.brand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves the logo and the colours of the network, both read once at the start. */
@Controller
class BrandFiles {

    static final String LOGO = "/assets/brand/logo";
    static final String COLOURS = "/assets/brand/colours.css";

    private static final CacheControl KEPT = CacheControl.maxAge(Duration.ofDays(365));

    private final Optional<BrandFile> logo;
    private final Optional<BrandFile> colours;

    BrandFiles(BrandProperties properties) {
        Resource picture = properties.picture().orElse(null);
        this.logo = picture == null
                ? Optional.empty()
                : LogoFormat.of(picture).map(format -> new BrandFile(format.type(), content(picture)));
        this.colours =
                properties.accent().map(colour -> new BrandFile(MediaType.valueOf("text/css"), Brand.css(colour)));
    }

    private record BrandFile(MediaType type, byte[] content) {}

    private static byte[] content(Resource picture) {
        try {
            return picture.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> logo() {
        return logo.map(file -> Brand.address(LOGO, file.content));
    }

    Optional<String> colours() {
        return colours.map(file -> Brand.address(COLOURS, file.content));
    }

    @GetMapping(LOGO)
    ResponseEntity<byte[]> showLogo() {
        return answer(logo);
    }

    @GetMapping(COLOURS)
    ResponseEntity<byte[]> showColours() {
        return answer(colours);
    }

    private static ResponseEntity<byte[]> answer(Optional<BrandFile> file) {
        return file.map(found -> ResponseEntity.ok()
                        .contentType(found.type)
                        .cacheControl(KEPT)
                        .body(found.content))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
