package org.passerelle.api;

import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads JSON exactly as it is written: what is not understood is refused rather than ignored or bent into shape, so that a
 * misspelt field never books something else than was meant.
 */
@Configuration(proxyBeanMethods = false)
class StrictJson {

    /** As long as a body may be, since the calendar that an import hands in is one string; all other fields are shorter. */
    private static final int LONGEST_STRING = 1024 * 1024;

    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_NUMBER = 50;
    private static final int DEEPEST = 50;

    @Bean
    JsonFactoryBuilderCustomizer boundedJson() {
        return factory -> factory.streamReadConstraints(StreamReadConstraints.builder()
                .maxStringLength(LONGEST_STRING)
                .maxNameLength(LONGEST_NAME)
                .maxNumberLength(LONGEST_NUMBER)
                .maxNestingDepth(DEEPEST)
                .build());
    }

    /**
     * Takes no JSON that is dressed as YAML and gives none: a library among ours brings a reader of it along, which knows nothing of
     * the rules below.
     */
    @Bean
    ServerHttpMessageConvertersCustomizer noYamlOfFields() {
        return converters -> converters.configureMessageConvertersList(
                list -> list.removeIf(each -> each.getSupportedMediaTypes().contains(MediaType.APPLICATION_YAML)));
    }

    @Bean
    JsonMapperBuilderCustomizer strictMapping() {
        return mapper -> {
            mapper.addModule(StrictTimes.module())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
            refuse(mapper, LogicalType.Textual, CoercionInputShape.Integer, CoercionInputShape.Float);
            refuse(mapper, LogicalType.Textual, CoercionInputShape.Boolean);
            refuse(mapper, LogicalType.Enum, CoercionInputShape.EmptyString);
        };
    }

    private static void refuse(JsonMapper.Builder mapper, LogicalType type, CoercionInputShape... shapes) {
        mapper.withCoercionConfig(type, config -> {
            for (CoercionInputShape shape : shapes) {
                config.setCoercion(shape, CoercionAction.Fail);
            }
        });
    }
}
