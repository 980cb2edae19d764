package org.passerelle.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.passerelle.HouseTests;
import org.passerelle.ProgramClasses;
import org.passerelle.RuleCopiesTests;
import org.passerelle.booking.model.BookingAccessRuleTests;
import org.passerelle.platform.http.OutboundConnectionsTests;
import org.passerelle.security.RemoteCallRuleTests;

/**
 * All tests that read the classes of the program, in one process of those that run tests: each other would read them once more.
 * Alone each can still be run by its own name, by which {@code pom.xml} keeps it out of the rest.
 */
class ProgramRulesTests {

    private static final Path TESTS = Path.of("src", "test", "java");

    @Nested
    class Architecture extends ArchitectureTests {}

    @Nested
    class House extends HouseTests {}

    @Nested
    class RuleCopies extends RuleCopiesTests {}

    @Nested
    class BookingAccessRule extends BookingAccessRuleTests {}

    @Nested
    class RemoteCallRule extends RemoteCallRuleTests {}

    @Nested
    class OutboundConnections extends OutboundConnectionsTests {}

    @AfterAll
    static void forget() {
        ProgramClasses.forget();
    }

    @Test
    void areAllThatReadTheClassesAndThoseThatAreKeptOutOfTheRest() throws IOException {
        List<String> here = Stream.of(ProgramRulesTests.class.getDeclaredClasses())
                .map(nested -> nested.getSuperclass().getSimpleName())
                .sorted()
                .toList();
        List<String> keptOut = Pattern.compile("<exclude>\\*\\*/(\\w+Tests)\\.java</exclude>")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
        try (Stream<Path> files = Files.walk(TESTS)) {
            assertThat(here)
                    .isEqualTo(keptOut)
                    .isEqualTo(files.filter(file -> file.toString().endsWith("Tests.java"))
                            .filter(file -> text(file).contains("ProgramClasses.all()"))
                            .map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
                            .filter(name -> !name.equals(ProgramRulesTests.class.getSimpleName()))
                            .sorted()
                            .toList());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
