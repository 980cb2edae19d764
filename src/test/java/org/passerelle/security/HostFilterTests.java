package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;

class HostFilterTests extends HttpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "127.0.0.1.evil.example",
                "192.0.2.1",
                "localhost.evil",
                "[2001:db8::1]"
            })
    void answersUnderNoOtherName(String host) throws IOException {
        String page = answer("/", host, "");
        String program = answer("/api/v1/me", host, "");

        assertThat(page).startsWith("HTTP/1.1 421");
        assertThat(program).startsWith("HTTP/1.1 421").contains("\"type\":\"/problems/misdirected-request\"");
        assertThat(page + program).doesNotContain("Location", "Set-Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST:9", "localhost.", "[::1]:8080"})
    void answersUnderItsOwnNames(String host) throws IOException {
        assertThat(answer("/sign-in", host, "")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/bookings", "/docs/api", "/webjars"})
    void redirectsWithoutTheHost(String page) throws IOException {
        assertThat(answer(page, "localhost:1234", "X-Forwarded-Host: evil.example\r\nX-Forwarded-Port: 99\r\n"))
                .doesNotContain("1234", "evil.example", ":99");
    }

    @Test
    void redirectsPeopleWhoAreSignedInWithoutTheHost() {
        TestClient browser = browserOf(CAMILLE);
        Map<String, String> form = Map.of("_csrf", browser.csrfOf("/preferences"), "language", "", "zone", "");

        assertThat(browser.postForm("/preferences", form).headers().firstValue("Location"))
                .contains("/preferences");
    }

    @Test
    void tellsProbesOfTheHealthUnderAnyAddress() throws IOException {
        assertThat(answer("/actuator/health", "10.42.0.17:8080", "")).startsWith("HTTP/1.1 200");
    }

    private String answer(String path, String host, String headers) throws IOException {
        try (RawHttp connection = new RawHttp(port)) {
            return connection
                    .send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Connection: close\r\n\r\n")
                    .rest();
        }
    }
}
