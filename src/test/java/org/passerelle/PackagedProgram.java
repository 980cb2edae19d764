package org.passerelle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How the packaged program is started by tests that do so dozens of times: unpacked as Spring Boot offers it, its classes kept
 * as the machine has read them before. It starts in half the time and runs the same classes.
 */
final class PackagedProgram {

    private static @Nullable List<String> command;

    private PackagedProgram() {}

    /** The words of a command line; made ready at the first call. */
    static synchronized List<String> command() {
        if (command == null) {
            command = ready(Path.of(System.getProperty("passerelle.jar")).toAbsolutePath());
        }
        return command;
    }

    private static List<String> ready(Path jar) {
        Path folder = jar.resolveSibling("unpacked-" + System.getProperty("surefire.forkNumber", "1"));
        Path archive = folder.resolve("classes.jsa");
        run(List.of(
                java(), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", folder + ""));
        String unpacked = folder.resolve(jar.getFileName()).toString();
        try {
            Files.deleteIfExists(archive);
            Path data = Files.createTempDirectory(folder, "first");
            KilledServer.start(data, Map.of(), started("-XX:ArchiveClassesAtExit=" + archive, unpacked))
                    .endInPeace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return started("-XX:SharedArchiveFile=" + archive, unpacked);
    }

    private static List<String> started(String option, String jar) {
        return List.of(java(), "-Xmx256m", "-XX:TieredStopAtLevel=1", option, "-jar", jar);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void run(List<String> words) {
        try {
            Process process = new ProcessBuilder(new ArrayList<>(words))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError("The jar could not be unpacked");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
