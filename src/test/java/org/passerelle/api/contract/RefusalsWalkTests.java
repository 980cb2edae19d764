package org.passerelle.api.contract;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.contract.ContractDocument.Operation;
import org.passerelle.api.contract.DocumentedClient.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Calls each documented operation in wrong ways; whatever it is answered must be documented. */
class RefusalsWalkTests extends HttpTest {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalsWalkTests.class);
    private static final long SEED = Long.getLong("walk.seed", 20_261_130);

    /** Of the four who call each operation, so many are drawn for each. */
    private static final int CALLERS = Integer.getInteger("walk.callers", 2);

    private static final List<String> BODIES = List.of("{}", "[]", "{\"bogus\":1}", "{", "\"x\"", "");

    @TestFactory
    Stream<DynamicTest> answersNothingThatIsNotDocumented() {
        ContractDocument document =
                new ContractDocument(anonymous().get("/v3/api-docs").body());
        List<TestClient> callers = List.of(anonymous(), as(NADIA), as(MANAGER), as(ADMIN));
        LOG.info("{} of {} callers walk through each operation, drawn by seed {}", CALLERS, callers.size(), SEED);
        Random draws = new Random(SEED);
        return document.operations().stream().map(operation -> {
            List<TestClient> drawn = new ArrayList<>(callers);
            Collections.shuffle(drawn, draws);
            return dynamicTest(
                    operation.toString(),
                    () -> drawn.subList(0, CALLERS)
                            .forEach(caller -> walk(operation, new DocumentedClient(document, caller))));
        });
    }

    private static void walk(Operation operation, DocumentedClient client) {
        if (!operation.node().has("requestBody")) {
            anyone(operation, client).send();
        } else {
            BODIES.forEach(body -> anyone(operation, client).withText(body).send());
            anyone(operation, client).withText("x", "image/png").send();
        }
        operation
                .node()
                .path("parameters")
                .valueStream()
                .filter(parameter -> !parameter.get("in").asString().equals("path"))
                .map(parameter -> parameter.get("name").asString())
                .forEach(name -> {
                    Request request = anyone(operation, client).with(name, "no such thing");
                    (operation.node().has("requestBody") ? request.withText("{}") : request).send();
                });
    }

    /** With a name in its path that nothing has. */
    private static Request anyone(Operation operation, DocumentedClient client) {
        Request request = client.request(operation.id());
        for (JsonNode parameter : operation.node().path("parameters")) {
            if (parameter.get("in").asString().equals("path")) {
                request.with(parameter.get("name").asString(), "none");
            }
        }
        return request;
    }
}
