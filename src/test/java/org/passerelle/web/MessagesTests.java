package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path CODE = Path.of("src/main/java/org/passerelle/web");
    private static final Pattern IN_TEMPLATES = Pattern.compile("#\\{([a-zA-Z0-9.-]+)[}(]");
    private static final Pattern BEGINNINGS = Pattern.compile("(?:#\\{\\$\\{|msg\\()'([a-z.-]+\\.)'");
    private static final Pattern IN_CODE = Pattern.compile(
            "\"((?:book|search|conference|day|zone|repeat|piece|state|frame|booking|bookings|calendars|ending)\\.[a-z.-]*[a-z])\"");

    @Test
    void saysEverythingInBothLanguages() throws IOException {
        Set<String> english = keys("messages.properties");
        Set<String> french = keys("messages_fr.properties");

        assertThat(english).isNotEmpty().isEqualTo(french);
    }

    @Test
    void hasEveryTextThatTemplatesAndCodeAskFor() throws IOException {
        Set<String> used = found(IN_TEMPLATES, RESOURCES.resolve("templates"));
        used.addAll(found(IN_CODE, CODE));

        assertThat(used).hasSizeGreaterThan(60);
        assertThat(keys("messages.properties")).containsAll(used);
    }

    @Test
    void hasTextsForEveryBeginningThatTemplatesComplete() throws IOException {
        Set<String> beginnings = found(BEGINNINGS, RESOURCES.resolve("templates"));

        Set<String> keys = keys("messages.properties");

        assertThat(beginnings).isNotEmpty().allMatch(start -> keys.stream().anyMatch(key -> key.startsWith(start)));
    }

    /** Which a network calls as it likes. */
    @Test
    void endsEveryTitleWithTheNameOfTheNetwork() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("templates"))) {
            for (Path file : files.filter(each -> !each.endsWith("layout.html")).toList()) {
                String title = Files.readString(file)
                        .lines()
                        .filter(line -> line.strip().startsWith("<title"))
                        .findFirst()
                        .orElse("");

                assertThat(title).as(file.toString()).matches("|.*frame\\??\\.brand\\??\\.name.*");
            }
        }
    }

    @Test
    void writesPatternsThatCanBeFilledIn() throws IOException {
        for (String file : Set.of("messages.properties", "messages_fr.properties")) {
            Stream<String> patterns =
                    messages(file).values().stream().map(String::valueOf).filter(text -> text.contains("{0"));

            assertThat(patterns)
                    .isNotEmpty()
                    .allSatisfy(pattern -> assertThat(new MessageFormat(pattern).format(new Object[] {2, 3, 4, 5, 6}))
                            .contains("2"));
        }
    }

    private static Set<String> keys(String file) throws IOException {
        return new TreeSet<>(messages(file).stringPropertyNames());
    }

    private static Properties messages(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> found(Pattern pattern, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Set<Path> all = files.filter(Files::isRegularFile).collect(Collectors.toSet());
            Set<String> found = new TreeSet<>();
            for (Path file : all) {
                pattern.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
            }
            return found;
        }
    }
}
