package org.passerelle.api.contract;

import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Tells the shapes of bodies that are sent from those that are answered. An answer always has all its fields, null or not; a request
 * has no others than are known, and to change something none of them is needed. What is sent as it is answered has a schema for
 * either.
 */
final class BodyShapes {

    /** Formats of texts, by the names of their fields. */
    private static final Map<String, String> FORMATS =
            Map.of("email", "email", "url", "uri", "joinUrl", "uri", "duration", "duration", "hold", "duration");

    private BodyShapes() {}

    static void describe(OpenAPI document, List<Call> calls) {
        NamedSchemas schemas = new NamedSchemas(document.getComponents());
        List<Call> sending = calls.stream().filter(Call::hasBody).toList();
        sending.forEach(call -> {
            Content content = call.operation().getRequestBody().getContent();
            content.forEach(SuccessAnswers::asText);
            if (call.method().name().equals("PATCH")) {
                makeOptional(content, schemas);
            }
        });
        Set<String> answered = schemas.reachedFrom(calls.stream()
                .flatMap(Call::successes)
                .map(ApiResponse::getContent)
                .filter(Objects::nonNull));
        List<Content> bodies = sending.stream()
                .map(call -> call.operation().getRequestBody().getContent())
                .toList();
        Set<String> both = new LinkedHashSet<>(schemas.reachedFrom(bodies.stream()));
        both.retainAll(answered);
        schemas.part(both, bodies, "Request");
        Set<String> sent = schemas.reachedFrom(bodies.stream());
        sent.forEach(name -> close(schemas.get(name)));
        answered.forEach(name -> requireNullable(schemas.get(name)));
        schemas.all().forEach(BodyShapes::format);
    }

    /**
     * In the place of what is sent to make something the same without a field that must be there. Null is as good as nothing: clients
     * that a generator made would else send an empty list for one that is not to change.
     */
    private static void makeOptional(Content content, NamedSchemas schemas) {
        content.values().forEach(body -> {
            String whole = NamedSchemas.nameIn(body.getSchema());
            String change = whole.replace("Request", "Change");
            ObjectSchema optional = new ObjectSchema();
            optional.setDescription("What is left out stays as it is");
            schemas.get(whole)
                    .getProperties()
                    .forEach((name, field) ->
                            optional.addProperty(name, Nulls.allowedIn(AnnotationsUtils.clone(field, true))));
            schemas.add(change, optional);
            body.setSchema(NamedSchemas.reference(change));
        });
    }

    private static void close(Schema<?> schema) {
        if (schema.getProperties() != null && schema.getAdditionalProperties() == null) {
            schema.setAdditionalProperties(false);
        }
    }

    private static void requireNullable(Schema<?> schema) {
        if (schema.getProperties() == null) {
            return;
        }
        schema.getProperties().forEach((name, field) -> {
            boolean isRequired =
                    schema.getRequired() != null && schema.getRequired().contains(name);
            if (!isRequired && Nulls.areAllowedIn(field)) {
                schema.addRequiredItem(name);
            }
        });
    }

    private static void format(Schema<?> schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, field) -> {
                String format = FORMATS.get(name);
                if (format != null && field.getFormat() == null && field.get$ref() == null) {
                    field.setFormat(format);
                }
            });
        }
    }
}
