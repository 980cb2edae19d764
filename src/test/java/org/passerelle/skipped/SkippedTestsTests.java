package org.passerelle.skipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkippedTestsTests {

    private static final Instant BEGIN = Instant.parse("2026-11-30T10:40:00Z");

    @TempDir
    private Path folder;

    @Test
    void areNamedByReasonAndClass() throws Exception {
        report("units", "DiskTests", BEGIN.plusSeconds(60), skipped("DiskTests", "losesNothing", "only root mounts"));
        report(
                "its",
                "ReplicaSetIT",
                BEGIN.plusSeconds(90),
                "<testcase name=\"isRun\" classname=\"ReplicaSetIT\" time=\"0.1\"/>"
                        + skipped("ReplicaSetIT", "second", "Docker is not available")
                        + skipped("ReplicaSetIT", "first", "Docker is not available"));

        assertThat(told())
                .containsExactly(
                        "Skipped: 3 tests",
                        "  2 tests: Docker is not available",
                        "    ReplicaSetIT: 2 tests (first, second)",
                        "  1 test: only root mounts",
                        "    DiskTests: 1 test (losesNothing)");
    }

    @Test
    void areCountedWhereTheyAreTooManyToBeNamed() throws Exception {
        String cases = Stream.of("a", "b", "c", "d", "e", "f")
                .map(name -> skipped("ReplicaSetIT", name, "Docker is not available"))
                .collect(Collectors.joining());
        report("its", "ReplicaSetIT", BEGIN, cases);

        assertThat(told()).contains("    ReplicaSetIT: 6 tests (a, b, c, d, e and others)");
    }

    @Test
    void areToldOfAClassAsAWholeAndWithoutAReason() throws Exception {
        report("its", "BrowserIT", BEGIN, "<testcase name=\"\" classname=\"BrowserIT\"><skipped/></testcase>");

        assertThat(told()).containsExactly("Skipped: 1 test", "  1 test: no reason is given", "    BrowserIT: 1 test");
    }

    @Test
    void areNotToldOfTheBuildBefore() throws Exception {
        report("its", "GoneIT", BEGIN.minusSeconds(1), skipped("GoneIT", "once", "Docker is not available"));

        assertThat(told()).containsExactly("No test was skipped.");
    }

    private List<String> told() throws Exception {
        return SkippedTests.told(SkippedTests.in(
                List.of(folder.resolve("units"), folder.resolve("its"), folder.resolve("none")), BEGIN));
    }

    private static String skipped(String className, String test, String reason) {
        return """
                <testcase name="%s" classname="%s" time="0.0">
                  <skipped message="%s"/>
                </testcase>
                """.formatted(test, className, reason);
    }

    private void report(String kind, String className, Instant written, String cases) throws IOException {
        Path file = Files.createDirectories(folder.resolve(kind)).resolve("TEST-" + className + ".xml");
        Files.writeString(file, """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="%s" tests="9" skipped="9">
                %s</testsuite>
                """.formatted(className, cases));
        Files.setLastModifiedTime(file, FileTime.from(written));
    }
}
