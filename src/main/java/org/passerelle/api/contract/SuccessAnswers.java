package org.passerelle.api.contract;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/**
 * Says what each operation answers when all goes well: its status, its media type and the headers that matter. What is created
 * is answered 201 and told where it is, what is ended 204; the same again under the same {@code Idempotency-Key} is answered 200.
 */
final class SuccessAnswers {

    private static final String BOOKING = "#/components/schemas/Booking";

    /** Of what is not JSON, by the end of its address. */
    private static final Map<String, String> TYPES =
            Map.of(".ics", "text/calendar", ".ifb", "text/calendar", ".pem", "application/x-pem-file");

    /** Of files whose state is told with them. */
    private static final Set<String> TAGGED_FILES = Set.of("application/yaml", "image/jpeg");

    private SuccessAnswers() {}

    static void describe(Call call) {
        ApiResponses answers = call.operation().getResponses();
        if (call.creates()) {
            created(call, answers);
        }
        if (call.isOfTheApi() && call.method().name().equals("DELETE")) {
            answers.remove("200");
            answers.addApiResponse("204", new ApiResponse());
        }
        new LinkedHashMap<>(answers).forEach((status, answer) -> {
            if (answer.get$ref() == null && answer.getContent() != null) {
                answer.setContent(typed(answer.getContent(), call.path()));
            }
            if (status.startsWith("2")) {
                answer.setDescription(textOf(status));
                tag(call, answer);
            }
            if (status.equals("204")) {
                answer.setContent(null);
            }
        });
    }

    private static void created(Call call, ApiResponses answers) {
        ApiResponse unsaid = answers.remove("200");
        Content content = Objects.requireNonNull(unsaid == null ? answers.get("201") : unsaid)
                .getContent();
        ApiResponse created = new ApiResponse().content(content);
        created.addHeaderObject(HttpHeaders.LOCATION, CommonHeaders.reference(HttpHeaders.LOCATION));
        answers.addApiResponse("201", created);
        if (call.parameter(CommonHeaders.IDEMPOTENCY_KEY).isPresent()) {
            answers.addApiResponse("200", new ApiResponse().content(content));
        }
    }

    private static String textOf(String status) {
        return switch (status) {
            case "201" -> "It was made";
            case "204" -> "It was done; there is nothing to tell";
            default -> "What there is now";
        };
    }

    /** The same, under the media types that are really sent. */
    private static Content typed(Content content, String path) {
        Content typed = new Content();
        content.forEach((type, body) -> typed.addMediaType(typeOf(type, path), body));
        typed.forEach(SuccessAnswers::asText);
        return typed;
    }

    private static String typeOf(String declared, String path) {
        if (!declared.equals("*/*")) {
            return declared.replaceFirst(";.*", "");
        }
        return TYPES.entrySet().stream()
                .filter(each -> path.endsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("application/json");
    }

    /** What is no JSON is text, whatever it is kept in on our side. */
    static void asText(String type, MediaType body) {
        Schema<?> schema = body.getSchema();
        if (!type.endsWith("json") && schema != null && schema.get$ref() == null) {
            body.setSchema(new StringSchema());
        }
    }

    /** Whatever changes a booking, or the directory, under a condition is told its tag, and so is a reader of calendars and of photos. */
    private static void tag(Call call, ApiResponse answer) {
        boolean isBooking = answer.getContent() != null
                && answer.getContent().values().stream()
                        .map(MediaType::getSchema)
                        .anyMatch(schema -> schema != null && BOOKING.equals(schema.get$ref()));
        boolean isFeed = call.isForCalendarPrograms();
        boolean isFile = answer.getContent() != null
                && answer.getContent().keySet().stream().anyMatch(TAGGED_FILES::contains);
        if (isBooking || isFeed || isFile || call.isOfATaggedResource() && answer.getContent() != null) {
            answer.addHeaderObject(HttpHeaders.ETAG, CommonHeaders.reference(HttpHeaders.ETAG));
        }
        if (isFeed) {
            call.operation()
                    .addParametersItem(new HeaderParameter()
                            .name(HttpHeaders.IF_NONE_MATCH)
                            .description("The ETag of what was read before; 304 if nothing has changed since")
                            .schema(new StringSchema()));
            Header tag = CommonHeaders.reference(HttpHeaders.ETAG);
            call.answers(
                    "304",
                    new ApiResponse()
                            .description("Nothing has changed since the one that If-None-Match names")
                            .headers(Map.of(HttpHeaders.ETAG, tag)));
        }
    }
}
