package org.passerelle.conference.jitsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.conference.jitsi.ProsodyDouble.ACCEPTED;
import static org.passerelle.conference.jitsi.ProsodyDouble.NO_ANSWER;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Prosody and Jitsi's page say to tokens that differ in one thing from a good one; the traps of Java's libraries are among them. */
class TokenRulesTests {

    private static final Instant NOW = Instant.parse("2026-03-25T09:00:00Z");
    private static final long SECOND = NOW.getEpochSecond();
    private static final String SECRET = "a secret that only Prosody and we know of";
    private static final ProsodyDouble PROSODY = ProsodyDouble.withSecret("passerelle", SECRET, "jitsi", "other");

    private record Token(JWSHeader header, Map<String, Object> claims) {

        static Token good() {
            Map<String, Object> claims = new TreeMap<>(Map.of(
                    "iss", "passerelle",
                    "aud", "jitsi",
                    "sub", "meet.example",
                    "room", "r-1",
                    "nbf", SECOND,
                    "exp", SECOND + 60,
                    "context",
                            Map.of("user", Map.of("id", "1", "name", "Kim"), "features", Map.of("recording", false))));
            return new Token(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .type(JOSEObjectType.JWT)
                            .build(),
                    claims);
        }

        Token with(String claim, @Nullable Object value) {
            if (value == null) {
                claims.remove(claim);
            } else {
                claims.put(claim, value);
            }
            return this;
        }

        String signed() {
            JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
            claims.forEach(set::claim);
            SignedJWT token = new SignedJWT(header, set.build());
            try {
                token.sign(new MACSigner(SECRET));
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
            return token.serialize();
        }
    }

    static Stream<Arguments> logins() {
        return Stream.of(
                row("a good one", Token.good().signed(), ACCEPTED),
                row("that begins now", Token.good().with("nbf", SECOND).signed(), ACCEPTED),
                row(
                        "that begins in a second",
                        Token.good().with("nbf", SECOND + 1).signed(),
                        "Not acceptable by nbf"),
                row("that ends now", Token.good().with("exp", SECOND).signed(), "Not acceptable by exp"),
                row("whose end is a text", Token.good().with("exp", "soon").signed(), "Not acceptable by exp"),
                row("that never ends", Token.good().with("exp", null).signed(), ACCEPTED),
                row("of somebody else", Token.good().with("iss", "other").signed(), "Invalid issuer ('iss' claim)"),
                row("for nobody", Token.good().with("aud", null).signed(), "invalid 'aud' claim"),
                row("for others", Token.good().with("aud", "zoom").signed(), "invalid 'aud' claim"),
                row(
                        "for a list of one",
                        Token.good().with("aud", List.of("jitsi", "x")).signed(),
                        "invalid 'aud' claim"),
                row("for no room", Token.good().with("room", null).signed(), NO_ANSWER),
                row("as Nimbus makes it by itself", withoutType(), "Invalid typ"),
                row("as JJWT makes it by itself", byJjwt(), "Invalid typ"),
                row("with a type, as JJWT writes aud", byJjwtWithType(), "invalid 'aud' claim"),
                row("signed with another secret", forged(), "Invalid signature"));
    }

    private static Arguments row(String what, String token, String answer) {
        return Arguments.of(what, token, answer);
    }

    private static String withoutType() {
        return new Token(new JWSHeader(JWSAlgorithm.HS256), Token.good().claims()).signed();
    }

    private static String byJjwt() {
        return Jwts.builder()
                .claims(Token.good().with("aud", null).claims())
                .signWith(Keys.hmacShaKeyFor(SECRET.getBytes(StandardCharsets.UTF_8)), Jwts.SIG.HS256)
                .compact();
    }

    private static String byJjwtWithType() {
        return Jwts.builder()
                .header()
                .type("JWT")
                .and()
                .claims(Token.good().with("aud", null).claims())
                .audience()
                .add("jitsi")
                .and()
                .signWith(Keys.hmacShaKeyFor(SECRET.getBytes(StandardCharsets.UTF_8)), Jwts.SIG.HS256)
                .compact();
    }

    private static String forged() {
        String good = Token.good().signed();
        return good.substring(0, good.lastIndexOf('.') + 1) + "A".repeat(43);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logins")
    void answersALoginWithAToken(String what, String token, String answer) {
        assertThat(PROSODY.login(token, NOW)).isEqualTo(answer);
    }

    static Stream<Arguments> joins() {
        String mismatch = "Room and token mismatched";
        return Stream.of(
                Arguments.of("its own", Token.good(), "", "r-1", ACCEPTED),
                Arguments.of("written otherwise", Token.good().with("room", "R-1"), "", "r-1", ACCEPTED),
                Arguments.of("another", Token.good(), "", "r-2", mismatch),
                Arguments.of("any, by a wildcard", Token.good().with("room", "*"), "", "r-2", ACCEPTED),
                Arguments.of("of no host", Token.good().with("sub", null), "", "r-1", NO_ANSWER),
                Arguments.of("of another host", Token.good().with("sub", "other.example"), "", "r-1", mismatch),
                Arguments.of("of a tenant", Token.good().with("sub", "acme"), "acme", "r-1", ACCEPTED),
                Arguments.of("of another tenant", Token.good().with("sub", "acme"), "umbrella", "r-1", mismatch),
                Arguments.of("of a tenant, by the host's", Token.good(), "acme", "r-1", mismatch));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("joins")
    void opensAConference(String what, Token token, String tenant, String conference, String answer) {
        assertThat(ProsodyDouble.join(token.signed(), "meet.example", tenant, conference))
                .isEqualTo(answer);
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("a good one", Token.good(), ACCEPTED),
                Arguments.of("without an end", Token.good().with("exp", null), "exp must be a number"),
                Arguments.of("without a context", Token.good().with("context", null), "context missing"),
                Arguments.of(
                        "with a feature of another age",
                        Token.good().with("context", Map.of("features", Map.of("dial-out", true))),
                        "Invalid feature"),
                Arguments.of(
                        "with a person in pieces",
                        Token.good().with("context", Map.of("user", Map.of("name", Map.of("first", "Kim")))),
                        "Invalid value"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void isTakenByThePage(String what, Token token, String answer) {
        assertThat(ProsodyDouble.page(token.signed())).isEqualTo(answer);
    }
}
