package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTypeTests {

    private static final Path REFERENCE = Path.of("docs", "reference", "problems.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(/problems/[a-z-]+)` \\| (\\d{3}) \\|");

    @Test
    void isListedInTheReferenceWithItsStatus() throws IOException {
        List<String> listed = ROW.matcher(Files.readString(REFERENCE))
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();

        List<String> known = Arrays.stream(ProblemType.values())
                .map(type -> type.uri() + " " + type.status().value())
                .toList();
        assertThat(listed).containsExactlyElementsOf(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_fr.properties"})
    void isExplainedInEveryLanguage(String bundle) throws IOException {
        Properties messages = read(bundle);

        assertThat(ProblemType.values())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(messages).containsKey("problem." + type.token()));
    }

    @Test
    void sharesItsLanguagesKeyByKey() throws IOException {
        assertThat(read("messages_fr.properties").keySet())
                .isEqualTo(read("messages.properties").keySet());
    }

    private static Properties read(String bundle) throws IOException {
        Properties messages = new Properties();
        try (var reader =
                Files.newBufferedReader(Path.of("src", "main", "resources", "org", "passerelle", "api", bundle))) {
            messages.load(reader);
        }
        return messages;
    }
}
