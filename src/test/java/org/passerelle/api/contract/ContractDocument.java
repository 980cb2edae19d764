package org.passerelle.api.contract;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A published OpenAPI document as a program reads it that has nothing else. */
final class ContractDocument {

    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    private final JsonNode root;
    private final JsonNode strict;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    ContractDocument(String json) {
        root = JsonMapper.shared().readTree(json);
        strict = closed(JsonMapper.shared().readTree(json));
    }

    JsonNode root() {
        return root;
    }

    /** @param path with its variables in braces */
    record Operation(String path, String method, JsonNode node) {

        String id() {
            return node.get("operationId").asString();
        }

        @Override
        public String toString() {
            return id() + ", " + method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        root.get("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(method -> path.getValue().has(method))
                        .forEach(method -> all.add(new Operation(
                                path.getKey(), method, path.getValue().get(method)))));
        return all;
    }

    Operation operation(String id) {
        return operations().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not documented: " + id));
    }

    /** What {@code node} says, or what it refers to. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asString().substring(1)) : node;
    }

    /** Whether somebody must sign in for it. */
    boolean needsSignIn(Operation operation) {
        JsonNode security = operation.node().has("security") ? operation.node().get("security") : root.get("security");
        return security.valueStream().anyMatch(each -> each.has("basic"));
    }

    /** The answer that is documented for this very status. */
    Optional<JsonNode> answer(Operation operation, int status) {
        return Optional.ofNullable(operation.node().get("responses").get(String.valueOf(status)))
                .map(this::resolved);
    }

    /** The media types and what is said of each. */
    static Stream<Map.Entry<String, JsonNode>> contents(JsonNode answerOrBody) {
        return answerOrBody.has("content") ? answerOrBody.get("content").properties().stream() : Stream.empty();
    }

    /** What in {@code value} does not fit; fields that are not documented do not. */
    List<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        whole.set("components", strict.get("components"));
        whole.set("allOf", JsonMapper.shared().createArrayNode().add(schema));
        return schemas
                .getSchema(whole)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /**
     * The same with schemas that allow for no fields but theirs. Addresses are not looked at: the validator takes none of the domains
     * that RFC 2606 sets aside.
     */
    private static JsonNode closed(JsonNode document) {
        document.findParents("format").stream()
                .filter(schema -> schema.get("format").asString().equals("email"))
                .forEach(schema -> ((ObjectNode) schema).remove("format"));
        document.at("/components/schemas").properties().forEach(each -> {
            ObjectNode schema = (ObjectNode) each.getValue();
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                schema.put("additionalProperties", false);
            }
        });
        return document;
    }
}
