package org.passerelle.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.MutableClock;

/**
 * What phrases mean on Wednesday, 25 March 2026, at 10:00 in Paris, in the demo network. The table is {@code
 * src/test/resources/phrase/table.txt}: a phrase, and after an arrow its meaning as {@link PhraseTexts} writes it.
 */
class PhraseTableTests {

    private static final Path TABLE = Path.of("src/test/resources/phrase/table.txt");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String ARROW = " => ";

    static Stream<Arguments> phrases() throws IOException {
        return rows().stream().map(row -> {
            String[] sides = row.split(ARROW, -1);
            return Arguments.of(sides[0], sides[1]);
        });
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(row -> !row.isBlank() && !row.startsWith("#"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("phrases")
    void means(String phrase, String meaning) {
        Phrase read = PhraseNetwork.READER.read(phrase, PhraseNetwork.DEMO, MutableClock.TODAY, PARIS);

        assertThat(PhraseTexts.of(read)).isEqualTo(meaning);
    }

    /** What a part could mean as well, it means as soon as somebody chooses it, and nothing else. */
    @ParameterizedTest
    @MethodSource("phrases")
    void meansWhatIsChosen(String phrase, String meaning) {
        Phrase read = PhraseNetwork.READER.read(phrase, PhraseNetwork.DEMO, MutableClock.TODAY, PARIS);

        read.parts()
                .forEach(part -> part.otherwise()
                        .forEach(reading -> assertMeans(reading, read.with(part.span(), reading.text()), read)));
        read.unread()
                .forEach(each -> each.readings().forEach(reading -> {
                    boolean isBesideAnother = each.reason() == Phrase.UnreadReason.CONTRADICTION;
                    assertMeans(
                            reading, isBesideAnother ? reading.text() : read.with(each.span(), reading.text()), read);
                }));
    }

    private static void assertMeans(Phrase.Reading reading, String line, Phrase before) {
        Phrase chosen = PhraseNetwork.READER.read(line, PhraseNetwork.DEMO, MutableClock.TODAY, before.zone());

        assertThat(chosen.all(Wish.class).toList()).as(line).containsAll(reading.wishes());
    }

    @Test
    void isLongEnough() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(200);
    }
}
