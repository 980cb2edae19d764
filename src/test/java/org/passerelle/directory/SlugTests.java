package org.passerelle.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.time.Property;

class SlugTests {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final String TRICKY = "az09-`{/:A_ é";

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "melun", "melun-seine", "4-5-6"})
    void isGroupsOfLettersAndDigits(String text) {
        assertThat(Slug.isSlug(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "-a", "a-", "a--b", "A", "é", "a b", "a_b", "a\n"})
    void isNothingElse(String text) {
        assertThat(Slug.isSlug(text)).isFalse();
    }

    @Test
    void hasAtMost64Characters() {
        assertThat(Slug.isSlug("a".repeat(64))).isTrue();

        assertThat(Slug.isSlug("a".repeat(65))).isFalse();
    }

    @Test
    void isWhatItsPatternSays() {
        Property.check(
                20260325L,
                5_000,
                random -> random.ints(random.nextInt(6), 0, TRICKY.length())
                        .collect(StringBuilder::new, (text, i) -> text.append(TRICKY.charAt(i)), StringBuilder::append)
                        .toString(),
                text -> assertThat(Slug.isSlug(text))
                        .isEqualTo(FORM.matcher(text).matches()));
    }
}
