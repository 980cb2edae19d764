package org.passerelle.api.contract;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Examples of what is sent and answered, a file for each operation: {@code request}, and {@code answers} by status. Those of problems
 * are in one more, by type. A test sends and checks them all.
 */
final class Examples {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Examples() {}

    static void addTo(Call call) {
        JsonNode examples = read(call.operation().getOperationId());
        if (examples == null) {
            return;
        }
        if (call.hasBody()) {
            put(call.operation().getRequestBody().getContent(), examples.get("request"));
        }
        call.operation()
                .getResponses()
                .forEach((status, answer) ->
                        put(answer.getContent(), examples.path("answers").get(status)));
    }

    static void addTo(Components components) {
        JsonNode examples = read("problems");
        if (examples != null) {
            components.getResponses().forEach((type, answer) -> put(answer.getContent(), examples.get(type)));
        }
    }

    private static void put(@Nullable Content content, @Nullable JsonNode example) {
        if (content != null && example != null) {
            Object value = JSON.convertValue(example, Object.class);
            content.values().forEach(body -> body.setExample(value));
        }
    }

    private static @Nullable JsonNode read(String name) {
        try (InputStream file = Examples.class.getResourceAsStream("/org/passerelle/api/examples/" + name + ".json")) {
            return file == null ? null : JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The example " + name, e);
        }
    }
}
