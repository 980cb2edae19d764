package org.passerelle.conference.jitsi;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.impl.HMAC;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.util.Set;

/**
 * Signs with HS256 and a secret of whatever length. The library's own refuses less than 256 bits, as RFC 7518 section 3.2
 * asks; but the secret is Prosody's, which was set up before us, and many a one is shorter.
 */
final class SharedSecretSigner implements JWSSigner {

    private final byte[] secret;
    private final JCAContext context = new JCAContext();

    SharedSecretSigner(byte[] secret) {
        this.secret = secret.clone();
    }

    @Override
    public Base64URL sign(JWSHeader header, byte[] signingInput) throws JOSEException {
        return Base64URL.encode(HMAC.compute("HMACSHA256", secret, signingInput, null));
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
        return Set.of(JWSAlgorithm.HS256);
    }

    @Override
    public JCAContext getJCAContext() {
        return context;
    }
}
