package org.passerelle.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonMentionsTests {

    private final PersonMentions mentions = new PersonMentions(Subjects.odile());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "odile.lenfant@firm.example",
                "To: <Odile.LENFANT@Firm.Example>, others",
                "https://rooms.example/cal?of=odile.lenfant%40firm.example&x=1",
                "write to odile.lenfant@firm.example.",
                "Point avec Odile Lenfant",
                "ODILE  LENFANT",
                "CN=Odile\n Lenfant",
                "ATTENDEE:mailto:odile.lenf\r\n ant@firm.example\r\n",
                "SUMMARY:Odile L\r\n enfant à Melun"
            })
    void findsAddressAndNameHoweverTheyAreSpelt(String text) {
        assertThat(mentions.isIn(text)).isTrue();
        assertThat(mentions.isIn(mentions.cutFrom(text))).isFalse();
        assertThat(mentions.cutFrom(text)).doesNotContainIgnoringCase("lenf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "godile.lenfant@firm.example",
                "odile.lenfant@firm.example.org",
                "odile.lenfant@firm.example-two.org",
                "Odile Lenfantin",
                "Odile",
                "Lenfant Odile"
            })
    void leavesOtherPeopleAlone(String text) {
        assertThat(mentions.isIn(text)).isFalse();
        assertThat(mentions.cutFrom(text)).isEqualTo(text);
    }

    @Test
    void putsTheAliasForTheAddressAndLeavesTheRest() {
        assertThat(mentions.cutFrom("Odile Lenfant <odile.lenfant@firm.example> and Léa"))
                .isEqualTo("… <erased-abcdefgh23456789@unknown.invalid> and Léa");
    }
}
