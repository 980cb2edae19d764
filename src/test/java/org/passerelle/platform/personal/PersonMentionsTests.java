package org.passerelle.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
                "SUMMARY:Odile L\r\n enfant à Melun",
                "ODİLE\n\tLENFANT",
                "o\n dile.lenf\n\tant@fırm.example"
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

    /** Every spelling that the expressions know, drawn by chance, in a text that has nothing else. */
    @Test
    void theQuickLookMissesNothingThatTheExpressionsFind() {
        Random random = new Random(20261201);
        MentionFilter filter = new MentionFilter(List.of("odile.lenfant@firm.example", "Odile Lenfant"));
        Pattern expression = Pattern.compile(
                "odile\\s+lenfant|odile\\.lenfant@firm\\.example", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        for (int i = 0; i < 5_000; i++) {
            String text = random.nextBoolean() ? "odile lenfant" : "odile.lenfant@firm.example";
            String spelt = text.codePoints()
                    .mapToObj(letter -> spelt(Character.toString(letter), random))
                    .collect(Collectors.joining());
            if (expression.matcher(spelt.replaceAll("\r?\n[ \t]", "")).find()) {
                assertThat(filter.mayBeIn(spelt)).as(spelt).isTrue();
            }
        }
        assertThat(filter.mayBeIn("Odile L., lenfan@firm.example")).isFalse();
        assertThat(new MentionFilter(List.of("\ud801\udc28 x")).mayBeIn("\ud801\udc00"))
                .as("letters that change their case in pairs")
                .isTrue();
    }

    private static String spelt(String letter, Random random) {
        String cased = switch (random.nextInt(4)) {
            case 0 -> letter.toUpperCase(Locale.ROOT);
            case 1 -> letter.replace('i', 'ı');
            case 2 -> letter.replace('i', 'İ');
            default -> letter;
        };
        return random.nextInt(6) == 0 ? cased + "\r\n " : cased;
    }

    @Test
    void putsTheAliasForTheAddressAndLeavesTheRest() {
        assertThat(mentions.cutFrom("Odile Lenfant <odile.lenfant@firm.example> and Léa"))
                .isEqualTo("… <erased-abcdefgh23456789@unknown.invalid> and Léa");
    }
}
