package org.passerelle.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a measurement that needs a larger heap than the bench itself. */
final class OwnProcess {

    private static final String HEAP = "-Xmx8g";
    private static final int MOST_MINUTES = 12;

    private OwnProcess() {}

    /**
     * What {@code main} reports. It is given a file for that, and whether this is a mere trial.
     *
     * @param name of the files that are kept in {@code folder}
     */
    static String results(Class<?> main, Path folder, String name, Effort effort) {
        Path results = folder.resolve(name + ".md");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-classpath",
                ManagementFactory.getRuntimeMXBean().getClassPath(),
                main.getName(),
                results.toString(),
                Boolean.toString(effort.isQuick()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(name + ".log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("Not done after " + MOST_MINUTES + " minutes");
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("Ended with " + process.exitValue() + ", see " + name + ".log");
            }
            return Files.readString(results).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
