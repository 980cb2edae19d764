package org.passerelle.conference.jitsi;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.Mockito;
import org.passerelle.MutableClock;
import org.springframework.data.mongodb.core.MongoOperations;

/** Tokens that differ in one thing from one of ours: what is presented here opens nothing unless all of it is right. */
class ReadTokensTests {

    private static final String SECRET = "a secret that only Prosody and we know of";
    private static final long NOW = MutableClock.TODAY.getEpochSecond();
    private static final JWSHeader OURS =
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();

    private static JitsiTokens tokens(String secret) {
        JitsiProperties settings = new JitsiProperties(
                "meet.example", "", "", "jitsi", JitsiProperties.TokenPlace.FRAGMENT, Set.of(), -1, null);
        JitsiSecrets secrets = new JitsiSecrets("passerelle", secret, "", "", "");
        return new Jitsi(settings, secrets, Mockito.mock(MongoOperations.class), new MutableClock()).tokens();
    }

    private static Map<String, Object> claims() {
        return new TreeMap<>(Map.of(
                "iss", "passerelle",
                "aud", "jitsi",
                "sub", "meet.example",
                "room", "r-1",
                "nbf", NOW,
                "exp", NOW + 1));
    }

    private static String signed(JWSHeader header, Map<String, Object> claims, String secret) {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
        claims.forEach(set::claim);
        SignedJWT token = new SignedJWT(header, set.build());
        try {
            token.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static String with(String claim, @Nullable Object value) {
        Map<String, Object> claims = claims();
        if (value == null) {
            claims.remove(claim);
        } else {
            claims.put(claim, value);
        }
        return signed(OURS, claims, SECRET);
    }

    private static String headed(UnaryOperator<JWSHeader.Builder> change) {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT);
        return signed(change.apply(header).build(), claims(), SECRET);
    }

    @Test
    void opensWithOneOfOurs() {
        assertThat(tokens(SECRET).read(signed(OURS, claims(), SECRET))).contains(new JitsiTokens.Bearer("r-1", false));
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("of another issuer", with("iss", "other")),
                Arguments.of("of no issuer", with("iss", null)),
                Arguments.of("for others", with("aud", "zoom")),
                Arguments.of("for a list", with("aud", List.of("jitsi", "zoom"))),
                Arguments.of("for nobody", with("aud", null)),
                Arguments.of("of another server", with("sub", "other.example")),
                Arguments.of("of every server", with("sub", "*")),
                Arguments.of("of no server", with("sub", null)),
                Arguments.of("that begins in a second", with("nbf", NOW + 1)),
                Arguments.of("that never began", with("nbf", null)),
                Arguments.of("that ends now", with("exp", NOW)),
                Arguments.of("that never ends", with("exp", null)),
                Arguments.of("that ends some time", with("exp", "soon")),
                Arguments.of("for no conference", with("room", null)),
                Arguments.of("for a number", with("room", 1)),
                Arguments.of(
                        "with something critical",
                        headed(header ->
                                header.criticalParams(Set.of("made-up")).customParam("made-up", true))),
                Arguments.of(
                        "with a known name made critical",
                        headed(header -> header.criticalParams(Set.of("exp")).customParam("exp", 1))),
                Arguments.of("of no type", headed(header -> header.type(null))),
                Arguments.of("of another type", headed(header -> header.type(new JOSEObjectType("at+jwt")))),
                Arguments.of(
                        "by another algorithm",
                        signed(
                                new JWSHeader.Builder(JWSAlgorithm.HS512)
                                        .type(JOSEObjectType.JWT)
                                        .build(),
                                claims(),
                                SECRET + SECRET)),
                Arguments.of("by no algorithm", new PlainJWT(new JWTClaimsSet.Builder().build()).serialize()),
                Arguments.of("by another secret", signed(OURS, claims(), SECRET + "!")),
                Arguments.of("nothing", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void opensWithNoOther(String what, String token) {
        assertThat(tokens(SECRET).read(token)).isEmpty();
    }

    @Test
    void opensWithNoneAsLongAsThereIsNoSecret() {
        assertThat(tokens("").read(signed(OURS, claims(), SECRET))).isEmpty();
    }
}
