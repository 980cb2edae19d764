package org.passerelle.api.contract;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An operation of the document and where it is.
 *
 * @param creates whether it adds something to a collection, whose items have addresses below its own
 */
record Call(String path, HttpMethod method, Operation operation, boolean creates) {

    private static final String API = "/api/";
    private static final String ADMIN = "/api/v1/admin/";
    private static final String TAGGED = "(sites|rooms|operators|people|organisations)";

    /** All operations of {@code document}. */
    static List<Call> in(OpenAPI document) {
        Set<String> paths = document.getPaths().keySet();
        return document.getPaths().entrySet().stream()
                .flatMap(path -> path.getValue().readOperationsMap().entrySet().stream()
                        .map(each -> new Call(
                                path.getKey(), each.getKey(), each.getValue(), creates(path.getKey(), each, paths))))
                .toList();
    }

    private static boolean creates(String path, Map.Entry<HttpMethod, Operation> each, Set<String> paths) {
        return each.getKey() == HttpMethod.POST
                && path.startsWith(API)
                && paths.stream().anyMatch(other -> other.startsWith(path + "/{"));
    }

    /** Whether it is one of ours, rather than one that Jitsi or a calendar program prescribes. */
    boolean isOfTheApi() {
        return path.startsWith(API);
    }

    /** Whether its address is a secret that calendar programs know, which are told nothing in JSON. */
    boolean isForCalendarPrograms() {
        return path.endsWith(".ifb") || path.endsWith(".ics") && !isOfTheApi();
    }

    boolean isOfTheAdministrator() {
        return path.startsWith(ADMIN);
    }

    /** Whether it answers one of the things that an administrator keeps, each of which has a tag. */
    boolean isOfATaggedResource() {
        return path.matches(ADMIN + TAGGED + "/\\{[a-z]+}")
                || method == HttpMethod.POST && path.matches(ADMIN + TAGGED);
    }

    boolean namesOne() {
        return path.contains("{");
    }

    boolean hasBody() {
        return operation.getRequestBody() != null;
    }

    Optional<Parameter> parameter(String name) {
        return parameters()
                .filter(parameter -> parameter.getName().equals(name))
                .findFirst();
    }

    Stream<Parameter> parameters() {
        return operation.getParameters() == null ? Stream.empty() : operation.getParameters().stream();
    }

    /** Its answers when all goes well. */
    Stream<ApiResponse> successes() {
        return operation.getResponses().entrySet().stream()
                .filter(each -> each.getKey().startsWith("2"))
                .map(Map.Entry::getValue);
    }

    /** Adds an answer, unless its status has one of its own. */
    void answers(String status, ApiResponse answer) {
        operation.getResponses().putIfAbsent(status, answer);
    }
}
