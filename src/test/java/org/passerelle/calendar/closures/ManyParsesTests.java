package org.passerelle.calendar.closures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calendars that bring their own time zones, read one after another: nothing of them stays. As many as the goal names, 100,000,
 * are read in {@code -Pnightly}. In a process of their own, for programs that other tests of this one have started go on
 * taking and giving back memory, and it takes long to collect all of theirs.
 */
class ManyParsesTests {

    private static final int PARSES = Integer.getInteger("parses", 3_000);

    @TempDir
    private Path folder;

    @Test
    void leaveNothingBehind() throws IOException, InterruptedException {
        Path output = folder.resolve("output");

        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyParses.class.getName(),
                        Integer.toString(PARSES))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(reader.waitFor(20, TimeUnit.MINUTES)).isTrue();
        assertThat(reader.exitValue()).as(Files.readString(output)).isZero();
    }
}
