package org.passerelle.conference.jitsi;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What only Jitsi and we know.
 *
 * @param appId what tokens are issued by ({@code iss}); with JaaS the id of the application
 * @param secret shared with Prosody: tokens are signed with HS256
 * @param privateKey instead of that an RSA key in PEM, or the name of a file that holds one: tokens are signed with RS256
 * @param keyId by which the public key is looked up; with JaaS {@code <application>/<key>}
 * @param reservationKey by which Prosody shows that it is it
 */
@ConfigurationProperties("passerelle.jitsi")
record JitsiSecrets(
        @DefaultValue("") String appId,
        @DefaultValue("") String secret,
        @DefaultValue("") String privateKey,
        @DefaultValue("") String keyId,
        @DefaultValue("") String reservationKey) {

    /** @throws IllegalArgumentException if there is a private key without the name to look the public one up by */
    JitsiSecrets {
        if (!privateKey.isBlank() && keyId.isBlank()) {
            throw new IllegalArgumentException("PASSERELLE_JITSI_PRIVATE_KEY needs PASSERELLE_JITSI_KEY_ID beside it");
        }
    }

    boolean hasKey() {
        return !privateKey.isBlank();
    }

    boolean canSign() {
        return !appId.isBlank() && (hasKey() || !secret.isBlank());
    }

    /** Without what is secret, for it ends up in logs. */
    @Override
    public String toString() {
        return "JitsiSecrets[" + appId + ", " + (hasKey() ? "RS256 " + keyId : "HS256") + "]";
    }
}
