package org.passerelle.conference.bigbluebutton;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the address of a call: its parameters as a form writes them, and the digest of these very letters with the secret. */
final class SignedCall {

    private SignedCall() {}

    static URI of(BigBlueButtonSettings settings, String call, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        String root = settings.url().replaceAll("/+$", "").replaceAll("/api$", "");
        return URI.create(root + "/api/" + call + "?" + query + (query.isEmpty() ? "" : "&") + "checksum="
                + checksum(call, query, settings.secret()));
    }

    /** SHA-256 of the name of the call, its parameters as they are sent, and the secret. */
    static String checksum(String call, String query, String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((call + query + secret).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
