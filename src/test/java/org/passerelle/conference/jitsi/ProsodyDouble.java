package org.passerelle.conference.jitsi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges tokens as Prosody does with Jitsi's {@code luajwtjitsi.lib.lua}, {@code token/util.lib.lua} and
 * {@code mod_token_verification.lua}, whose rules it follows one by one, on its own reading of the token.
 */
public final class ProsodyDouble {

    public static final String ACCEPTED = "accepted";

    /** An error within Lua: whoever asks waits until they give up. */
    static final String NO_ANSWER = "no answer";

    private static final Set<String> PAGE_FEATURES = Set.of(
            ("branding calendar create-polls file-upload flip inbound-call livestreaming lobby moderation outbound-call"
                            + " recording room screen-sharing send-groupchat list-visitors sip-inbound-call"
                            + " sip-outbound-call transcription")
                    .split(" "));

    private final String algorithm;
    private final @Nullable String secret;
    private final Function<String, @Nullable PublicKey> keyServer;
    private final String issuer;
    private final List<String> audiences;

    private ProsodyDouble(
            String algorithm,
            @Nullable String secret,
            Function<String, @Nullable PublicKey> keyServer,
            String issuer,
            List<String> audiences) {
        this.algorithm = algorithm;
        this.secret = secret;
        this.keyServer = keyServer;
        this.issuer = issuer;
        this.audiences = audiences;
    }

    public static ProsodyDouble withSecret(String issuer, String secret, String... audiences) {
        return new ProsodyDouble("HS256", secret, kid -> null, issuer, List.of(audiences));
    }

    /** @param keyServer what {@code asap_key_server} answers for {@code <sha256 of kid>} */
    static ProsodyDouble withKeyServer(
            String issuer, Function<String, @Nullable PublicKey> keyServer, String... audiences) {
        return new ProsodyDouble("RS256", null, keyServer, issuer, List.of(audiences));
    }

    private record Parts(JsonNode header, JsonNode claims, String signed, byte[] signature) {

        static Parts of(String token) {
            String[] parts = token.split("\\.");
            return new Parts(
                    json(parts[0]),
                    json(parts[1]),
                    parts[0] + "." + parts[1],
                    Base64.getUrlDecoder().decode(parts[2]));
        }

        private static JsonNode json(String part) {
            return JsonMapper.shared()
                    .readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        }
    }

    /** What comes of it when somebody logs in with {@code token}. */
    public String login(String token, Instant now) {
        Parts parts = Parts.of(token);
        JsonNode claims = parts.claims();
        if (secret == null && !parts.header().path("kid").isString()) {
            return "'kid' claim is missing";
        }
        if (!parts.header().path("typ").asString("").equals("JWT")) {
            return "Invalid typ";
        }
        if (!parts.header().path("alg").asString("").equals(algorithm)) {
            return "Invalid or incorrect alg";
        }
        if (secret == null && keyServer.apply(hex(parts.header().path("kid").asString())) == null) {
            return "could not obtain public key";
        }
        if (!isSigned(parts)) {
            return "Invalid signature";
        }
        if (!claims.path("iss").asString("").equals(issuer)) {
            return "Invalid issuer ('iss' claim)";
        }
        if (claims.path("aud").isMissingNode()
                || !audiences.contains("*") && !audiences.contains(text(claims.path("aud")))) {
            return "invalid 'aud' claim";
        }
        if (claims.has("exp")
                && (!claims.get("exp").isNumber()
                        || now.getEpochSecond() >= claims.get("exp").asLong())) {
            return "Not acceptable by exp";
        }
        if (claims.has("nbf")
                && (!claims.get("nbf").isNumber()
                        || now.getEpochSecond() < claims.get("nbf").asLong())) {
            return "Not acceptable by nbf";
        }
        return claims.has("room") ? ACCEPTED : NO_ANSWER;
    }

    /** A list is no text, and equals none. */
    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : "";
    }

    /**
     * What comes of it when they enter a conference then, with {@code enable_domain_verification} as it is by default.
     *
     * @param tenant of the address that was opened; empty without
     */
    public static String join(String token, String host, String tenant, String conference) {
        JsonNode claims = Parts.of(token).claims();
        if (!claims.has("sub")) {
            return NO_ANSWER;
        }
        String sub = claims.get("sub").asString().toLowerCase(Locale.ROOT);
        if (!sub.equals("*") && !sub.equals(tenant.isEmpty() ? host : tenant)) {
            return "Room and token mismatched";
        }
        String room = claims.get("room").asString().toLowerCase(Locale.ROOT);
        return room.equals("*") || room.equals(conference) ? ACCEPTED : "Room and token mismatched";
    }

    /** Whether Jitsi's page takes the token as well, which asks for more ({@code jwt/functions.ts}). */
    public static String page(String token) {
        JsonNode claims = Parts.of(token).claims();
        if (!claims.path("exp").isNumber()) {
            return "exp must be a number";
        }
        if (!claims.path("context").isObject()) {
            return "context missing";
        }
        JsonNode features = claims.path("context").path("features");
        if (!PAGE_FEATURES.containsAll(List.copyOf(features.propertyNames()))) {
            return "Invalid feature";
        }
        return features.valueStream()
                                .allMatch(value -> value.isBoolean()
                                        || Set.of("true", "false").contains(value.asString("")))
                        && claims.path("context").path("user").valueStream().allMatch(JsonNode::isValueNode)
                ? ACCEPTED
                : "Invalid value";
    }

    /** By {@code mod_token_affiliation}. */
    public static String affiliation(String token) {
        JsonNode user = Parts.of(token).claims().path("context").path("user");
        boolean isOwner = Set.of("owner", "moderator", "teacher")
                        .contains(user.path("affiliation").asString(""))
                || user.path("moderator").asString("").equals("true");
        return isOwner ? "owner" : "member";
    }

    private boolean isSigned(Parts parts) {
        byte[] signed = parts.signed().getBytes(StandardCharsets.US_ASCII);
        try {
            if (secret != null) {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return MessageDigest.isEqual(mac.doFinal(signed), parts.signature());
            }
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initVerify(keyServer.apply(hex(parts.header().path("kid").asString())));
            rsa.update(signed);
            return rsa.verify(parts.signature());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static String hex(String kid) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(kid.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
