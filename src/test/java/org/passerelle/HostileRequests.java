package org.passerelle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** HTTP as attackers send it: floods, trickles, bombs, forgeries and dear questions, one kind after the other. */
final class HostileRequests {

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String NADIA = basic("nadia@grandgroupe.example", "passerelle");
    private static final String ADMIN = basic("admin@it77.example", "passerelle");
    private static final int TRICKLES = 12;
    private static final long TRICKLE_MILLIS = 250;

    private final int port;

    HostileRequests(int port) {
        this.port = port;
    }

    private interface Kind {

        String write(Random random);
    }

    private static String basic(String who, String password) {
        byte[] pair = (who + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair) + "\r\n";
    }

    /** Sends one; returns the status of the answer, or zero if the connection just ended. */
    int send(int number, Random random) throws IOException {
        try (HostileSocket socket = HostileSocket.to(port, random)) {
            if (number % 25 == 24) {
                return trickle(socket, random);
            }
            socket.send(KINDS.get(number % KINDS.size()).write(random));
            return socket.status();
        }
    }

    /** A body, or a head, of which one byte comes now and then. */
    private int trickle(HostileSocket socket, Random random) throws IOException {
        boolean head = random.nextBoolean();
        socket.send(head ? "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-A: " : post("/sign-in", FORM, 5_000));
        for (int i = 0; i < TRICKLES; i++) {
            try {
                TimeUnit.MILLISECONDS.sleep(TRICKLE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 0;
            }
            socket.send("a");
        }
        return socket.status();
    }

    private static String head(String method, String path, String headers) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
    }

    private static String post(String path, String headers, int length) {
        return head("POST", path, headers + "Content-Length: " + length + "\r\n");
    }

    private static String post(String path, String headers, String body) {
        return post(path, headers, body.getBytes(StandardCharsets.UTF_8).length) + body;
    }

    private static String booking(String more) {
        return "{\"title\":\"x\",\"rooms\":[\"melun-visio\"],\"start\":\"2026-06-01T09:00\",\"duration\":\"PT1H\""
                + more + "}";
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0x21, 0x7f).forEach(text::appendCodePoint);
        return text.toString();
    }

    private static final List<Kind> KINDS = List.of(
            random -> text(random, 200) + "\r\n\r\n",
            random -> head("GET", "/sign-in", "X-A: b\r\n".repeat(5_000)),
            random -> head("GET", "/day", "X-A: " + "b".repeat(300_000) + "\r\n"),
            random -> head("GET", "/" + "../".repeat(2_000), ""),
            random -> head("GET", "/join/" + text(random, 20).replaceAll("[^a-z]", "a"), ""),
            random -> head("GET", "/api/v1/freebusy/melun-seine.ifb?token=" + random.nextLong(), ""),
            random -> head("GET", "/answer/" + Long.toString(random.nextLong() >>> 1, 36), ""),
            random -> head("BREW", "/api/v1/bookings", ""),
            random -> head("DELETE", "/sign-in", ""),
            random -> head("GET", "/sign-in", "").replace("Host: localhost", "Host: evil.example"),
            random -> post("/sign-in", FORM, "email=a&password=b&_csrf=" + text(random, 20)),
            random -> post("/sign-in", FORM, "a=b&".repeat(20_000)),
            random -> post("/api/v1/bookings", JSON, 900_000),
            random -> post("/api/v1/bookings", NADIA + JSON, "[".repeat(100_000)),
            random -> post("/api/v1/bookings", NADIA + JSON, 100_000) + "{\"title\":",
            random -> post("/api/v1/bookings", NADIA + JSON, "x".repeat(1_500_000)),
            random -> post(
                    "/api/v1/bookings",
                    NADIA + JSON,
                    booking(",\"recurrence\":\"FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU;COUNT=750\"")),
            random -> post("/api/v1/bookings", NADIA + JSON, booking(",\"recurrence\":\"FREQ=SECONDLY;COUNT=99999\"")),
            random -> post("/api/v1/bookings", NADIA + JSON, booking(",\"notes\":\"\\u202E\\uD800\"")),
            random -> post("/api/v1/bookings", NADIA + JSON + "Sec-Fetch-Site: cross-site\r\n", booking("")),
            random -> post("/api/v1/bookings", NADIA + JSON + "Origin: https://evil.example\r\n", booking("")),
            random -> head("GET", "/api/v1/me", basic("camille@atelier-brie.example", "p" + random.nextInt())),
            random -> head("GET", "/api/v1/me", basic("nobody" + random.nextInt() + "@evil.example", "p")),
            random -> head("GET", "/api/v1/me", "Authorization: Bearer ptk_" + random.nextLong() + "\r\n"),
            random -> post(
                    "/api/v1/availability/rooms",
                    NADIA + JSON,
                    "{\"from\":\"2026-06-01T09:00:00Z\",\"to\":\"2026-06-01T10:00:00Z\",\"attendees\":2,"
                            + "\"recurrence\":\"FREQ=DAILY;COUNT=700\"}"),
            random -> head(
                            "PUT",
                            "/api/v1/admin/directory",
                            ADMIN + "Content-Type: application/yaml\r\nContent-Length: 20000\r\n")
                    + "[".repeat(20_000),
            random -> head("POST", "/api/v1/bookings", NADIA + JSON + "Transfer-Encoding: chunked\r\n")
                    + ("1;" + "e".repeat(1_000) + "\r\n{\r\n").repeat(200),
            random -> head("POST", "/api/v1/bookings", JSON + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n")
                    + "0\r\n\r\nGET /api/v1/me HTTP/1.1\r\nHost: localhost\r\n\r\n",
            random -> post(
                    "/imports", "Content-Type: multipart/form-data; boundary=b\r\n", "--b\r\nX: y\r\n".repeat(9_000)),
            random -> head("GET", "/api/v1/bookings?from=0000-01-01T00:00:00Z&to=9999-01-01T00:00:00Z", NADIA),
            random -> head("GET", "/webjars/" + "a".repeat(7_000), "Range: bytes=" + "0-1,".repeat(1_000) + "\r\n"));
}
