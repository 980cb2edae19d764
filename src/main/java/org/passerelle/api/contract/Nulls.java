package org.passerelle.api.contract;

import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Null in schemas, as OpenAPI 3.1 and JSON Schema write it: a type beside others. */
final class Nulls {

    private static final String NULL = "null";

    private Nulls() {}

    /** A schema for what {@code schema} describes, or null. */
    static Schema<?> allowedIn(Schema<?> schema) {
        if (areAllowedIn(schema)) {
            return schema;
        }
        if (schema.get$ref() == null && schema.getEnum() == null) {
            Set<String> types = new LinkedHashSet<>(typesOf(schema));
            types.add(NULL);
            schema.setTypes(types);
            return schema;
        }
        Schema<?> none = new Schema<>(SpecVersion.V31).types(Set.of(NULL));
        Schema<?> either = new Schema<>(SpecVersion.V31).oneOf(List.of(schema, none));
        either.setDescription(schema.getDescription());
        schema.setDescription(null);
        return either;
    }

    static boolean areAllowedIn(Schema<?> schema) {
        return schema.getOneOf() != null
                ? schema.getOneOf().stream().anyMatch(Nulls::areAllowedIn)
                : typesOf(schema).contains(NULL);
    }

    private static Set<String> typesOf(Schema<?> schema) {
        if (schema.getTypes() != null) {
            return schema.getTypes();
        }
        return schema.getType() == null ? Set.of() : Set.of(schema.getType());
    }
}
