package org.passerelle.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguagesTests {

    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern FRENCH =
            Pattern.compile("Locale\\.(FRENCH|FRANCE|CANADA_FRENCH)|\"fr\"|\\bisFrench\\b");
    private static final Pattern DEFAULT = Pattern.compile("@DefaultValue\\(\"fr\"\\)");

    @TempDir
    Path folder;

    @Test
    void areThoseWhosePropertyFilesAreThere() {
        assertThat(Languages.SPOKEN).containsExactly(Locale.ENGLISH, Locale.FRENCH);
    }

    @Test
    void takeInALanguageThatIsAddedByItsFilesAlone() throws IOException {
        MadeUpLanguage.writeInto(folder);

        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, Languages.class.getClassLoader())) {
            assertThat(Languages.in(loader)).containsExactly(Locale.ENGLISH, Locale.FRENCH, MadeUpLanguage.LOCALE);
        }
    }

    @Test
    void nearestIsPickedByTheLanguageAndEnglishForAllOthers() {
        assertThat(Languages.nearest(Locale.CANADA_FRENCH)).isEqualTo(Locale.FRENCH);
        assertThat(Languages.nearest(Locale.UK)).isEqualTo(Locale.ENGLISH);
        assertThat(Languages.nearest(Locale.GERMAN)).isEqualTo(Locale.ENGLISH);
        assertThat(Languages.find(Locale.GERMAN)).isEmpty();
    }

    @Test
    void callThemselvesByTheirOwnNames() {
        assertThat(Languages.SPOKEN.stream().map(Languages::name)).containsExactly("English", "Français");
    }

    @Test
    void comeFirstWhereTheyAreThatOfTheNetwork() {
        assertThat(new NetworkLanguage(Locale.FRANCE).thenOthers()).containsExactly(Locale.FRENCH, Locale.ENGLISH);
        assertThat(new NetworkLanguage(Locale.ENGLISH).thenOthers()).containsExactly(Locale.ENGLISH, Locale.FRENCH);
    }

    @Test
    void haveAFileBesideEachEnglishOneWithTheSameKeys() throws IOException {
        List<Path> bundles = MadeUpLanguage.english();

        assertThat(bundles).hasSizeGreaterThan(10);
        for (Path english : bundles) {
            for (Locale language : Languages.SPOKEN.subList(1, Languages.SPOKEN.size())) {
                Path other = MadeUpLanguage.sibling(english, language);
                assertThat(MadeUpLanguage.read(other).stringPropertyNames())
                        .as("%s", other)
                        .isEqualTo(MadeUpLanguage.read(english).stringPropertyNames());
            }
        }
    }

    @Test
    void fillInWhatEnglishDoes() throws IOException {
        for (Path english : MadeUpLanguage.english()) {
            Properties texts = MadeUpLanguage.read(english);
            for (Locale language : Languages.SPOKEN.subList(1, Languages.SPOKEN.size())) {
                Properties others = MadeUpLanguage.read(MadeUpLanguage.sibling(english, language));
                for (String key : saidByAll(texts)) {
                    assertThat(placeholders(others.getProperty(key)))
                            .as("%s of %s in %s", key, english, language)
                            .isEqualTo(placeholders(texts.getProperty(key)));
                }
            }
        }
    }

    @Test
    void areComparedWithFrenchNowhereInTheProgram() throws IOException {
        try (Stream<Path> all = Files.walk(CODE)) {
            List<Path> files =
                    all.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(files).hasSizeGreaterThan(500);
            for (Path file : files) {
                String code = DEFAULT.matcher(Files.readString(file)).replaceAll("");
                assertThat(FRENCH.matcher(code).results().map(MatchResult::group))
                        .as("%s", file)
                        .isEmpty();
            }
        }
    }

    /** A day of a month is there as an ordinal and as a number, of which each language takes one. */
    private static Set<String> saidByAll(Properties texts) {
        Set<String> keys = new TreeSet<>(texts.stringPropertyNames());
        keys.remove("month-day");
        return keys;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(each -> each.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
