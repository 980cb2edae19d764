package org.passerelle.platform;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sockets at which this process waits for others, as Linux tells it in {@code proc(5)}. */
final class ListeningSockets {

    private static final String LISTEN = "0A";
    private static final int STATE = 3;
    private static final int INODE = 9;

    private ListeningSockets() {}

    static Set<String> ofThisProcess() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "Only Linux tells");
        Set<String> ours = descriptors();
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> rows(Path.of("/proc/self/net", table)))
                .filter(row -> row[STATE].equals(LISTEN))
                .map(row -> "socket:[" + row[INODE] + "]")
                .filter(ours::contains)
                .collect(Collectors.toSet());
    }

    private static Stream<String[]> rows(Path table) {
        try {
            return Files.readAllLines(table).stream()
                    .skip(1)
                    .map(row -> row.strip().split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> descriptors() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.map(ListeningSockets::target).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "gone meanwhile";
        }
    }
}
