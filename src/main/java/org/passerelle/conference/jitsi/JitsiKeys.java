package org.passerelle.conference.jitsi;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The public keys by which Jitsi sees that a token is ours. A key that was replaced stays published until the last token
 * signed with it is over, so that nobody is turned away who comes back to a running conference.
 */
class JitsiKeys {

    /** Writing down each token's end would be a write a press. */
    private static final long ROUND_SECONDS = Duration.ofHours(6).toSeconds();

    private final MongoOperations mongo;
    private final Clock clock;
    private final String keyId;
    private final Optional<RSAPublicKey> current;

    private volatile Instant written = Instant.MIN;

    JitsiKeys(MongoOperations mongo, Clock clock, String keyId, Optional<RSAPublicKey> current) {
        this.mongo = mongo;
        this.clock = clock;
        this.keyId = keyId;
        this.current = current;
    }

    /** Takes note that a token of the current key is good until then. */
    void usedUntil(Instant end) {
        if (current.isEmpty() || !end.isAfter(written)) {
            return;
        }
        Instant until = Instant.ofEpochSecond((end.getEpochSecond() / ROUND_SECONDS + 1) * ROUND_SECONDS);
        mongo.upsert(
                Query.query(Criteria.where("_id").is(keyId)),
                new Update().set("pem", RsaKeys.pem(current.get())).max("until", until),
                PublishedKey.class);
        written = until;
    }

    /** The one of that name in PEM, if tokens signed with it may be about. */
    Optional<String> pem(String wanted) {
        if (wanted.equals(keyId) && current.isPresent()) {
            return current.map(RsaKeys::pem);
        }
        return earlier().stream()
                .filter(key -> key.kid().equals(wanted))
                .map(PublishedKey::pem)
                .findFirst();
    }

    /** Names of all that are published. */
    List<String> names() {
        List<String> names =
                new ArrayList<>(earlier().stream().map(PublishedKey::kid).toList());
        current.ifPresent(key -> names.add(0, keyId));
        return names;
    }

    /** All of them as a JSON Web Key Set (RFC 7517 section 5). */
    JWKSet set() {
        return new JWKSet(names().stream()
                .flatMap(name -> pem(name).map(pem -> RsaKeys.publicKey(pem)).stream()
                        .map(key -> new RSAKey.Builder(key)
                                .keyID(name)
                                .keyUse(KeyUse.SIGNATURE)
                                .algorithm(JWSAlgorithm.RS256)
                                .build()))
                .map(key -> (JWK) key)
                .toList());
    }

    private List<PublishedKey> earlier() {
        Instant now = clock.instant();
        return mongo.findAll(PublishedKey.class).stream()
                .filter(key -> !(key.kid().equals(keyId) && current.isPresent()))
                .filter(key -> key.until().isAfter(now))
                .toList();
    }
}
