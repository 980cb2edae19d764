package org.passerelle.conference.jitsi;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
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
    private static final Duration LONGEST_CALL = Duration.ofSeconds(8);

    /** Somebody waits to enter meanwhile. */
    private static final Duration AT_THE_DOOR = Duration.ofSeconds(2);

    private static final int LARGEST_ANSWER = 4 * 1024 * 1024; // of a page that is only looked for
    private final JitsiProperties settings;
    private final BoundedHttpClient http =
            new BoundedHttpClient(new ExchangeLimits(CONNECT, LONGEST_CALL, LARGEST_ANSWER));
    private final BoundedHttpClient doorbell =
            new BoundedHttpClient(new ExchangeLimits(AT_THE_DOOR, AT_THE_DOOR, 1_024));
    private final AtomicReference<@Nullable CompletableFuture<Boolean>> asking = new AtomicReference<>();

    Prosody(JitsiProperties settings) {
        this.settings = settings;
    }

    /** @throws ProviderFailed if it was refused or nobody answers; a conference that is not there has ended */
    void end(String conference, String token) {
        int status = askToEnd(conference, token);
        if (status >= 500) {
            throw new ProviderFailed("jitsi", "end-meeting was answered " + status);
        }
        if (status != 200 && status != 404) {
            throw ProviderFailed.refusal("jitsi", "end-meeting was answered " + status);
        }
    }

    /** 200 when everybody was sent home, 404 when nobody was there, 401 when the token is not taken. */
    int askToEnd(String conference, String token) {
        URI call = address("/end-meeting?conference=" + encoded(settings.roomAddress(conference)));
        return send(OutboundRequest.post(call, Optional.empty()).with("Authorization", "Bearer " + token))
                .status();
    }

    /**
     * How many are there besides Jitsi's own focus; empty when it does not tell. The list of {@code /room} is asked for, since
     * {@code /room-size} answers 1 both for the focus with one person and for the focus alone. A tenant stands in a parameter
     * of its own, because newer versions of the module do not decode the brackets of {@code [tenant]room}.
     */
    OptionalInt present(String conference) {
        if (settings.prosodyUrl() == null) {
            return OptionalInt.empty();
        }
        String tenant = settings.tenant().isEmpty() ? "" : "&subdomain=" + settings.tenant();
        ServerAnswer answer = send(OutboundRequest.get(
                address("/room?room=" + encoded(conference) + "&domain=" + settings.virtualHost() + tenant)));
        return switch (answer.status()) {
            case 200 -> Occupants.count(answer.text());
            case 404 -> OptionalInt.of(0);
            default -> OptionalInt.empty();
        };
    }

    /**
     * Whether Prosody answers at all, whatever it says; true where this program does not reach it. Those who ask while
     * somebody is asking already wait for the same answer, so many who enter at the same time are one question at a time.
     */
    boolean isThere() {
        if (settings.prosodyUrl() == null) {
            return true;
        }
        CompletableFuture<Boolean> own = new CompletableFuture<>();
        CompletableFuture<Boolean> asked = asking.compareAndExchange(null, own);
        if (asked != null) {
            return asked.join();
        }
        boolean answers = false;
        try {
            answers = answers();
        } finally {
            asking.set(null);
            own.complete(answers);
        }
        return answers;
    }

    private boolean answers() {
        try {
            return doorbell.send(OutboundRequest.get(address("/room")), Deadline.in(AT_THE_DOOR))
                            .status()
                    < 500;
        } catch (IOException e) {
            return false;
        }
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
            return http.send(request, Deadline.in(LONGEST_CALL));
        } catch (IOException e) {
            throw new ProviderFailed(
                    "jitsi", "no answer from " + request.address().getHost(), e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
