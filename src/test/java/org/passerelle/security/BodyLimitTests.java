package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;

class BodyLimitTests extends HttpTest {

    private static final int LIMIT = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 10_000_000})
    void refusesABodyOfAnnouncedLength(int length) {
        HttpResponse<String> response =
                jsonOf(CAMILLE).send("POST", "/api/v1/tokens", BodyPublishers.ofByteArray(spaces(length)));

        assertTooLarge(response);
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 10_000_000})
    void refusesAChunkedBody(int length) {
        byte[] body = spaces(length);

        HttpResponse<String> response = jsonOf(CAMILLE)
                .send("POST", "/api/v1/tokens", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertTooLarge(response);
    }

    @Test
    void readsABodyOfExactlyOneMegabyte() {
        byte[] body = spaces(LIMIT);
        body[0] = '{';
        body[LIMIT - 1] = '}';

        HttpResponse<String> response = jsonOf(CAMILLE)
                .send("POST", "/api/v1/tokens", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"field\":\"name\"");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesALargeForm(boolean announced) {
        byte[] form = spaces(10_000_000);
        Arrays.fill(form, (byte) 'a');
        TestClient client = anonymous().with("Content-Type", "application/x-www-form-urlencoded");

        HttpResponse<String> response = client.send(
                "POST",
                "/sign-in",
                announced
                        ? BodyPublishers.ofByteArray(form)
                        : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)));

        assertThat(response.statusCode()).isEqualTo(413);
    }

    private TestClient jsonOf(String email) {
        return as(email).with("Content-Type", "application/json");
    }

    private static byte[] spaces(int length) {
        byte[] body = new byte[length];
        Arrays.fill(body, (byte) ' ');
        return body;
    }

    private static void assertTooLarge(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(TestClient.json(response).get("type").asString()).isEqualTo("/problems/too-large");
    }
}
