package org.passerelle.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of settings, the program and the documentation name the same ones. */
class SettingCatalogueTests {

    private static final SettingCatalogue ALL = SettingCatalogue.read();
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern NAMED = Pattern.compile("(?<![A-Z_])PASSERELLE_[A-Z0-9_]*(<[A-Z]+>[A-Z0-9_]*)?");

    @Test
    void namesEveryClassOfSettings() {
        Set<String> written = texts(SOURCES, ".java")
                .filter(file -> Pattern.compile("^@ConfigurationProperties\\(", Pattern.MULTILINE)
                        .matcher(file.text())
                        .find())
                .map(file -> SOURCES.relativize(file.path())
                        .toString()
                        .replace(".java", "")
                        .replace('/', '.'))
                .collect(Collectors.toSet());

        assertThat(ALL.classes().stream().map(Class::getName)).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void namesEverySettingThatIsReadByItsName() {
        Pattern byName =
                Pattern.compile("\\$\\{(passerelle\\.[a-z0-9.-]+)|\\.getProperty\\(\"(passerelle\\.[a-z0-9.-]+)\"");
        Stream<MatchResult> found =
                texts(SOURCES, ".java").flatMap(file -> byName.matcher(file.text()).results().toList().stream());

        assertThat(found.map(hit -> hit.group(1) == null ? hit.group(2) : hit.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(ALL.named(name)).as(name).isPresent());
    }

    @Test
    void holdsSecretsThatThereAre() {
        assertThat(ALL.secrets().keySet())
                .filteredOn(name -> name.startsWith(DeclaredSetting.PREFIX))
                .allSatisfy(name -> assertThat(ALL.named(name)).as(name).isPresent());
        assertThat(ALL.settings())
                .filteredOn(setting -> setting.name().matches(".*(secret|password|private-key|-key)"))
                .allSatisfy(setting -> assertThat(ALL.secrets()).containsKey(setting.name()));
    }

    @Test
    void isDocumentedWhole() throws IOException {
        Set<String> documented = NAMED.matcher(Files.readString(Path.of("docs", "reference", "configuration.md")))
                .results()
                .map(name -> name.group().replaceAll("<[A-Z]+>", "*"))
                .collect(Collectors.toSet());

        assertThat(ALL.settings().stream()
                        .map(DeclaredSetting::variable)
                        .filter(variable -> !documented.contains(variable)))
                .isEmpty();
    }

    @Test
    void hasAllThatTheDocumentationAndTheContainersName() {
        List<Written> files = Stream.of(texts(Path.of("docs"), ".md"), texts(Path.of("docker"), ""), readme())
                .flatMap(each -> each)
                .toList();

        assertThat(files).hasSizeGreaterThan(20);
        assertThat(files.stream()
                        .flatMap(file -> NAMED.matcher(file.text())
                                .results()
                                .map(MatchResult::group)
                                .filter(name -> !isRead(name))
                                .map(name -> file.path() + ": " + name)))
                .isEmpty();
    }

    /** The beginning of several may be named, as {@code PASSERELLE_MAIL_LIMITS_}. */
    private static boolean isRead(String name) {
        return ALL.settings().stream()
                .anyMatch(setting -> name.endsWith("_")
                        ? setting.variable().startsWith(name)
                        : setting.isVariable(name.replaceAll("<[A-Z]+>", "X")));
    }

    private static Stream<Written> readme() {
        return texts(Path.of("README.md"), "");
    }

    private static Stream<Written> texts(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
                    .map(Written::of)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Written(Path path, String text) {

        static Written of(Path path) {
            try {
                return new Written(path, Files.readString(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
