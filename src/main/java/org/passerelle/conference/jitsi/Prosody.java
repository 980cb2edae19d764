package org.passerelle.conference.jitsi;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.conference.ProviderFailed;
import org.passerelle.platform.http.BoundedHttpClient;
import org.passerelle.platform.http.Deadline;
import org.passerelle.platform.http.ExchangeLimits;
import org.passerelle.platform.http.OutboundRequest;
import org.passerelle.platform.http.ServerAnswer;

/** What Prosody does for us over HTTP of its own, by Jitsi's modules {@code muc_end_meeting} and {@code muc_size}. */
final class Prosody {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024; // of a page that is only looked for
    private static final Pattern PARTICIPANTS = Pattern.compile("\"participants\"\\s*:\\s*(\\d{1,6})");

    private final JitsiSettings settings;
    private final BoundedHttpClient http = new BoundedHttpClient(new ExchangeLimits(CONNECT, PATIENCE, LARGEST_ANSWER));

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
        URI call = address("/end-meeting?conference=" + encoded(settings.roomAddress(conference)));
        return send(OutboundRequest.post(call, Optional.empty()).with("Authorization", "Bearer " + token))
                .status();
    }

    /** How many are there besides Jitsi's own focus; empty when it does not tell. */
    OptionalInt present(String conference) {
        if (settings.prosodyUrl() == null) {
            return OptionalInt.empty();
        }
        ServerAnswer answer = send(OutboundRequest.get(address(
                "/room-size?room=" + encoded(settings.roomNode(conference)) + "&domain=" + settings.virtualHost())));
        if (answer.status() == 404) {
            return OptionalInt.of(0);
        }
        Matcher count = PARTICIPANTS.matcher(answer.text());
        return answer.status() == 200 && count.find()
                ? OptionalInt.of(Math.max(0, Integer.parseInt(count.group(1)) - 1))
                : OptionalInt.empty();
    }

    /** The status of any page. */
    int status(URI page) {
        return send(OutboundRequest.get(page)).status();
    }

    private URI address(String path) {
        @Nullable URI base = settings.prosodyUrl();
        if (base == null) {
            throw new ProviderFailed("jitsi", "PASSERELLE_JITSI_PROSODY_URL is not set");
        }
        String root = base.toString().replaceAll("/+$", "");
        return URI.create(root + path);
    }

    private ServerAnswer send(OutboundRequest request) {
        try {
            return http.send(request, Deadline.in(PATIENCE));
        } catch (IOException e) {
            throw new ProviderFailed(
                    "jitsi", "no answer from " + request.address().getHost(), e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
