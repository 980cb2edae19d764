package org.passerelle.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How many lines of our own code serve the embedded store; there would be none with a MongoDB beside the program. */
final class StoreLines {

    private static final Path MAIN = Path.of("src", "main", "java", "org", "passerelle");
    private static final Path TESTS = Path.of("src", "test", "java", "org", "passerelle");
    private static final Path STORE = Path.of("platform", "mongo");
    private static final Path BOOKINGS = Path.of("booking", "store", "mongo");

    /** What is remembered of the bookings where no other process writes them, and how it is kept over the end. */
    private static final List<String> MEMORY = List.of(
            "DigestBytes",
            "FamilyDigest",
            "FamilyIndex",
            "IndexedFamilies",
            "KeptDigests",
            "PackedStretches",
            "SearchUpkeep");

    /** Tests of the store, and what they need, that lie outside its package. */
    private static final List<String> OTHER_TESTS =
            List.of("CrashingWriter", "DurabilityIT", "EmbeddedMongoStore", "EmbeddedMongoTests");

    private StoreLines() {}

    /** Says nothing where there are no sources. */
    static void report(Report report) {
        if (!Files.isDirectory(MAIN)) {
            return;
        }
        List<Path> store = under(MAIN.resolve(STORE));
        List<Path> memory = named(MAIN.resolve(BOOKINGS), MEMORY);
        List<Path> tests = new ArrayList<>(under(TESTS.resolve(STORE)));
        tests.addAll(named(TESTS.resolve("platform"), OTHER_TESTS));
        List<Path> program = new ArrayList<>(store);
        program.addAll(memory);
        report.table(
                "Lines of code that serve the embedded store",
                List.of("what", "files", "lines", "neither blank nor comment"),
                List.of(
                        row("the store (platform.mongo)", store),
                        row("what is remembered of the bookings (booking.store.mongo)", memory),
                        row("both", program),
                        row("tests of the store", tests)));
    }

    /** Those that there are still. */
    private static List<Path> named(Path folder, List<String> names) {
        return names.stream()
                .map(name -> folder.resolve(name + ".java"))
                .filter(Files::exists)
                .toList();
    }

    private static List<Path> under(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> row(String what, List<Path> files) {
        List<String> lines =
                files.stream().flatMap(file -> lines(file).stream()).toList();
        return List.of(
                what,
                "%,d".formatted(files.size()),
                "%,d".formatted(lines.size()),
                "%,d".formatted(lines.stream().filter(StoreLines::isCode).count()));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As our formatter sets them, every line of a comment begins with one of these. */
    private static boolean isCode(String line) {
        String text = line.strip();
        return !text.isEmpty() && !text.startsWith("/") && !text.startsWith("*");
    }
}
