package org.passerelle.directory.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.directory.ClosureCalendars;
import org.passerelle.directory.FaultSentences;
import org.passerelle.directory.fault.FileFault;
import org.passerelle.directory.file.DirectoryFile.Faulty;

class HostileFileTests {

    private static List<FileFault> faults(String text) {
        var reading = DirectoryFile.read(text, ClosureCalendars.none());
        assertThat(reading).isInstanceOf(Faulty.class);
        return ((Faulty) reading).faults();
    }

    private static List<String> sentences(String text) {
        return faults(text).stream().map(FaultSentences::of).toList();
    }

    @Test
    void refusesAliasesThatUnfoldIntoAHugeFile() {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c <= 'z'; c++) {
            char previous = (char) (c - 1);
            bomb.append("%1$c: &%1$c [*%2$c, *%2$c, *%2$c, *%2$c]\n".formatted(c, previous));
        }

        assertThat(sentences(bomb.toString()))
                .contains("line 1: anchors are not allowed: &a", "line 2: aliases are not allowed: *a");
    }

    @Test
    void refusesAListThatContainsItself() {
        assertThat(sentences("sites: &s [*s]")).contains("line 1: aliases are not allowed: *s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!javax.script.ScriptEngineManager [x]", "!thing {a: 1}", "!!str Melun"})
    void refusesTags(String tagged) {
        assertThat(sentences("sites: " + tagged))
                .singleElement()
                .asString()
                .startsWith("line 1: tags are not allowed: ");
    }

    @Test
    void refusesATextOfMoreThanAMillionCharacters() {
        assertThat(sentences("#".repeat(YamlText.LONGEST + 1))).containsExactly("file: longer than 1000000 characters");
    }

    @Test
    void refusesNestingBeyondAllReason() {
        assertThat(sentences("sites: " + "[".repeat(10_000) + "]".repeat(10_000)))
                .singleElement()
                .asString()
                .contains("nested more than 20 deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "[{a: "})
    @Timeout(5)
    void refusesEndlessNestingAfterAFewSteps(String opening) {
        assertThat(sentences(opening.repeat(150_000)))
                .singleElement()
                .asString()
                .contains("deep");
    }

    @Test
    @Timeout(5)
    void refusesMoreValuesThanAnyNetworkHas() {
        assertThat(sentences("a: [" + "a,".repeat(400_000) + "]"))
                .singleElement()
                .asString()
                .contains("more than 300000 keys, values and lists");
    }

    @Test
    void refusesTwoDocumentsInOneFile() {
        assertThat(sentences("mailDomain: a.example\n---\nmailDomain: b.example\n"))
                .singleElement()
                .asString()
                .startsWith("line 2: not YAML: ");
    }

    @ParameterizedTest
    @MethodSource("shapesThatAreNoDirectory")
    void refusesWhatIsNoListOfKeys(String text, String beginningOfTheFault) {
        assertThat(sentences(text)).anyMatch(sentence -> sentence.startsWith(beginningOfTheFault));
    }

    private static Stream<Arguments> shapesThatAreNoDirectory() {
        return Stream.of(
                arguments("", "file: nothing in it"),
                arguments("# only a remark", "file: nothing in it"),
                arguments("[melun, trilport]", "line 1: expected keys with values"),
                arguments("Melun", "line 1: expected keys with values"),
                arguments("? [a, b]\n: c", "line 1: a key must be a word"),
                arguments("sites: {melun: x", "line 1: not YAML: expected ',' or '}'"),
                arguments("\nsites:\n\t- x", "line 3: not YAML: found character"));
    }

    @Test
    void namesTheLineOfACharacterThatYamlDoesNotAllow() {
        assertThat(sentences("mailDomain: a.example\nsites: \u0007"))
                .containsExactly("line 2: a character that YAML does not allow");
    }

    @Test
    void repeatsWhatWasWrittenInOneShortLine() {
        var fault = faults("mailDomain: \"" + "\\n<script>é".repeat(40) + "\"").get(0);

        assertThat(FaultSentences.said(fault))
                .doesNotContain("\n")
                .endsWith("…")
                .hasSizeLessThan(120);
    }

    @Test
    void tellsAThousandFaultsAndCountsTheOthers() {
        var text = new StringBuilder("mailDomain: a.example\n");
        for (int i = 0; i < 1_500; i++) {
            text.append("key").append(i).append(": x\n");
        }

        assertThat(sentences(text.toString())).hasSize(Faults.MOST + 1).last().isEqualTo("file: and 500 more faults");
    }

    @Test
    void refusesMoreRoomsThanANetworkMayHave() {
        var text = new StringBuilder("""
                mailDomain: a.example
                operators: {o: O}
                sites:
                  s:
                    {name: S, operator: o, zone: Europe/Paris, address: A, position: {latitude: 0, longitude: 0}, rooms: {
                """);
        for (int i = 0; i <= DirectoryFile.MOST_ROOMS; i++) {
            text.append("s-").append(i).append(": {name: R, kind: OFFICE, capacity: 1},\n");
        }

        assertThat(sentences(text + "}}\n")).containsExactly("line 4: more than 10000 rooms");
    }
}
