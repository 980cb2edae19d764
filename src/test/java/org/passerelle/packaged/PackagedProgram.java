package org.passerelle.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the packaged program is started by tests that do so dozens of times: its classes kept as the machine has read them
 * before. It starts in half the time and runs the same classes.
 */
public final class PackagedProgram {

    private static @Nullable List<String> command;

    private PackagedProgram() {}

    /** The words of a command line; made ready at the first call. */
    public static synchronized List<String> command() {
        if (command == null) {
            command = ready(jar());
        }
        return command;
    }

    /** As {@link #command} with another heap, {@code 1g} say. */
    public static List<String> commandWithHeap(String heap) {
        return command().stream()
                .map(part -> part.startsWith("-Xmx") ? "-Xmx" + heap : part)
                .toList();
    }

    /** The file that people start. */
    public static Path jar() {
        return Path.of(System.getProperty("passerelle.jar")).toAbsolutePath();
    }

    /** Once for all processes of tests: the first makes the archive, the others wait for it. */
    private static List<String> ready(Path jar) {
        Path archive = jar.resolveSibling("classes.jsa");
        Path gate = jar.resolveSibling("classes.lock");
        try (FileChannel one = FileChannel.open(gate, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = one.lock()) {
            if (held.isValid() && !isNewer(archive, jar)) {
                Files.deleteIfExists(archive);
                Path data = Files.createTempDirectory(jar.getParent(), "first");
                KilledServer.start(data, Map.of(), started("-XX:ArchiveClassesAtExit=" + archive, jar))
                        .endInPeace();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return started("-XX:SharedArchiveFile=" + archive, jar);
    }

    private static boolean isNewer(Path archive, Path jar) throws IOException {
        return Files.exists(archive)
                && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) > 0;
    }

    private static List<String> started(String option, Path jar) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-Xmx256m", "-XX:TieredStopAtLevel=1", option, "-jar", jar.toString());
    }
}
