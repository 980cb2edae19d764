package org.passerelle.web.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccentColoursTests {

    private static final Colour PAPER = Colour.parse("#ffffff").orElseThrow();
    private static final Colour GROUND = Colour.parse("#f5f5f1").orElseThrow();
    private static final Colour NIGHT = Colour.parse("#192024").orElseThrow();

    static Stream<Colour> anyColours() {
        Random drawing = new Random(20_261_130);
        return Stream.concat(
                Stream.of("#000000", "#ffffff", "#ffff00", "#0000ff", "#808080", "#ff0000")
                        .map(text -> Colour.parse(text).orElseThrow()),
                IntStream.range(0, 200)
                        .mapToObj(i -> new Colour(drawing.nextInt(256), drawing.nextInt(256), drawing.nextInt(256))));
    }

    @ParameterizedTest
    @MethodSource("anyColours")
    void canBeReadInWhateverColour(Colour wish) {
        AccentColours light = AccentColours.light(wish);
        AccentColours dark = AccentColours.dark(wish);

        assertThat(Stream.of(
                                light.accent().contrast(PAPER),
                                light.accent().contrast(GROUND),
                                light.on().contrast(light.accent()),
                                light.ink().contrast(light.soft()),
                                dark.accent().contrast(NIGHT),
                                dark.on().contrast(dark.accent()),
                                dark.ink().contrast(dark.soft()))
                        .toList())
                .allSatisfy(contrast -> assertThat(contrast).isGreaterThanOrEqualTo(AccentColours.CONTRAST));
    }

    @Test
    void leavesAColourAsItIsThatCanBeRead() {
        Colour own = Colour.parse("#0b6a62").orElseThrow();

        assertThat(AccentColours.light(own).accent()).isEqualTo(own);
    }

    @Test
    void measuresContrastAsWcagDoes() {
        assertThat(Colour.BLACK.contrast(Colour.WHITE)).isEqualTo(21.0);
        assertThat(Colour.parse("#767676").orElseThrow().contrast(PAPER)).isBetween(4.5, 4.6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "#12345g", "0b6a62", "#0b6a62;}"})
    void readsNothingElseAsAColour(String text) {
        assertThat(Colour.parse(text)).isEmpty();
    }
}
