package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.calendar.fault.CalendarFaultCode;

/** What {@code docs/reference/rfcs.md} says is followed or refused names what shows it. */
class StandardsPageTests {

    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+[A-Z][A-Za-z]*)(?:\\.[a-zA-Z]+)?`");
    private static final Pattern CODE = Pattern.compile("`([A-Z]+(?:_[A-Z]+)+)`");

    @Test
    void namesClassesThatThereAre() throws IOException {
        assertThat(found(CLASS)).hasSizeGreaterThan(40).isSubsetOf(sources());
    }

    @Test
    void namesReasonsThatThereAre() throws IOException {
        assertThat(found(CODE))
                .hasSizeGreaterThan(2)
                .isSubsetOf(Arrays.stream(CalendarFaultCode.values())
                        .map(Enum::name)
                        .collect(Collectors.toSet()));
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(Path.of("docs", "reference", "rfcs.md")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
