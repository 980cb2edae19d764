package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.PersonEntry;
import org.passerelle.account.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class EndpointAccessTests extends HttpTest {

    private static final String GUEST = "guest@atelier-brie.example";
    private static final String OURS = "org.passerelle";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private AccountRegister register;

    @Test
    void hasARowForEveryEndpoint() throws IOException {
        Set<String> rows = rows().stream().map(Row::endpoint).collect(Collectors.toCollection(TreeSet::new));

        Set<String> endpoints = mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith(OURS))
                .flatMap(entry -> endpointsOf(entry.getKey()))
                .filter(endpoint -> !endpoint.endsWith(" /error"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(endpoints).isNotEmpty();
        assertThat(rows).containsAll(endpoints);
    }

    @TestFactory
    Stream<DynamicTest> admitsAndRefusesAsItsRowSays() throws IOException {
        register.put(
                new PersonEntry(new EmailAddress(GUEST), "Guest", Role.GUEST, Optional.of("atelier-brie"), Set.of()),
                Optional.of(PASSWORD));
        List<TestClient> programs = List.of(anonymous(), as(GUEST), as(CAMILLE), as(NADIA), as(MANAGER), as(ADMIN));
        List<TestClient> browsers = List.of(
                anonymous().withCookies(),
                browserOf(GUEST),
                browserOf(CAMILLE),
                browserOf(NADIA),
                browserOf(MANAGER),
                browserOf(ADMIN));
        return rows().stream()
                .map(row -> dynamicTest(
                        row.endpoint(),
                        () -> assertThat(row.statusesFor(row.isForPrograms() ? programs : browsers))
                                .isEqualTo(row.statuses())));
    }

    private static Stream<String> endpointsOf(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(path -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(method -> method + " " + path));
    }

    private static List<Row> rows() throws IOException {
        try (InputStream table = EndpointAccessTests.class.getResourceAsStream("/endpoints.txt")) {
            assertThat(table).isNotNull();
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::of)
                    .toList();
        }
    }

    /** @param statuses what anonymous, guest, member, other, manager and admin are answered */
    private record Row(String method, String path, List<Integer> statuses) {

        static Row of(String line) {
            List<String> cells = List.of(line.trim().split("\\s+"));
            assertThat(cells).as(line).hasSize(8);
            List<Integer> statuses =
                    cells.subList(2, 8).stream().map(Integer::valueOf).toList();
            return new Row(cells.get(0), cells.get(1), statuses);
        }

        String endpoint() {
            return method + " " + path;
        }

        boolean isForPrograms() {
            return Stream.of("/api/", "/dav/", "/v3/", "/actuator/").anyMatch(path::startsWith);
        }

        List<Integer> statusesFor(List<TestClient> callers) {
            return callers.stream().map(this::statusFor).toList();
        }

        private int statusFor(TestClient caller) {
            String address = path.replaceAll("\\{[^}]+}", "none");
            return switch (method) {
                case "GET" -> caller.get(address).statusCode();
                case "POST" -> caller.post(address, "{}").statusCode();
                case "PUT" -> caller.put(address, "{}").statusCode();
                case "PATCH" -> caller.patch(address, "{}").statusCode();
                case "DELETE" -> caller.delete(address).statusCode();
                default -> throw new IllegalArgumentException("No such method: " + method);
            };
        }
    }
}
