package org.passerelle.api.contract;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The schemas of the document that have names, and which of them others are made of. */
final class NamedSchemas {

    private static final String SCHEMAS = "#/components/schemas/";

    private final Components components;

    NamedSchemas(Components components) {
        this.components = components;
    }

    static Schema<?> reference(String name) {
        return new Schema<>().$ref(SCHEMAS + name);
    }

    /** The name that {@code reference} refers to. */
    static String nameIn(Schema<?> reference) {
        return reference.get$ref().substring(SCHEMAS.length());
    }

    Schema<?> get(String name) {
        return Objects.requireNonNull(components.getSchemas().get(name), () -> "No schema " + name);
    }

    void add(String name, Schema<?> schema) {
        components.addSchemas(name, schema);
    }

    Stream<Schema<?>> all() {
        return components.getSchemas().keySet().stream().map(this::get);
    }

    /** The names of all schemas that {@code contents} are made of. */
    Set<String> reachedFrom(Stream<Content> contents) {
        Set<String> names = new LinkedHashSet<>();
        contents.flatMap(content -> content.values().stream()).forEach(body -> collect(body.getSchema(), names));
        return names;
    }

    private void collect(@Nullable Schema<?> schema, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            String name = nameIn(schema);
            if (names.add(name)) {
                collect(get(name), names);
            }
            return;
        }
        collect(schema.getItems(), names);
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            collect(values, names);
        }
        if (schema.getOneOf() != null) {
            schema.getOneOf().forEach(each -> collect(each, names));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(field -> collect(field, names));
        }
    }
}
