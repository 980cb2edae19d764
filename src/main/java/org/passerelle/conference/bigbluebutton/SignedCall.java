package org.passerelle.conference.bigbluebutton;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.passerelle.platform.digest.Digests;

/** Writes the address of a call: its parameters as a form writes them, and the digest of exactly this text with the secret. */
final class SignedCall {

    private SignedCall() {}

    static URI of(BigBlueButtonProperties settings, String call, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        String root = settings.url().replaceAll("/+$", "").replaceAll("/api$", "");
        return URI.create(root + "/api/" + call + "?" + query + (query.isEmpty() ? "" : "&") + "checksum="
                + checksum(call, query, settings.secret()));
    }

    /** SHA-256 of the name of the call, its parameters as they are sent, and the secret. */
    static String checksum(String call, String query, String secret) {
        return Digests.hex(call + query + secret);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
