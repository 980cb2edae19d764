package org.passerelle.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.passerelle.HttpTest;
import org.passerelle.api.contract.ContractDocument.Operation;
import org.passerelle.api.contract.DocumentedClient.Answer;
import org.passerelle.api.contract.DocumentedClient.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes each field that the document calls required out of the example of a request, which must then be refused for it. */
class RequiredFieldsTests extends HttpTest {

    private static final String JSON = "/requestBody/content/application~1json";

    @TestFactory
    Stream<DynamicTest> areMissedWhereTheyAreLeftOut() {
        ContractDocument document =
                new ContractDocument(anonymous().get("/v3/api-docs").body());
        DocumentedClient client = new DocumentedClient(document, as(ADMIN));
        return document.operations().stream()
                .flatMap(operation -> required(document, operation).stream()
                        .map(field ->
                                dynamicTest(field + " of " + operation, () -> isMissed(field, operation, client))));
    }

    private static List<String> required(ContractDocument document, Operation operation) {
        JsonNode content = operation.node().at(JSON);
        return content.isMissingNode()
                ? List.of()
                : document.resolved(content.get("schema"))
                        .path("required")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList();
    }

    private static void isMissed(String field, Operation operation, DocumentedClient client) {
        ObjectNode body = (ObjectNode) operation.node().at(JSON).get("example").deepCopy();
        assertThat(body.has(field)).isTrue();
        body.remove(field);
        Request request = client.request(operation.id()).withText(body.toString());
        operation
                .node()
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.get("in").asString().equals("path"))
                .map(parameter -> parameter.get("name").asString())
                .forEach(name -> request.with(name, name.equals("email") ? "nobody@firm.example" : "none"));

        Answer answer = request.expect(400);

        assertThat(answer.json().get("errors"))
                .extracting(error -> error.get("field").asString())
                .contains(field);
    }
}
