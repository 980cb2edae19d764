package org.passerelle.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.api.contract.ContractDocument.Operation;
import tools.jackson.databind.JsonNode;

/** What the document must say of each operation for a client to be made from it. */
class PromisesTests extends HttpTest {

    private ContractDocument document;

    @BeforeEach
    void read() {
        document = new ContractDocument(anonymous().get("/v3/api-docs").body());
    }

    @Test
    void eachOperationIsSummedUpInOneSentence() {
        assertThat(document.operations())
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        operation -> assertThat(operation.node().path("summary").asString())
                                .as(operation.toString())
                                .matches("[A-Z][^.]+\\."));
    }

    /** Generators refuse a document without it. */
    @Test
    void theLicenceIsNamedAsSpdxNamesIt() {
        assertThat(document.root().at("/info/license/identifier").asString()).isEqualTo("Apache-2.0");
    }

    @Test
    void whatIsCreatedIsAnswered201AndToldWhereItIs() {
        List<String> creating = document.operations().stream()
                .filter(operation -> operation.node().get("responses").has("201"))
                .map(Operation::id)
                .sorted()
                .toList();

        assertThat(creating)
                .containsExactly(
                        "adminOperators.add",
                        "adminRooms.add",
                        "adminSites.add",
                        "bookings.book",
                        "closures.close",
                        "erasures.erase",
                        "feeds.create",
                        "imports.add",
                        "tokens.create",
                        "waitlist.join",
                        "webhooks.create");
        assertThat(creating).allSatisfy(id -> {
            Operation operation = document.operation(id);
            assertThat(document.answer(operation, 201)
                            .orElseThrow()
                            .at("/headers")
                            .has("Location"))
                    .as(id)
                    .isTrue();
            assertThat(operation.node().get("responses").has("200"))
                    .as("%s is answered 200 where it can be repeated", id)
                    .isEqualTo(hasParameter(operation, "Idempotency-Key"));
        });
    }

    @Test
    void whatEndsSomethingIsAnswered204() {
        assertThat(document.operations())
                .filteredOn(operation ->
                        operation.method().equals("delete") && operation.path().startsWith("/api/"))
                .hasSizeGreaterThan(8)
                .allSatisfy(operation -> assertThat(statuses(operation))
                        .as(operation.toString())
                        .contains("204")
                        .doesNotContain("200"));
    }

    @Test
    void eachOperationAnswersWhatItsKindAnswers() {
        assertThat(document.operations()).allSatisfy(operation -> {
            Set<String> statuses = statuses(operation);
            assertThat(statuses).as(operation.toString()).anyMatch(status -> status.startsWith("2"));
            assertThat(statuses).as(operation.toString()).contains("503", "default");
            if (document.needsSignIn(operation)) {
                assertThat(statuses).as(operation.toString()).contains("401", "403", "429");
            }
            if (operation.node().has("requestBody")) {
                assertThat(statuses).as(operation.toString()).contains("400", "413", "415");
            }
            if (hasParameter(operation, "If-Match")) {
                assertThat(statuses).as(operation.toString()).contains("412");
            }
        });
    }

    @Test
    void nobodySignsInForFeedsAndForWhatPartnersAsk() {
        Set<String> open = document.operations().stream()
                .filter(operation -> !document.needsSignIn(operation))
                .map(Operation::path)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(open)
                .contains("/feeds/{token}.ics", "/freebusy/{room}.ifb", "/api/v1/freebusy/{room}.ifb")
                .allMatch(path -> path.matches("/(feeds|freebusy|integrations)/.*|/api/v1/freebusy/.*"));
        assertThat(document.operation("calendars.feed").node().get("security")).isEmpty();
    }

    @Test
    void askedByNobodyEachOperationRefusesIfItsSecuritySaysSo() {
        assertThat(document.operations()).allSatisfy(operation -> {
            String address = operation.path().replaceAll("\\{[^}]+}", "none");
            int status = anonymous()
                    .send(operation.method().toUpperCase(Locale.ROOT), address, BodyPublishers.noBody())
                    .statusCode();

            boolean needsKey = operation.node().at("/security/0").has("partner");
            assertThat(status == 401)
                    .as("%s is answered %d", operation, status)
                    .isEqualTo(document.needsSignIn(operation) || needsKey);
        });
    }

    @Test
    void eachBodyIsOfAMediaTypeThatIsReallySent() {
        Set<String> types = document.operations().stream()
                .flatMap(this::bodies)
                .flatMap(ContractDocument::contents)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(types)
                .containsExactlyInAnyOrder(
                        "application/json",
                        "application/problem+json",
                        "application/x-pem-file",
                        "application/x-yaml",
                        "application/yaml",
                        "image/jpeg",
                        "image/png",
                        "text/calendar",
                        "text/csv",
                        "text/plain",
                        "text/yaml");
    }

    @Test
    void whatIsSentAndAnsweredHasAnExampleThatFits() {
        assertThat(document.operations())
                .filteredOn(operation -> operation.path().startsWith("/api/"))
                .allSatisfy(operation -> Stream.concat(
                                operation.node().path("requestBody").isObject()
                                        ? Stream.of(operation.node().get("requestBody"))
                                        : Stream.empty(),
                                Stream.of(200, 201).flatMap(status -> document.answer(operation, status).stream()))
                        .flatMap(ContractDocument::contents)
                        .filter(content -> !content.getKey().startsWith("image/"))
                        .forEach(content -> assertHasFittingExample(operation, content.getValue())));
    }

    private void assertHasFittingExample(Operation operation, JsonNode content) {
        JsonNode example = content.get("example");
        assertThat(example).as("example of %s", operation).isNotNull();
        assertThat(document.faults(content.get("schema"), example))
                .as("example of %s: %s", operation, example)
                .isEmpty();
    }

    @Test
    void eachProblemHasAnExampleThatFits() {
        assertThat(document.root().at("/components/responses").properties())
                .isNotEmpty()
                .allSatisfy(problem -> {
                    JsonNode content = problem.getValue().at("/content/application~1problem+json");
                    assertThat(content.path("example").path("type").asString())
                            .isEqualTo("/problems/" + problem.getKey());
                    assertThat(document.faults(content.get("schema"), content.get("example")))
                            .as(problem.getKey())
                            .isEmpty();
                });
    }

    @Test
    void theParametersAndHeadersThatCarryAConditionAreDescribed() {
        assertThat(document.operations())
                .allSatisfy(operation -> operation
                        .node()
                        .path("parameters")
                        .valueStream()
                        .filter(parameter -> parameter.get("in").asString().equals("header")
                                || Set.of("limit", "cursor", "recurrenceId")
                                        .contains(parameter.get("name").asString()))
                        .filter(parameter -> !parameter.get("name").asString().equals("Accept-Language"))
                        .forEach(parameter -> assertThat(
                                        parameter.path("description").asString())
                                .as("%s of %s", parameter.get("name"), operation)
                                .isNotBlank()));
        assertThat(document.root().at("/components/headers").properties())
                .hasSize(4)
                .allSatisfy(header -> assertThat(
                                header.getValue().path("description").asString())
                        .isNotBlank());
        assertThat(document.answer(document.operation("bookings.one"), 200)
                        .orElseThrow()
                        .at("/headers")
                        .has("ETag"))
                .isTrue();
    }

    @Test
    void fieldsWithFewValuesNameThem() {
        assertThat(List.of(
                        "Booking/properties/state",
                        "Occurrence/properties/state",
                        "BusyPeriod/properties/type",
                        "PersonJson/properties/role",
                        "PersonRequest/properties/role",
                        "RoomJson/properties/kind",
                        "RoomJson/properties/joinMethods/items",
                        "RoomSearch/properties/kinds/items",
                        "Booking/properties/visibility/oneOf/0",
                        "BookingRequest/properties/visibility/oneOf/0",
                        "BookingRequest/properties/onConflict/oneOf/0",
                        "FeedRequest/properties/scope",
                        "FeedRequest/properties/detail",
                        "ReasonCode"))
                .allSatisfy(field -> assertThat(document.root().at("/components/schemas/" + field + "/enum"))
                        .as(field)
                        .isNotEmpty());
    }

    @Test
    void whatIsSentHasNoOtherFieldsAndWhatIsAnsweredHasAllOfThem() {
        JsonNode schemas = document.root().at("/components/schemas");

        assertThat(schemas.at("/BookingRequest/required"))
                .extracting(JsonNode::asString)
                .as("when it is can be said in three ways")
                .containsExactlyInAnyOrder("title", "rooms");
        assertThat(schemas.at("/BookingRequest/additionalProperties").asBoolean(true))
                .isFalse();
        assertThat(schemas.at("/BookingChange").has("required")).isFalse();
        assertThat(schemas.at("/Booking/required"))
                .extracting(JsonNode::asString)
                .containsAll(schemas.at("/Booking/properties").propertyNames());
    }

    private Stream<JsonNode> bodies(Operation operation) {
        Stream<JsonNode> answers =
                operation.node().get("responses").valueStream().map(document::resolved);
        return operation.node().has("requestBody")
                ? Stream.concat(Stream.of(operation.node().get("requestBody")), answers)
                : answers;
    }

    private static Set<String> statuses(Operation operation) {
        return new TreeSet<>(operation.node().get("responses").propertyNames());
    }

    private static boolean hasParameter(Operation operation, String name) {
        return operation
                .node()
                .path("parameters")
                .valueStream()
                .anyMatch(parameter -> parameter.get("name").asString().equals(name));
    }
}
