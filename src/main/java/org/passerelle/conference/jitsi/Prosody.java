package org.passerelle.conference.jitsi;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.conference.ProviderFailed;
import org.springframework.util.function.SingletonSupplier;

/** What Prosody does for us over HTTP of its own, by Jitsi's modules {@code muc_end_meeting} and {@code muc_size}. */
final class Prosody {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Pattern PARTICIPANTS = Pattern.compile("\"participants\"\\s*:\\s*(\\d{1,6})");

    private final JitsiSettings settings;
    /** Made at the first call: it reads the trusted certificates, and most installations have no such server. */
    private final SingletonSupplier<HttpClient> http = SingletonSupplier.of(() -> HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build());

    Prosody(JitsiSettings settings) {
        this.settings = settings;
    }

    /** @throws ProviderFailed if it was refused or nobody answers; a conference that is not there has ended */
    void end(String conference, String token) {
        int status = askToEnd(conference, token);
        if (status != 200 && status != 404) {
            throw new ProviderFailed("jitsi", "end-meeting was answered " + status);
        }
    }

    /** 200 when everybody was sent home, 404 when nobody was there, 401 when the token is not taken. */
    int askToEnd(String conference, String token) {
        HttpRequest request = to("/end-meeting?conference=" + encoded(settings.roomAddress(conference)))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody())
                .build();
        return send(request).statusCode();
    }

    /** How many are there besides Jitsi's own focus; empty when it does not tell. */
    OptionalInt present(String conference) {
        if (settings.prosodyUrl() == null) {
            return OptionalInt.empty();
        }
        HttpResponse<String> answer = send(
                to("/room-size?room=" + encoded(settings.roomNode(conference)) + "&domain=" + settings.virtualHost())
                        .GET()
                        .build());
        if (answer.statusCode() == 404) {
            return OptionalInt.of(0);
        }
        Matcher count = PARTICIPANTS.matcher(answer.body());
        return answer.statusCode() == 200 && count.find()
                ? OptionalInt.of(Math.max(0, Integer.parseInt(count.group(1)) - 1))
                : OptionalInt.empty();
    }

    /** The status of any page. */
    int status(URI page) {
        return send(HttpRequest.newBuilder(page).timeout(PATIENCE).GET().build())
                .statusCode();
    }

    private HttpRequest.Builder to(String path) {
        @Nullable URI base = settings.prosodyUrl();
        if (base == null) {
            throw new ProviderFailed("jitsi", "PASSERELLE_JITSI_PROSODY_URL is not set");
        }
        String root = base.toString().replaceAll("/+$", "");
        return HttpRequest.newBuilder(URI.create(root + path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.obtain().send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ProviderFailed("jitsi", "no answer from " + request.uri().getHost(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderFailed("jitsi", "interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
