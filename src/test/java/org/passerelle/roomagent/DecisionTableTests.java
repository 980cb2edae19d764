package org.passerelle.roomagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent decides, case by case: a file each. With {@code -Dgolden.update} what follows the line is rewritten. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionTableTests {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "agent");
    private static final String LINE = "---";

    private AgentDesk agent;

    @BeforeAll
    void open(@TempDir Path folder) {
        agent = new AgentDesk(folder);
    }

    @AfterAll
    void close() {
        agent.close();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    static Stream<String> cases() throws IOException {
        return files().stream().map(file -> file.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void decidesAsWritten(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        List<String> lines = Files.readAllLines(file);
        int end = lines.contains(LINE) ? lines.indexOf(LINE) : lines.size();
        agent.begin();

        String told = new Scene(agent).play(lines.subList(0, end));

        if (System.getProperty("golden.update") != null) {
            Files.writeString(file, String.join("\n", lines.subList(0, end)) + "\n" + LINE + "\n" + told);
            return;
        }
        assertThat(told.lines().toList()).isEqualTo(lines.subList(end + 1, lines.size()));
    }

    @Test
    void hasAtLeastSixtyCases() throws IOException {
        if (System.getProperty("golden.update") != null) {
            fail("The table was rewritten");
        }
        assertThat(files()).hasSizeGreaterThanOrEqualTo(60);
    }
}
