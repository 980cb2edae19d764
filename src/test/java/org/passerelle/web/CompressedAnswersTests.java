package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** What browsers and programs fetch is sent compressed to whoever can read that, and is the same then. */
class CompressedAnswersTests extends HttpTest {

    private static final String ROOM = "melun-seine";

    private HttpResponse<byte[]> fetched(String path, String... headers) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString((CAMILLE + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + login)
                .header("Accept-Encoding", "gzip");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/assets/app.css", "/webjars/htmx.org/dist/htmx.min.js", "/api/v1/rooms"})
    void areSmallerAndSayTheSame(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = fetched(path);
        String plain = as(CAMILLE).get(path).body();

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.headers().allValues("Vary"))
                .anySatisfy(names -> assertThat(names).containsIgnoringCase("Accept-Encoding"));
        String read = new String(
                new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(withoutTokens(read)).isEqualTo(withoutTokens(plain));
        assertThat(answer.body().length).isLessThan(plain.length() / 2);
    }

    /** They differ each time. */
    private static String withoutTokens(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    void keepTheirStrongTagsWhereTheyHaveOneAndAreKnownByThem() throws IOException, InterruptedException {
        JsonNode booking =
                TestClient.json(as(CAMILLE).post("/api/v1/bookings", """
                        {"title":"Comité","start":"2027-11-16T10:00","duration":"PT1H","rooms":["%s"],"notes":"%s"}""".formatted(ROOM, "é".repeat(1_500))));
        String path = "/api/v1/bookings/" + booking.get("id").asString();

        HttpResponse<byte[]> answer = fetched(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("content-encoding");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).doesNotStartWith("W/");
        assertThat(as(CAMILLE).with("If-Match", tag).delete(path).statusCode()).isEqualTo(204);
    }

    @Test
    void areCalendarsOnlyAsTheyAre() throws IOException, InterruptedException {
        JsonNode feed = TestClient.json(as(CAMILLE)
                .post("/api/v1/feeds", "{\"scope\":\"ROOM\",\"of\":\"%s\",\"detail\":\"BUSY\"}".formatted(ROOM)));
        String path = URI.create(feed.get("url").asString()).getPath();

        HttpResponse<byte[]> answer = fetched(path);

        assertThat(answer.headers().map()).doesNotContainKey("content-encoding");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).startsWith("BEGIN:VCALENDAR");
    }
}
