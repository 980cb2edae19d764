package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the published document equal to the one in the docs; {@code -Dgolden.update} rewrites that one and fails. */
class PublishedContractTests extends HttpTest {

    private static final Path DOCUMENTED = Path.of("docs/reference/openapi.json");
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void publishesWhatTheDocsSay() throws IOException {
        JsonNode published = JSON.readTree(anonymous().get("/v3/api-docs").body());
        if (System.getProperty("golden.update") != null) {
            Files.writeString(DOCUMENTED, JSON.writeValueAsString(published) + "\n");
        }

        JsonNode documented = JSON.readTree(Files.readString(DOCUMENTED));

        assertThat(published).isEqualTo(documented);
        assertThat(System.getProperty("golden.update")).isNull();
    }

    @Test
    void namesEachOperationOnce() {
        JsonNode paths = JSON.readTree(anonymous().get("/v3/api-docs").body()).get("paths");

        assertThat(paths.findValuesAsString("operationId"))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(20);
    }
}
