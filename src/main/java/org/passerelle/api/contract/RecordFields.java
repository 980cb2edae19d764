package org.passerelle.api.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a record which of its fields are always there and which may be null. One that is not {@link Nullable} is required;
 * one that is may be null or, where nulls are not written, left out; one that a request must have says so itself, by
 * {@link io.swagger.v3.oas.annotations.media.Schema#requiredMode()}.
 */
final class RecordFields implements ModelConverter {

    private static final String MODELS = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (resolved != null && raw.isRecord()) {
            model(resolved, context).ifPresent(model -> describe(model, raw));
        }
        return resolved;
    }

    private static Optional<Schema<?>> model(Schema<?> resolved, ModelConverterContext context) {
        String reference = resolved.get$ref();
        return reference == null
                ? Optional.of(resolved)
                : Optional.ofNullable(context.getDefinedModels().get(reference.substring(MODELS.length())));
    }

    private static void describe(Schema<?> model, Class<?> raw) {
        if (model.getProperties() == null) {
            return;
        }
        if (raw.isAnnotationPresent(JsonIgnoreProperties.class)) {
            model.setAdditionalProperties(true);
        }
        boolean writesNulls = !raw.isAnnotationPresent(JsonInclude.class)
                || raw.getAnnotation(JsonInclude.class).value() == JsonInclude.Include.ALWAYS;
        for (RecordComponent field : raw.getRecordComponents()) {
            if (isUnwrapped(field)) {
                describe(model, field.getType());
                continue;
            }
            String name = nameOf(field);
            Schema<?> schema = model.getProperties().get(name);
            if (schema != null) {
                describe(model, name, schema, field, writesNulls);
            }
        }
    }

    private static void describe(
            Schema<?> model, String name, Schema<?> schema, RecordComponent field, boolean writesNulls) {
        if (!field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            require(model, name);
        } else if (writesNulls && !isRequired(model, name)) {
            model.addProperty(name, Nulls.allowedIn(schema));
        }
    }

    private static boolean isRequired(Schema<?> model, String name) {
        return model.getRequired() != null && model.getRequired().contains(name);
    }

    private static void require(Schema<?> model, String name) {
        if (!isRequired(model, name)) {
            model.addRequiredItem(name);
        }
    }

    /** Its own fields stand in the place of it. */
    private static boolean isUnwrapped(RecordComponent field) {
        return field.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    private static String nameOf(RecordComponent field) {
        JsonProperty given = field.getAccessor().getAnnotation(JsonProperty.class);
        return given == null ? field.getName() : given.value();
    }
}
