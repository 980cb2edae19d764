package org.passerelle.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks like a word: one letter wrong of four or more, two of seven or more, or the beginning of one. */
class NearSpellingTests {

    @ParameterizedTest
    @CsvSource({
        "melum, melun, true",
        "mleun, melun, true",
        "meln, melun, true",
        "mellun, melun, true",
        "mulum, melun, false",
        "mel, melun, true",
        "me, melun, false",
        "mal, mel, false",
        "fontainbleau, fontainebleau, true",
        "fotnainbleau, fontainebleau, true",
        "fotnianbleau, fontainebleau, false",
        "val d europ, val d europe, true",
        "val d, val d europe, false",
        "nulem, melun, false"
    })
    void looksLike(String word, String other, boolean isNear) {
        assertThat(NearSpelling.of(word, Stream.of("zzzzzzz", other))).hasSize(isNear ? 1 : 0);
    }

    @Test
    void theNearestComesFirstAndNoMoreThanThree() {
        assertThat(NearSpelling.of("chelles", Stream.of("shellez", "cheller", "chellas", "chelles", "chellos")))
                .containsExactly("chelles", "chellas", "cheller");
    }
}
