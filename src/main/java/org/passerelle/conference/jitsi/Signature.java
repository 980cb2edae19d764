package org.passerelle.conference.jitsi;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import java.util.function.Function;
import org.passerelle.platform.digest.Digests;

/**
 * Signs tokens with what Jitsi knows of us: a shared secret or a private key. The type in the header is said outright,
 * which libraries leave out and Prosody insists on.
 */
final class Signature {

    private final JWSHeader header;
    private final JWSSigner signer;
    private final Optional<RSAPublicKey> publicKey;

    private Signature(JWSHeader header, JWSSigner signer, Optional<RSAPublicKey> publicKey) {
        this.header = header;
        this.signer = signer;
        this.publicKey = publicKey;
    }

    static Signature of(JitsiSecrets secrets) {
        if (secrets.hasKey()) {
            RSAPrivateCrtKey key = RsaKeys.privateKey(secrets.privateKey());
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(JOSEObjectType.JWT)
                    .keyID(secrets.keyId())
                    .build();
            return new Signature(header, new RSASSASigner(key), Optional.of(RsaKeys.publicKey(key)));
        }
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(JOSEObjectType.JWT)
                .build();
        byte[] secret = secrets.secret().getBytes(StandardCharsets.UTF_8);
        return new Signature(header, new SharedSecretSigner(secret), Optional.empty());
    }

    String sign(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
        return token.serialize();
    }

    /**
     * Whether {@code token} carries a signature of ours, made with one of {@code published} where keys are public. The algorithm is
     * the one that we sign with, whatever the token says; and as none of the headers that may be called critical is understood here,
     * a token that calls one so is refused (RFC 7515 section 4.1.11).
     */
    boolean signed(SignedJWT token, Function<String, Optional<RSAPublicKey>> published) {
        try {
            JWSHeader told = token.getHeader();
            if (!told.getAlgorithm().equals(header.getAlgorithm())
                    || !header.getType().equals(told.getType())
                    || told.getCriticalParams() != null
                    || !told.isBase64URLEncodePayload()) {
                return false;
            }
            if (publicKey.isEmpty()) {
                Base64URL expected = signer.sign(token.getHeader(), token.getSigningInput());
                return Digests.same(expected.decode(), token.getSignature().decode());
            }
            Optional<RSAPublicKey> key =
                    Optional.ofNullable(token.getHeader().getKeyID()).flatMap(published);
            return key.isPresent() && token.verify(new RSASSAVerifier(key.get()));
        } catch (JOSEException e) {
            return false; // nothing that we have signed
        }
    }

    /** By which others see that it was we, if it is not by the secret they know themselves. */
    Optional<RSAPublicKey> publicKey() {
        return publicKey;
    }
}
