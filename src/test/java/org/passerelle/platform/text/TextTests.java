package org.passerelle.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTests {

    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000", "a\u0007", "\u0085", "\u009F", "\u2028", "\u202E", "\u2066", "\uFEFF", "\uFFFF", "\uD83D"
            })
    void refusesWhatIsNoLine(String text) {
        assertThat(Text.isLine(text)).isFalse();
        assertThat(Text.isLines(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Text.requireLine("title", text, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Comité de pilotage", "\u05E9\u05DC\u200F", "می\u200Cخواهم", FAMILY, "日本"})
    void letsTheScriptsOfTheWorldPass(String text) {
        assertThat(Text.isLine(text)).isTrue();
        assertThat(Text.line(text, 100)).isEqualTo(text);
    }

    @Test
    void whateverIsCleanedIsFit() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT).forEach(c -> {
            String raw = "a" + Character.toString(c) + "b";
            assertThat(Text.isLine(Text.line(raw, 10))).as("line of U+%04X", c).isTrue();
            assertThat(Text.isLines(Text.lines(raw, 10)))
                    .as("lines of U+%04X", c)
                    .isTrue();
        });
    }

    @Test
    void makesOneLineOfSeveral() {
        assertThat(Text.line("  Budget\r\n\tet\u2028achats\u0000 ", 100)).isEqualTo("Budget et achats");
        assertThat(Text.lines("Budget\r\net\rachats\u0085fin", 100)).isEqualTo("Budget\net\nachats\nfin");
    }

    @Test
    void neverCutsALetterInTwo() {
        String text = "ab" + FAMILY + "e\u0301z";
        for (int most = 0; most <= text.length(); most++) {
            assertThat(Text.cut(text, most)).isIn("", "a", "ab", "ab" + FAMILY, "ab" + FAMILY + "e\u0301", text);
            assertThat(Text.cut(text, most).length()).isLessThanOrEqualTo(most);
        }
    }

    @Test
    void boundsAHeapOfCombiningMarks() {
        assertThat(Text.cut("a" + "\u0301".repeat(10_000), 500)).hasSize(500);
        assertThat(Text.line("\uD83D\uDE00".repeat(300), 255)).hasSize(254);
    }

    @Test
    void saysThatItCut() {
        assertThat(Text.shortened("Réunion mensuelle", 8)).isEqualTo("Réunion…");
        assertThat(Text.shortened("Réunion", 7)).isEqualTo("Réunion");
    }
}
