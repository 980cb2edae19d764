package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor that leads nowhere is an error, and never the end of a list. */
class PageTests {

    private static final List<String> LETTERS = List.of("a", "b", "c", "d");

    private static String cursor(String list) {
        return Objects.requireNonNull(
                Page.of(list, LETTERS, String::toString, 2, null).next());
    }

    private static void assertBroken(String list, String cursor) {
        assertThatThrownBy(() -> Page.of(list, LETTERS, String::toString, 2, cursor))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        e -> assertThat(e.errors())
                                .containsExactly(new InvalidRequest.FieldError("cursor", "cursor.unknown")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zzz", "zzzzzzzzzzzzzzzz", "%", "a b", "MDAwMA", "null", "\uD83D\uDE00"})
    void refusesWhatIsNoCursor(String text) {
        assertBroken("letters", text);
    }

    @Test
    void refusesACursorThatWasCutOrLengthenedOrWrittenOtherwise() {
        String cursor = cursor("letters");

        assertBroken("letters", cursor.substring(1));
        assertBroken("letters", cursor.substring(0, cursor.length() - 1));
        assertBroken("letters", cursor + "A");
        assertBroken("letters", cursor + "=");
        assertBroken("letters", cursor.toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void refusesAKeyWithoutWhatFollowsFromIt() {
        assertBroken("letters", Base64.getUrlEncoder().encodeToString("b".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        assertBroken("letters", cursor("numbers"));
        assertThat(Page.of("letters", LETTERS, String::toString, 2, cursor("letters"))
                        .items())
                .containsExactly("c", "d");
    }
}
