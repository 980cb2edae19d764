package org.passerelle.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.passerelle.TestClient;
import org.passerelle.api.contract.ContractDocument.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client made from the document alone: paths, methods, parameters, bodies and answers are as it says. Whatever it is answered must
 * be documented: status, media type, shape and headers.
 */
final class DocumentedClient {

    /** Those of an answer that a client acts on. */
    private static final List<String> HEADERS = List.of("ETag", "Location", "Retry-After", "WWW-Authenticate");

    private final ContractDocument document;
    private final TestClient http;
    private final Set<String> called;

    DocumentedClient(ContractDocument document, TestClient http) {
        this(document, http, new TreeSet<>());
    }

    private DocumentedClient(ContractDocument document, TestClient http, Set<String> called) {
        this.document = document;
        this.http = http;
        this.called = called;
    }

    /** The same for somebody else. */
    DocumentedClient as(TestClient other) {
        return new DocumentedClient(document, other, called);
    }

    /** The operations that were answered well, by this one and those made of it. */
    Set<String> called() {
        return called;
    }

    record Answer(int status, JsonNode json, HttpResponse<String> response) {

        String header(String name) {
            return response.headers().firstValue(name).orElseThrow();
        }

        String text(String field) {
            return json.get(field).asString();
        }
    }

    Request request(String operationId) {
        return new Request(document.operation(operationId));
    }

    final class Request {

        private final Operation operation;
        private final Map<String, String> inPath = new LinkedHashMap<>();
        private final Map<String, String> inQuery = new LinkedHashMap<>();
        private TestClient sender = http;
        private BodyPublisher body = BodyPublishers.noBody();

        private Request(Operation operation) {
            this.operation = operation;
        }

        /** A parameter, wherever the document wants it. */
        Request with(String name, String value) {
            JsonNode parameter = operation
                    .node()
                    .path("parameters")
                    .valueStream()
                    .filter(each -> each.get("name").asString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(operation + " has no parameter " + name));
            switch (parameter.get("in").asString()) {
                case "path" -> inPath.put(name, value);
                case "query" -> inQuery.put(name, value);
                default -> sender = sender.with(name, value);
            }
            return this;
        }

        /** With the example of the document as the body. */
        Request withExample() {
            Map.Entry<String, JsonNode> content = content();
            JsonNode example = content.getValue().get("example");
            assertThat(example).as("example of %s", operation).isNotNull();
            return content.getKey().endsWith("json") ? withJson(example) : withText(example.asString());
        }

        /** With a body that must fit the document. */
        Request withJson(JsonNode json) {
            assertThat(document.faults(content().getValue().get("schema"), json))
                    .as("body of %s: %s", operation, json)
                    .isEmpty();
            return withText(json.toString());
        }

        Request withText(String text) {
            return withText(text, content().getKey());
        }

        Request withText(String text, String mediaType) {
            sender = sender.with("Content-Type", mediaType);
            body = BodyPublishers.ofString(text);
            return this;
        }

        Request withBytes(byte[] bytes, String mediaType) {
            sender = sender.with("Content-Type", mediaType);
            body = BodyPublishers.ofByteArray(bytes);
            return this;
        }

        private Map.Entry<String, JsonNode> content() {
            return ContractDocument.contents(operation.node().get("requestBody"))
                    .findFirst()
                    .orElseThrow();
        }

        /** What it is answered, whether good or bad, as long as it is documented. */
        Answer send() {
            HttpResponse<String> response = sender.send(operation.method().toUpperCase(Locale.ROOT), address(), body);
            Answer answer = checked(response);
            if (answer.status() < 400) {
                called.add(operation.id());
            }
            return answer;
        }

        /** What it is answered, which must have this status. */
        Answer expect(int status) {
            Answer answer = send();
            assertThat(answer.status())
                    .as("%s: %s", operation, answer.response().body())
                    .isEqualTo(status);
            return answer;
        }

        private String address() {
            String path = operation.path();
            for (Map.Entry<String, String> each : inPath.entrySet()) {
                path = path.replace("{" + each.getKey() + "}", encoded(each.getValue()));
            }
            assertThat(path).as("all variables are given").doesNotContain("{");
            String query = inQuery.entrySet().stream()
                    .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                    .collect(Collectors.joining("&"));
            return query.isEmpty() ? path : path + "?" + query;
        }

        private Answer checked(HttpResponse<String> response) {
            String what = operation + " answers " + response.statusCode() + " " + response.body();
            JsonNode documented = document.answer(operation, response.statusCode())
                    .orElseThrow(() -> new AssertionError("Undocumented: " + what));
            HEADERS.stream()
                    .filter(name -> response.headers().firstValue(name).isPresent())
                    .forEach(name -> assertThat(documented.path("headers").has(name))
                            .as("header %s of %s", name, what)
                            .isTrue());
            if (!documented.has("content")) {
                assertThat(response.body()).as(what).isEmpty();
                return new Answer(response.statusCode(), JsonMapper.shared().nullNode(), response);
            }
            String type =
                    response.headers().firstValue("Content-Type").orElse("none").replaceFirst(";.*", "");
            JsonNode content = documented.get("content").get(type);
            assertThat(content).as("%s of %s", type, what).isNotNull();
            if (!type.endsWith("json")) {
                return new Answer(response.statusCode(), JsonMapper.shared().nullNode(), response);
            }
            JsonNode json = TestClient.json(response);
            assertThat(document.faults(content.get("schema"), json)).as(what).isEmpty();
            return new Answer(response.statusCode(), json, response);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
