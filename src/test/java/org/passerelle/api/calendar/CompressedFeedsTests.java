package org.passerelle.api.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.springframework.test.context.TestPropertySource;

/** Feeds where they are to be sent compressed. What they are without that is in {@code CompressedAnswersTests}. */
// In the program of MetricsTests.
@TestPropertySource(
        properties = {"passerelle.metrics.enabled=true", "passerelle.metrics.port=0", "passerelle.feeds.compressed=true"
        })
class CompressedFeedsTests extends HttpTest {

    private HttpResponse<byte[]> fetched(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    @Test
    void sayTheSameAndAreKnownByTheirTagEitherWay() throws IOException, InterruptedException {
        HttpResponse<String> made = as(CAMILLE).post("/api/v1/bookings", """
                {"title":"Comité","start":"2027-02-16T10:00","duration":"PT1H","rooms":["melun-seine"],
                 "notes":"%s"}""".formatted("été ".repeat(500)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String path = URI.create(TestClient.json(as(CAMILLE)
                                .post(
                                        "/api/v1/feeds",
                                        "{\"scope\":\"ROOM\",\"of\":\"melun-seine\",\"detail\":\"FULL\"}"))
                        .get("url")
                        .asString())
                .getPath();

        HttpResponse<byte[]> plain = fetched(path);
        HttpResponse<byte[]> packed = fetched(path, "Accept-Encoding", "gzip");

        assertThat(plain.headers().map()).doesNotContainKey("content-encoding");
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.headers().allValues("Vary"))
                .anySatisfy(names -> assertThat(names).containsIgnoringCase("Accept-Encoding"));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(new String(plain.body(), StandardCharsets.UTF_8)).startsWith("BEGIN:VCALENDAR");
        String tag = packed.headers().firstValue("ETag").orElseThrow();
        assertThat(tag)
                .startsWith("W/\"")
                .isEqualTo(plain.headers().firstValue("ETag").orElseThrow());
        for (String known : new String[] {tag, tag.substring(2)}) {
            assertThat(fetched(path, "Accept-Encoding", "gzip", "If-None-Match", known)
                            .statusCode())
                    .isEqualTo(304);
        }
    }
}
