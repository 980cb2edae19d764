package org.passerelle.conference.jitsi;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.Together;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** A key that was replaced is published until the last token that any node signed with it is over. */
@FactsOf(JitsiKeys.class)
public abstract class JitsiKeysContract extends StoreContract {

    private static final int SHORT_BITS = 1024;
    private static final RSAPublicKey KEY = key();

    private final MutableClock clock = new MutableClock();

    private static RSAPublicKey key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(SHORT_BITS);
            return (RSAPublicKey) generator.generateKeyPair().getPublic();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private JitsiKeys node(String keyId) {
        return new JitsiKeys(mongo(), clock, keyId, Optional.of(KEY));
    }

    private JitsiKeys withoutKey() {
        return new JitsiKeys(mongo(), clock, "none", Optional.empty());
    }

    @Test
    void isPublishedUntilTheLastTokenIsOverAfterItWasReplaced() {
        Instant end = clock.instant().plus(Duration.ofHours(1));
        node("old").usedUntil(end);

        JitsiKeys replaced = node("new");

        assertThat(replaced.names()).containsExactly("new", "old");
        assertThat(replaced.pem("old")).contains(RsaKeys.pem(KEY));
        clock.advance(Duration.ofHours(7));
        assertThat(replaced.names()).containsExactly("new");
        assertThat(replaced.pem("old")).isEmpty();
    }

    @Test
    void isKeptUntilTheLatestEndThatAnyOfEightNodesHasNoted() {
        Instant now = clock.instant();

        Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    node("key").usedUntil(now.plus(Duration.ofDays(8 - i)));
                    return true;
                })
                .toList());

        assertThat(documents("jitsi_keys").find().map(key -> key.getDate("until")))
                .singleElement()
                .satisfies(until -> assertThat(until).isAfter(Date.from(now.plus(Duration.ofDays(8)))));
    }

    @Test
    void isNotedOnceForAllTokensThatEndBeforeWhatWasNoted() {
        JitsiKeys keys = node("key");
        Instant now = clock.instant();
        keys.usedUntil(now.plus(Duration.ofDays(1)));
        documents("jitsi_keys").deleteMany(new Document());

        keys.usedUntil(now.plus(Duration.ofHours(2)));

        assertThat(documents("jitsi_keys").countDocuments()).isZero();
    }

    @Test
    void isNotedByNobodyWithoutAKey() {
        withoutKey().usedUntil(clock.instant().plus(Duration.ofDays(1)));

        assertThat(withoutKey().names()).isEmpty();
        assertThat(documents("jitsi_keys").countDocuments()).isZero();
    }
}
