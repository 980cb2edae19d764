package org.passerelle.api.contract;

import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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

    /** Gives {@code bodies}, and whatever they are made of, copies of the schemas {@code names}, called so with {@code end} behind. */
    void part(Set<String> names, List<Content> bodies, String end) {
        Set<String> ofBodies = reachedFrom(bodies.stream());
        for (String name : names) {
            if (components.getSchemas().containsKey(name + end)) {
                throw new IllegalStateException("There is a schema " + name + end + " already");
            }
            add(name + end, AnnotationsUtils.clone(get(name), true));
        }
        bodies.forEach(body -> body.values().forEach(each -> refer(each.getSchema(), names, end)));
        ofBodies.stream()
                .map(name -> names.contains(name) ? name + end : name)
                .forEach(name -> inner(get(name)).forEach(each -> refer(each, names, end)));
    }

    private static void refer(@Nullable Schema<?> schema, Set<String> names, String end) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() == null) {
            inner(schema).forEach(each -> refer(each, names, end));
        } else if (names.contains(nameIn(schema))) {
            schema.set$ref(SCHEMAS + nameIn(schema) + end);
        }
    }

    /** The schemas that stand within one. */
    private static Stream<Schema<?>> inner(Schema<?> schema) {
        List<Schema<?>> inner = new ArrayList<>();
        if (schema.getItems() != null) {
            inner.add(schema.getItems());
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            inner.add(values);
        }
        if (schema.getOneOf() != null) {
            schema.getOneOf().forEach(inner::add);
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(inner::add);
        }
        return inner.stream();
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
        inner(schema).forEach(each -> collect(each, names));
    }
}
