package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Nothing is remembered of people who have not signed in, whatever they look at. */
class AnonymousSessionTests extends HttpTest {

    @Autowired
    private ServletWebServerApplicationContext program;

    static List<String> requests() throws IOException {
        try (InputStream table = AnonymousSessionTests.class.getResourceAsStream("/endpoints.txt")) {
            assertThat(table).isNotNull();
            List<String> endpoints = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.trim().split("\\s+"))
                    .map(cells -> cells[0] + " " + cells[1].replaceAll("\\{[^}]+}", "none"))
                    .toList();
            assertThat(endpoints).hasSizeGreaterThan(100);
            List<String> others = List.of(
                    "GET /favicon.ico",
                    "GET /assets/app.css",
                    "GET /assets/none.css",
                    "GET /docs/api",
                    "GET /problems/not-found",
                    "GET /no/such/page",
                    "GET /error",
                    "GET /sign-in?error",
                    "GET /sign-in?out",
                    "GET /sign-in?next=/book",
                    "GET /sign-in?lang=fr",
                    "GET /day;jsessionid=0123456789ABCDEF0123456789ABCDEF",
                    "POST /sign-in",
                    "POST /sign-out",
                    "POST /no/such/page",
                    "HEAD /sign-in",
                    "OPTIONS /sign-in",
                    "DELETE /book");
            return Stream.concat(endpoints.stream(), others.stream()).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void beginsNoSession(String request) {
        String method = request.substring(0, request.indexOf(' '));
        String path = request.substring(request.indexOf(' ') + 1);
        int before = sessions();

        for (TestClient visitor : List.of(anonymous(), anonymous().withCookies())) {
            HttpResponse<String> response = visitor.send(method, path, BodyPublishers.noBody());

            assertThat(response.headers().allValues("Set-Cookie"))
                    .noneMatch(cookie -> cookie.startsWith("session=") || cookie.startsWith("JSESSIONID"));
            assertThat(response.headers().firstValue("Location").orElse("")).doesNotContain("jsessionid");
            assertThat(response.body()).doesNotContain("href=\"" + path + ";jsessionid");
        }

        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void beginsOneForWhoeverSignsIn() {
        HttpResponse<String> entered = anonymous().withCookies().signIn(CAMILLE, PASSWORD);

        assertThat(entered.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("session="));
    }

    private int sessions() {
        TomcatWebServer server = (TomcatWebServer) Objects.requireNonNull(program.getWebServer());
        Context context = (Context) server.getTomcat().getHost().findChildren()[0];
        Manager manager = context.getManager();
        return manager.getActiveSessions();
    }
}
