package org.passerelle.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** What the published OpenAPI document says beyond what the controllers show: who may call, and how refusals look. */
@Configuration(proxyBeanMethods = false)
class PublishedContract {

    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI contract() {
        return new OpenAPI()
                .info(new Info()
                        .title("Passerelle")
                        .version("v1")
                        .description("Books shared rooms and videoconference suites. No double booking, ever.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSchemas(PROBLEM, problem())
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457; every type stands in docs/reference/problems.md")
                .addProperty("type", new StringSchema().example("/problems/room-occupied"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().description("The path that was asked for"))
                .required(List.of("type", "title", "status", "detail"))
                .additionalProperties(true);
    }

    /** Names each operation after its controller and method, and gives it the one form of refusal. */
    @Bean
    GlobalOperationCustomizer operations() {
        return PublishedContract::describe;
    }

    private static Operation describe(Operation operation, HandlerMethod method) {
        String tag = tag(method.getBeanType());
        operation.setTags(List.of(tag));
        operation.setOperationId(tag + "." + method.getMethod().getName());
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("Any other problem")
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + PROBLEM)))));
        return operation;
    }

    /** What clients know a controller by; it outlives the name of the class. */
    private static String tag(Class<?> controller) {
        Tag given = controller.getAnnotation(Tag.class);
        if (given != null) {
            return given.name();
        }
        String subject = controller.getSimpleName().replace("Controller", "");
        return subject.substring(0, 1).toLowerCase(Locale.ROOT) + subject.substring(1);
    }
}
