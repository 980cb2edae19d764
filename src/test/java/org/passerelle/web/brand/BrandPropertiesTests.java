package org.passerelle.web.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

class BrandPropertiesTests {

    private static final class Picture extends ByteArrayResource {

        private final String name;

        Picture(String name) {
            super("<svg/>".getBytes(StandardCharsets.UTF_8));
            this.name = name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    @Test
    void areNotSetWithoutASay() {
        BrandFiles files = new BrandFiles(new BrandProperties("Passerelle", null, null));

        assertThat(files.logo()).isEmpty();
        assertThat(files.colours()).isEmpty();
        assertThat(files.showLogo().getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void refuseWhatCannotBeShown() {
        Resource film = new Picture("logo.mp4");

        assertThatIllegalArgumentException().isThrownBy(() -> new BrandProperties(" ", null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new BrandProperties("x".repeat(41), null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new BrandProperties("It77", film, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new BrandProperties("It77", null, "teal"));
    }

    @Test
    void areServedUnderAddressesThatChangeWithThem() {
        BrandFiles green = new BrandFiles(new BrandProperties("It77", new Picture("Logo.SVG"), "#006600"));
        BrandFiles blue = new BrandFiles(new BrandProperties("It77", null, "#000066"));

        assertThat(green.logo())
                .hasValueSatisfying(address -> assertThat(address).startsWith("/assets/brand/logo?v="));
        assertThat(String.valueOf(green.showLogo().getHeaders().getContentType()))
                .isEqualTo("image/svg+xml");
        assertThat(green.colours()).isNotEmpty().isNotEqualTo(blue.colours());
        assertThat(new String(Optional.ofNullable(green.showColours().getBody()).orElseThrow(), StandardCharsets.UTF_8))
                .contains("--accent:#006600", "prefers-color-scheme:dark");
    }
}
