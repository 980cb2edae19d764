package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.Together;

/** Clients that send or take as little as they can, beside honest ones. */
class SlowClientsTests extends HttpTest {

    private static final String CREDENTIALS = "Authorization: Basic "
            + Base64.getEncoder().encodeToString((CAMILLE + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)) + "\r\n";
    /** A script of 1.5 MB. */
    private static final String BIG = "/webjars/swagger-ui/swagger-ui-bundle.js";

    private static final String FORM =
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\n" + "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String CALL =
            "POST /api/v1/tokens HTTP/1.1\r\nHost: localhost\r\n" + "Content-Type: application/json\r\n" + CREDENTIALS;

    private final List<RawHttp> connections = new ArrayList<>();

    /** Whatever makes a thread wait for more. */
    static List<String> trickles() {
        return List.of(
                FORM + "Content-Length: 1000\r\n\r\ne",
                FORM + "Transfer-Encoding: chunked\r\n\r\n1\r\ne\r\n",
                CALL + "Content-Length: 1000\r\n\r\n{",
                CALL + "Content-Length: 1000\r\n\r\n",
                CALL + "Transfer-Encoding: chunked\r\n\r\n",
                CALL + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n",
                CALL + "Transfer-Encoding: chunked\r\n\r\n1;name=",
                CALL + "Transfer-Encoding: chunked\r\n\r\n0\r\nX-Trailer: ",
                CALL.replace("POST", "PUT").replace("tokens", "me/password") + "Content-Length: 1000\r\n\r\n{");
    }

    @AfterEach
    void hangUp() throws IOException {
        for (RawHttp connection : connections) {
            connection.close();
        }
    }

    @Test
    void holdUpNobodyWithTwoHundredBodies() throws IOException {
        for (int i = 0; i < 200; i++) {
            connect("127.0.0." + (2 + i % 8))
                    .send(i % 2 == 0 ? trickles().get(0) : trickles().get(5));
        }

        assertHonestClientsAreServed();

        for (RawHttp connection : connections) {
            letTimePassUntilAnswered(connection);
            assertThat(connection.statusLine()).containsAnyOf(" 408", " 429");
        }
        assertHonestClientsAreServed();
    }

    @Test
    void holdUpNobodyWithThreeHundredHeads() throws IOException {
        for (int i = 0; i < 300; i++) {
            connect("127.0.0.2").send("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Endless: a");
        }

        assertHonestClientsAreServed();

        for (RawHttp connection : connections) {
            letTimePassUntilAnswered(connection);
            assertThat(connection.statusLine()).doesNotContain(" 200");
        }
    }

    @Test
    void leaveConnectionsForOthers() throws IOException {
        for (int i = 0; i < 600; i++) {
            connect("127.0.0.2");
        }

        assertHonestClientsAreServed();

        for (RawHttp refused : connections.subList(500, 600)) {
            Awaitility.await().pollDelay(Duration.ZERO).until(refused::hasAnswer);
        }
        assertThat(connections.get(0).hasAnswer()).isFalse();
    }

    @Test
    void holdUpNobodyByNotReading() throws IOException {
        assertThat(anonymous().get(BIG).body()).hasSizeGreaterThan(1_000_000);
        String pages = "GET " + BIG + " HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(20);
        for (int i = 0; i < 100; i++) {
            RawHttp connection = new RawHttp(port, "127.0.0." + (2 + i % 4), 4096);
            connections.add(connection);
            connection.send(pages);
        }

        assertHonestClientsAreServed();

        ticker.advance(Duration.ofMinutes(11));
        assertHonestClientsAreServed();
    }

    @ParameterizedTest
    @MethodSource("trickles")
    void areGivenUp(String trickle) throws IOException {
        RawHttp connection = connect("127.0.0.2").send(trickle);

        letTimePassUntilAnswered(connection);

        assertThat(connection.statusLine()).contains(" 408");
        assertThat(connection.rest()).contains("Connection: close");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/bookings",
                "PUT /api/v1/me/password",
                "PATCH /api/v1/bookings/none",
                "POST /bookings/none/cancel",
                "POST /book",
                "POST /no/such/page"
            })
    void areNotWaitedForWithoutCredentials(String action) throws IOException {
        RawHttp connection = connect("127.0.0.2");
        Instant start = Instant.now();

        connection.send(action + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 1000\r\n\r\n");

        assertThat(connection.statusLine()).containsAnyOf(" 401", " 403");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void areToldToSendNothingWhereTheyAskFirst() throws IOException {
        RawHttp connection = connect("127.0.0.2")
                .send("POST /api/v1/bookings HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                        + "Content-Length: 1000\r\n\r\n");

        assertThat(connection.statusLine()).isEqualTo("HTTP/1.1 401");
        assertThat(connection.rest()).contains("Connection: close");
    }

    @Test
    void areToldToGoOnWhereTheyAskAndMay() throws IOException {
        RawHttp connection = connect("127.0.0.2").send(CALL + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");

        assertThat(connection.statusLine()).isEqualTo("HTTP/1.1 100");

        connection.statusLine();
        assertThat(connection.send("{}").statusLine()).isEqualTo("HTTP/1.1 400");
    }

    @Test
    void areCutOffWhereTheyGoOnAndOn() throws IOException {
        RawHttp connection = connect("127.0.0.2")
                .send("POST /api/v1/bookings HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000000000\r\n\r\n");

        assertThat(connection.statusLine()).contains(" 413");
        assertThat(connection.rest()).contains("Connection: close");
    }

    @Test
    void areServedAgainOnTheSameConnectionWhereTheySentASmallBodyForNothing() throws IOException {
        RawHttp connection = connect("127.0.0.2");
        String call = "POST /api/v1/bookings HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}";

        connection.send(call + call.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));

        assertThat(connection.rest().split("HTTP/1.1 401", -1)).hasSize(3);
    }

    @Test
    void mayPauseBetweenHeadAndBody() throws IOException {
        RawHttp connection = connect("127.0.0.2").send(CALL + "Content-Length: 2\r\n\r\n");
        assertHonestClientsAreServed();

        assertThat(connection.send("{}").statusLine()).contains(" 400");
    }

    private RawHttp connect(String from) throws IOException {
        RawHttp connection = new RawHttp(port, from);
        connections.add(connection);
        return connection;
    }

    private void letTimePassUntilAnswered(RawHttp connection) {
        Awaitility.await().pollDelay(Duration.ZERO).until(() -> {
            boolean answered = connection.hasAnswer();
            ticker.advance(Duration.ofSeconds(answered ? 0 : 6));
            return answered;
        });
    }

    private void assertHonestClientsAreServed() {
        Instant start = Instant.now();
        List<Integer> statuses = Together.all(Collections.nCopies(
                8,
                () -> anonymous().get("/sign-in").statusCode() == 200
                        ? as(CAMILLE)
                                .post("/api/v1/bookings/none/confirm", "{}")
                                .statusCode()
                        : 0));
        assertThat(statuses).hasSize(8).containsOnly(404);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }
}
