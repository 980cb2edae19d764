package org.passerelle.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationIdTests {

    @ParameterizedTest
    @CsvSource({"atelier-brie, atelier-brie", "atelier-brie~2, atelier-brie", "a~999999, a"})
    void tellsWhatPeopleCallIt(String id, String slug) {
        assertThat(new OrganisationId(id).slug()).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~2", "a~", "a~0", "a~02", "a~1234567", "a~2~3", "a~x", "A", "a-", "a b"})
    void refusesEveryOtherForm(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OrganisationId(id));
    }

    @ParameterizedTest
    @CsvSource({"atelier-brie, true", "atelier-brie~2, false", "Atelier, false"})
    void givesPeopleNoNameOfALaterOne(String name, boolean given) {
        assertThat(OrganisationId.isSlug(name)).isEqualTo(given);
    }
}
