package org.passerelle.conference.jitsi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Prosody over HTTP with Jitsi's modules {@code muc_size} and {@code muc_end_meeting}, answering letter by letter as they do:
 * the focus is an occupant like others; {@code /room-size} leaves one occupant out where there is more than one;
 * {@code /room} lists every session of everybody but the focus; what is not asked with a query is answered 400.
 */
public final class ProsodyServer implements AutoCloseable {

    private static final String FOCUS = "focus";

    /** How the module reads a query and writes an empty list. */
    public enum Version {
        /** As until 2025: decodes what it reads, writes {@code []}. */
        OLDER,
        /** As from 2026: takes parameters as they stand in the address, writes {@code {}}, as cjson does. */
        NEWER
    }

    private final HttpServer server;
    private final Version version;
    private final ProsodyDouble logins;
    private final Clock clock;

    /** By address of the room: who is in it, the focus first, and how many sessions each has. */
    private final Map<String, Map<String, Integer>> rooms = new ConcurrentHashMap<>();

    private final List<String> ended = new CopyOnWriteArrayList<>();
    private volatile boolean isAway;
    private volatile boolean refuses;

    private ProsodyServer(HttpServer server, Version version, ProsodyDouble logins, Clock clock) {
        this.server = server;
        this.version = version;
        this.logins = logins;
        this.clock = clock;
    }

    /** @param logins says whether a token is taken */
    public static ProsodyServer start(Version version, ProsodyDouble logins, Clock clock) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ProsodyServer prosody = new ProsodyServer(server, version, logins, clock);
            server.createContext("/", prosody::answer);
            server.start();
            return prosody;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Somebody enters, or opens one more session; the first to come finds the focus there. */
    public void enter(String room, String... people) {
        Map<String, Integer> occupants = rooms.computeIfAbsent(room, address -> new LinkedHashMap<>(Map.of(FOCUS, 1)));
        for (String person : people) {
            occupants.merge(person, 1, Integer::sum);
        }
    }

    /** They go; the focus stays for a while. */
    public void leave(String room, String... people) {
        Map<String, Integer> occupants = rooms.getOrDefault(room, new LinkedHashMap<>());
        for (String person : people) {
            occupants.remove(person);
        }
    }

    public boolean isOpen(String room) {
        return rooms.containsKey(room);
    }

    /** Rooms that were ended while they were open, in that order. */
    public List<String> ended() {
        return List.copyOf(ended);
    }

    /** From now on every call is broken off, or no more. */
    public void away(boolean yes) {
        isAway = yes;
    }

    /** From now on no token is taken, as when its secret is another one, or all good ones are. */
    public void refuse(boolean yes) {
        refuses = yes;
    }

    public void empty() {
        rooms.clear();
        ended.clear();
        isAway = false;
        refuses = false;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Answer(int status, String body) {

        static Answer of(int status) {
            return new Answer(status, "");
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (isAway) {
                return;
            }
            Answer answer = answerTo(exchange);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answerTo(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return switch (exchange.getRequestMethod() + " "
                + exchange.getRequestURI().getPath()) {
            case "GET /room-size" -> query == null ? Answer.of(400) : size(rooms.get(address(query)));
            case "GET /room" -> query == null ? Answer.of(400) : list(rooms.get(address(query)));
            case "POST /end-meeting" ->
                query == null
                        ? Answer.of(400)
                        : end(query, exchange.getRequestHeaders().getFirst("Authorization"));
            default -> Answer.of(404);
        };
    }

    private static Answer size(@Nullable Map<String, Integer> occupants) {
        if (occupants == null) {
            return Answer.of(404);
        }
        int count = occupants.size() > 1 ? occupants.size() - 1 : occupants.size();
        return new Answer(200, "{\"participants\":" + count + "}");
    }

    private Answer list(@Nullable Map<String, Integer> occupants) {
        if (occupants == null) {
            return Answer.of(404);
        }
        List<String> sessions = new ArrayList<>();
        occupants.forEach((person, count) -> {
            for (int i = 0; i < count && !person.equals(FOCUS); i++) {
                sessions.add("{\"jid\":\"r@conference.meet.example/" + person + "\",\"email\":\"\",\"display_name\":\""
                        + person + "\"}");
            }
        });
        String empty = version == Version.NEWER ? "{}" : "[]";
        return new Answer(200, sessions.isEmpty() ? empty : "[" + String.join(",", sessions) + "]");
    }

    private Answer end(String query, @Nullable String authorization) {
        String address = decoded(parameter(query, "conference"));
        if (refuses
                || authorization == null
                || !logins.login(authorization.replace("Bearer ", ""), clock.instant())
                        .equals(ProsodyDouble.ACCEPTED)) {
            return Answer.of(401);
        }
        String room = address.replaceAll("@.*", "");
        if (rooms.remove(room) == null) {
            return Answer.of(404);
        }
        ended.add(room);
        return Answer.of(200);
    }

    private String address(String query) {
        String tenant = parameter(query, "subdomain");
        String room = parameter(query, "room");
        String read = version == Version.OLDER ? decoded(room) : room;
        return tenant.isEmpty() ? read : "[" + tenant + "]" + read;
    }

    private static String parameter(String query, String name) {
        for (String each : query.split("&", -1)) {
            if (each.startsWith(name + "=")) {
                return each.substring(name.length() + 1);
            }
        }
        return "";
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
