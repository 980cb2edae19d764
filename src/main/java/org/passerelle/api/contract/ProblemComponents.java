package org.passerelle.api.contract;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.passerelle.api.ProblemType;
import org.passerelle.booking.refusal.ReasonCode;
import org.springframework.http.HttpHeaders;

/** The problem documents (RFC 9457) as the contract has them, an answer for each type; docs/reference/problems.md has their words. */
final class ProblemComponents {

    private static final String PROBLEM = "Problem";
    private static final String CODE = "ReasonCode";
    private static final String INVALID = "InvalidRequestProblem";
    private static final String OCCUPIED = "RoomOccupiedProblem";
    private static final String REFUSED = "RefusedProblem";

    /** What else a problem holds, by its type. */
    private static final Map<ProblemType, String> OWN = Map.of(
            ProblemType.INVALID_REQUEST, INVALID,
            ProblemType.ROOM_OCCUPIED, OCCUPIED,
            ProblemType.REFUSED, REFUSED);

    private ProblemComponents() {}

    static void declare(Components components) {
        components
                .addSchemas(CODE, codes())
                .addSchemas("FieldError", object("field", text(), "message", text()))
                .addSchemas("RoomConflict", conflict())
                .addSchemas("RefusalReason", reason())
                .addSchemas("BindingParty", object("position", new IntegerSchema(), "site", text()))
                .addSchemas("Relaxation", relaxation())
                .addSchemas(INVALID, with(object("errors", listOf("FieldError"))))
                .addSchemas(
                        OCCUPIED,
                        with(object("conflicts", listOf("RoomConflict"), "alternatives", listOf("NearMissView"))
                                .addProperty(
                                        "latestEnd",
                                        new DateTimeSchema()
                                                .description("Until when a meeting that was to last longer can stay"))))
                .addSchemas(REFUSED, with(refused()));
        for (ProblemType type : ProblemType.values()) {
            components.addResponses(type.token(), answer(type));
        }
    }

    private static ApiResponse answer(ProblemType type) {
        Schema<?> schema = NamedSchemas.reference(OWN.getOrDefault(type, PROBLEM));
        ApiResponse answer = new ApiResponse()
                .description(type.title())
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
        switch (type) {
            case UNAUTHENTICATED ->
                answer.addHeaderObject(
                        HttpHeaders.WWW_AUTHENTICATE, CommonHeaders.reference(HttpHeaders.WWW_AUTHENTICATE));
            case TOO_MANY_REQUESTS, UNAVAILABLE ->
                answer.addHeaderObject(HttpHeaders.RETRY_AFTER, CommonHeaders.reference(HttpHeaders.RETRY_AFTER));
            default -> {}
        }
        return answer;
    }

    private static Schema<?> conflict() {
        return object("room", text(), "from", new DateTimeSchema(), "to", new DateTimeSchema())
                .addProperty("recurrenceId", new DateTimeSchema().description("Of the date of a series"));
    }

    private static Schema<?> codes() {
        StringSchema code = new StringSchema();
        code.setEnum(Arrays.stream(ReasonCode.values())
                .map(ReasonCode::token)
                .sorted()
                .toList());
        return code.description("Why something is refused; docs/reference/reasons.md");
    }

    private static Schema<?> reason() {
        return object("code", NamedSchemas.reference(CODE), "message", text())
                .addProperty("room", text())
                .addProperty("recurrenceId", new DateTimeSchema());
    }

    private static Schema<?> relaxation() {
        return object(
                "change",
                text(),
                "from",
                new DateTimeSchema(),
                "to",
                new DateTimeSchema(),
                "rooms",
                listOf("PlaceView"));
    }

    private static Schema<?> refused() {
        return object("reasons", listOf("RefusalReason"))
                .addProperty("alternatives", listOf("NearMissView").description("Larger rooms, if people are too many"))
                .addProperty("binding", listOf("BindingParty").description("Who stands in the way of a common time"))
                .addProperty("relaxation", NamedSchemas.reference("Relaxation"));
    }

    private static Schema<?> with(Schema<?> more) {
        return new Schema<>().allOf(List.of(NamedSchemas.reference(PROBLEM), more));
    }

    private static Schema<?> listOf(String schema) {
        return new ArraySchema().items(NamedSchemas.reference(schema));
    }

    private static Schema<?> text() {
        return new StringSchema();
    }

    /**
     * An object all of whose fields are there.
     *
     * @param namesAndSchemas in turn
     */
    private static Schema<?> object(Object... namesAndSchemas) {
        ObjectSchema object = new ObjectSchema();
        for (int i = 0; i < namesAndSchemas.length; i += 2) {
            String name = (String) namesAndSchemas[i];
            object.addProperty(name, (Schema<?>) namesAndSchemas[i + 1]);
            object.addRequiredItem(name);
        }
        return object;
    }
}
