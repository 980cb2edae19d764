package org.passerelle.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.platform.work.WorkFailures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The program with its figures, under its own port and under one of theirs. */
// With feeds that are compressed, for CompressedFeedsTests.
@TestPropertySource(
        properties = {"passerelle.metrics.enabled=true", "passerelle.metrics.port=0", "passerelle.feeds.compressed=true"
        })
class MetricsTests extends HttpTest {

    private static final String PATH = "/actuator/prometheus";
    private static final String OF_A_LABEL = "\"[^\"]*\"";

    @Autowired
    private PrometheusServer server;

    private String figures() {
        HttpResponse<String> answer = as(ADMIN).get(PATH);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain;version=0.0.4");
        return answer.body();
    }

    /** The figure under {@code name}, with its labels in the order of the alphabet. */
    private double figure(String name) {
        return figures()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No figure " + name));
    }

    private HttpResponse<String> fromItsOwnPort(String method, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.port().orElseThrow() + path);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
    }

    private HttpResponse<String> book(String title, String start) {
        return as(CAMILLE).post("/api/v1/bookings", """
                        {"title": "%s", "start": "%s", "duration": "PT1H", "rooms": ["melun-almont"],
                         "attendees": [{"email": "secret.guest@elsewhere.example"}]}""".formatted(title, start));
    }

    @Test
    void showABookingAndTheReasonsOfRefusalsAfterTheyHappened() {
        double booked = figure("passerelle_bookings_total{act=\"book\",door=\"api\"}");
        double occupied = figure("passerelle_refusals_total{door=\"api\",reason=\"room-occupied\"}");
        double past = figure("passerelle_refusals_total{door=\"api\",reason=\"in-the-past\"}");

        assertThat(book("First", "2026-07-07T09:00").statusCode()).isEqualTo(201);
        assertThat(book("Second", "2026-07-07T09:30").statusCode()).isEqualTo(409);
        assertThat(book("Third", "2020-07-07T09:30").statusCode()).isEqualTo(422);

        assertThat(figure("passerelle_bookings_total{act=\"book\",door=\"api\"}"))
                .isEqualTo(booked + 1);
        assertThat(figure("passerelle_refusals_total{door=\"api\",reason=\"room-occupied\"}"))
                .isEqualTo(occupied + 1);
        assertThat(figure("passerelle_refusals_total{door=\"api\",reason=\"in-the-past\"}"))
                .isEqualTo(past + 1);
        assertThat(figure("http_server_requests_seconds_count"
                        + "{method=\"POST\",outcome=\"SUCCESS\",status=\"201\",uri=\"/api/v1/bookings\"}"))
                .isPositive();
    }

    @Test
    void haveEveryReasonFromTheStart() {
        String figures = figures();

        assertThat(ReasonCode.values())
                .isNotEmpty()
                .allSatisfy(code -> assertThat(figures)
                        .contains("passerelle_refusals_total{door=\"web\",reason=\"" + code.token() + "\"}"));
    }

    @Test
    void tellHowMuchWaitsAndSinceWhen() {
        assertThat(List.of("mail", "inbox", "imports", "devices", "waitlist")).allSatisfy(queue -> {
            assertThat(figure("passerelle_queue_length{queue=\"" + queue + "\"}"))
                    .isNotNegative();
            assertThat(figure("passerelle_queue_age_seconds{queue=\"" + queue + "\"}"))
                    .isNotNegative();
        });
        double before = figure("passerelle_queue_length{queue=\"waitlist\"}");
        assertThat(book("Taken", "2026-07-08T09:00").statusCode()).isEqualTo(201);

        assertThat(as(LOUIS).post("/api/v1/waitlist", """
                                {"title": "Waits", "start": "2026-07-08T09:00", "duration": "PT1H",
                                 "rooms": ["melun-almont"]}""").statusCode()).isEqualTo(201);

        await().untilAsserted(() -> assertThat(figure("passerelle_queue_length{queue=\"waitlist\"}"))
                .isEqualTo(before + 1));
    }

    @Test
    void tellOfTheStoreTheIndexAndTheCaches() {
        book("Stored", "2026-07-09T09:00");

        await().untilAsserted(() -> assertThat(figure("passerelle_store_documents{collection=\"bookings\"}"))
                .isPositive());
        assertThat(figure("passerelle_store_size_bytes")).isPositive();
        await().untilAsserted(() ->
                assertThat(figure("passerelle_index_lag_documents")).isZero());
        assertThat(figure("passerelle_index_lag_time_seconds")).isZero();
        assertThat(figure("cache_gets_total{cache=\"people\",result=\"hit\"}")).isPositive();
        assertThat(figures()).contains("cache_size{cache=\"feeds\"}", "cache_size{cache=\"feed-bookings\"}");
    }

    @Test
    void countWorkThatThrew() {
        WorkFailures.note("mail");

        assertThat(figure("passerelle_work_failures_total{work=\"mail\"}")).isPositive();
    }

    /** A figure is {@code name} or {@code name{label="a|b"}}; what else stands in an expression is no name with an underscore. */
    @ParameterizedTest
    @ValueSource(strings = {"grafana-dashboard.json", "prometheus-alerts.yml"})
    void areAllThatTheFilesForGrafanaAndPrometheusName(String file) throws IOException {
        WorkFailures.note("mail");
        List<String> figures = figures().lines().toList();
        Pattern named = Pattern.compile(
                "\\b((?:passerelle|http|mongodb|jvm|process|system|cache|logback)_[a-z_]+)(?:\\{([a-z]+)=~?\\\\?\"([^\"\\\\]+))?");

        List<MatchResult> used = Files.readString(Path.of("docs", "operations", file))
                .lines()
                .filter(line -> line.strip().matches("\"?expr\"?: .*"))
                .flatMap(line -> named.matcher(line).results().toList().stream())
                .toList();

        assertThat(used)
                .hasSizeGreaterThan(7)
                .allSatisfy(use -> assertThat(figures)
                        .as(use.group())
                        .anyMatch(line -> line.startsWith(use.group(1) + "{") || line.startsWith(use.group(1) + " ")));
        assertThat(used)
                .filteredOn(use -> use.group(2) != null)
                .allSatisfy(use -> assertThat(use.group(3).split("\\|"))
                        .as(use.group())
                        .allSatisfy(value -> assertThat(figures)
                                .anyMatch(line -> line.startsWith(use.group(1) + "{")
                                        && (line.contains(use.group(2) + "=\"" + value + "\"")
                                                || value.equals("SERVER_ERROR")))));
    }

    @Test
    void sayWhetherTheStoreTakesEverything() {
        assertThat(figure("passerelle_store_working")).isEqualTo(1);
    }

    @Test
    void nameNoPeopleRoomsOrTitlesWhateverIsAskedFor() {
        book("Very secret title", "2026-07-10T09:00");
        as(CAMILLE).get("/api/v1/rooms/melun-almont/busy?from=2026-07-10T00:00:00Z&to=2026-07-11T00:00:00Z");
        as(CAMILLE).get("/no/such/page/of/" + CAMILLE);
        as(CAMILLE).send("BREW" + System.nanoTime(), "/api/v1/me", BodyPublishers.noBody());
        browserOf(CAMILLE).get("/day?site=melun");

        String labels = Pattern.compile(OF_A_LABEL)
                .matcher(figures().lines().filter(line -> !line.startsWith("#")).reduce("", String::concat))
                .results()
                .map(each -> each.group())
                .distinct()
                .reduce("", String::concat);

        assertThat(labels)
                .contains("/api/v1/rooms/{", "OTHER")
                .doesNotContainIgnoringCase(
                        "camille", "atelier", "example", "melun", "almont", "secret", "BREW", "such");
    }

    @Test
    void areForAdministratorsOfTheNetworkAlone() {
        assertThat(anonymous().get(PATH).statusCode()).isEqualTo(401);
        assertThat(as(CAMILLE).get(PATH).statusCode()).isEqualTo(403);
        assertThat(as(NADIA).get(PATH).statusCode()).isEqualTo(403);
        assertThat(as(MANAGER).get(PATH).statusCode()).isEqualTo(403);
        assertThat(browserOf(ADMIN).get(PATH).statusCode()).isEqualTo(401);
        assertThat(as(ADMIN).get(PATH).statusCode()).isEqualTo(200);
    }

    @Test
    void areAllThatTheirOwnPortAnswers() throws IOException, InterruptedException {
        assertThat(fromItsOwnPort("GET", PATH).body()).contains("passerelle_bookings_total");
        assertThat(fromItsOwnPort("POST", PATH).statusCode()).isEqualTo(405);
        for (String other : List.of("/", "/actuator", "/actuator/health", PATH + "/x", "/api/v1/me", "/sign-in")) {
            assertThat(fromItsOwnPort("GET", other).statusCode()).as(other).isEqualTo(404);
        }
    }

    @Test
    void haveAPortThatOnlyThisMachineReaches() throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();

        assertThat(Stream.concat(others.stream(), Arrays.stream(InetAddress.getAllByName("127.0.0.2"))))
                .isNotEmpty()
                .allSatisfy(address -> assertThatThrownBy(
                                () -> new Socket(address, server.port().orElseThrow()).close())
                        .isInstanceOf(ConnectException.class));
    }
}
