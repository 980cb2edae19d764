package org.passerelle.conference.jitsi;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.passerelle.conference.ConferenceParticipant;
import org.passerelle.conference.VideoMeeting;

/**
 * Makes the tokens by which Jitsi lets people in: one conference, one person, and the time of the meeting. Each claim is
 * there because something in Jitsi looks at it; docs/reference/jitsi.md says what.
 */
final class JitsiTokens {

    /** Clocks differ, and nothing forgives a token that is not valid yet. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final Duration SERVICE = Duration.ofMinutes(2);

    private final JitsiProperties settings;
    private final JitsiSecrets secrets;
    private final Signature signature;
    private final JitsiKeys keys;
    private final Clock clock;

    JitsiTokens(JitsiProperties settings, JitsiSecrets secrets, Signature signature, JitsiKeys keys, Clock clock) {
        this.settings = settings;
        this.secrets = secrets;
        this.signature = signature;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Good until the latest end that may come, since whoever is cut off comes back with the same one, in overtime as well.
     * That nobody enters what is over, called off or moved is for the reservation service and the end of the conference.
     */
    String of(VideoMeeting meeting, ConferenceParticipant who) {
        Instant end = meeting.latestEnd();
        return signed(
                claims(meeting.name(), meeting.open().start().minus(SKEW), end)
                        .claim("context", Map.of("user", user(who), "features", features(who))),
                end);
    }

    /** For calls of our own to Prosody, about one conference, now. */
    String service(String conference) {
        Instant now = clock.instant();
        Instant expires = now.plus(SERVICE);
        return signed(
                claims(conference, now.minus(SKEW), expires)
                        .claim(
                                "context",
                                Map.of("user", Map.of("id", "passerelle", "name", "Passerelle"), "features", Map.of())),
                expires);
    }

    /** A conference and whether its bearer hosts it, as one of our tokens tells. */
    record Bearer(String conference, boolean isHost) {}

    /** Who comes with {@code token}; empty unless we made it, for this very server, and it is good now (RFC 7519 section 4.1). */
    Optional<Bearer> read(String token) {
        try {
            SignedJWT parsed = SignedJWT.parse(token);
            Map<String, Object> claims = parsed.getPayload().toJSONObject();
            long now = clock.instant().getEpochSecond();
            boolean isOurs = secrets.canSign()
                    && signature.signed(parsed, name -> keys.pem(name).map(RsaKeys::publicKey))
                    && issuer().equals(claims.get("iss"))
                    && audience().equals(claims.get("aud"))
                    && settings.subject(secrets.appId()).equals(claims.get("sub"))
                    && claims.get("room") instanceof String
                    && seconds(claims, "nbf") <= now
                    && now < seconds(claims, "exp");
            return isOurs ? Optional.of(bearer(claims)) : Optional.empty();
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** All of ours have it; one that lacks it was never good. */
    private static long seconds(Map<String, Object> claims, String name) throws ParseException {
        if (claims.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new ParseException(name, 0);
    }

    private static Bearer bearer(Map<String, Object> claims) {
        Object user = claims.get("context") instanceof Map<?, ?> context ? context.get("user") : null;
        boolean isHost = user instanceof Map<?, ?> fields && "owner".equals(fields.get("affiliation"));
        return new Bearer(String.valueOf(claims.get("room")), isHost);
    }

    private String issuer() {
        return settings.isJaas() ? "chat" : secrets.appId();
    }

    private String audience() {
        return settings.isJaas() ? "jitsi" : settings.audience();
    }

    private String signed(JWTClaimsSet.Builder claims, Instant expires) {
        keys.usedUntil(expires);
        return signature.sign(claims.build());
    }

    /** {@code aud} is one text: a list of one, as libraries like to write, is refused. */
    private JWTClaimsSet.Builder claims(String conference, Instant notBefore, Instant expires) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .claim("aud", audience())
                .subject(settings.subject(secrets.appId()))
                .claim("room", conference)
                .claim("iat", clock.instant().getEpochSecond())
                .claim("nbf", notBefore.getEpochSecond())
                .claim("exp", expires.getEpochSecond());
    }

    /** No address: Prosody tells everybody in the conference what is in here. */
    private Map<String, Object> user(ConferenceParticipant who) {
        boolean isHost = who.part().isHost();
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("id", who.id());
        user.put("name", who.name());
        user.put("affiliation", isHost ? "owner" : "member");
        user.put("moderator", settings.isJaas() ? String.valueOf(isHost) : (Object) isHost);
        user.put("lobby_bypass", who.part().skipsTheLobby());
        return user;
    }

    private Map<String, Object> features(ConferenceParticipant who) {
        return new LinkedHashMap<>(Features.of(who.part(), settings.hostFeatures()));
    }
}
