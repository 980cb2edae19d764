package org.passerelle.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** French as it is printed: a narrow no-break space before what stands high and within guillemets, and apostrophes that are curved. */
class FrenchTypographyTests {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /** What people type, which is read and not shown. */
    private static final Path TYPED = RESOURCES.resolve("org/passerelle/phrase");

    private static final int MANY_TEXTS = 2_000;

    /** A mark at the end of a word or of what is filled in; not that of a time, an address or a name in code. */
    private static final Pattern UNSPACED = Pattern.compile("(?<!\u202f)[;:!?](?=\\s|$|<)|(?<!\u202f)»|«(?!\u202f)");

    private static final Pattern STRAIGHT = Pattern.compile("\\p{L}'(?=[\\p{L}{«])");

    private static final Pattern OWN_COLON = Pattern.compile("[+] ': '|': ' [+]|\"\\|: ");

    /** A doubled space, or one of either kind beside it. */
    private static final Pattern TOO_WIDE = Pattern.compile("[\\s\u00a0\u202f]\u202f|\u202f[\\s\u00a0]");

    @Test
    void isThatOfEveryText() throws IOException {
        List<String> wrong = new ArrayList<>();
        int texts = 0;
        for (Path file : bundles()) {
            Properties bundle = read(file);
            for (String key : bundle.stringPropertyNames()) {
                texts++;
                String text = bundle.getProperty(key).replace("''", "'");
                if (isWrong(text)) {
                    wrong.add(file.getFileName() + " " + key + "=" + text);
                }
            }
        }

        assertThat(texts).isGreaterThan(MANY_TEXTS);
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "l'heure",
                "l'{0}",
                "Quand ?",
                "Quand\u00a0?",
                "Quand?",
                "Salle : {0}",
                "{0}: fermé",
                "« Budget »",
                "«Budget»",
                "Non ; plus tard",
                "Quand \u202f?"
            })
    void isMissedWhereItIsNot(String text) {
        assertThat(isWrong(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "l’heure",
                "Quand\u202f?",
                "Salle\u202f: {0}",
                "«\u202fBudget\u202f»",
                "de 08:30 à 10:00",
                "https://example.org/?a=b",
                "{0,choice,1#une|1<{0}}",
                "POST /api/v1/bookings/{id}:x"
            })
    void isNotMissedWhereItIs(String text) {
        assertThat(isWrong(text)).isFalse();
    }

    /** What stands between two texts of a page is a text itself. */
    @Test
    void isLeftToTheTextsByEveryPage() throws IOException {
        try (Stream<Path> pages = Files.list(RESOURCES.resolve("templates"))) {
            List<Path> all = pages.toList();

            assertThat(all).isNotEmpty();
            for (Path page : all) {
                assertThat(Files.readAllLines(page)).as(page.toString()).noneMatch(OWN_COLON.asPredicate());
            }
        }
    }

    private static boolean isWrong(String text) {
        return UNSPACED.matcher(text).find()
                || STRAIGHT.matcher(text).find()
                || TOO_WIDE.matcher(text).find();
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith("_fr.properties"))
                    .filter(file -> !file.startsWith(TYPED))
                    .toList();
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties bundle = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            bundle.load(reader);
        }
        return bundle;
    }
}
