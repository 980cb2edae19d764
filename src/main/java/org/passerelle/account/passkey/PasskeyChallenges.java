package org.passerelle.account.passkey;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.passerelle.platform.StoredKey;
import org.passerelle.platform.digest.Digests;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * What devices are asked to sign (WebAuthn section 13.4.3). A challenge says itself until when it is good and bears a signature of
 * ours, so that nothing is kept for the many who open a page and leave; those that were answered are kept until then, so
 * that each is answered once, on whichever node.
 */
@Component
class PasskeyChallenges {

    static final String COLLECTION = "passkey_challenges";
    static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private static final int BITS = 192;

    /** Longer than any that we make. */
    private static final int LONGEST = 200;

    /** One that was answered; nobody answers it again before it has ended. */
    @Document(COLLECTION)
    record SpentChallenge(@Id String digest, Instant until) {}

    private final MongoTemplate mongo;
    private final StoredKey key;
    private final Clock clock;

    PasskeyChallenges(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.key = new StoredKey(mongo, "passkeys");
        this.clock = clock;
    }

    /** @param purpose what the answer is good for */
    byte[] make(String purpose) {
        String said =
                Digests.randomText(BITS) + "." + clock.instant().plus(GOOD_FOR).getEpochSecond();
        return (said + "." + signature(said, purpose)).getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether it is ours, made for {@code purpose}, still good, and answered for the first time; from now on it is not. */
    boolean isTaken(byte[] challenge, String purpose) {
        String text = new String(challenge, StandardCharsets.US_ASCII);
        int end = text.lastIndexOf('.');
        if (challenge.length > LONGEST || end < 0) {
            return false;
        }
        String said = text.substring(0, end);
        byte[] ours = signature(said, purpose).getBytes(StandardCharsets.US_ASCII);
        if (!Digests.same(ours, text.substring(end + 1).getBytes(StandardCharsets.US_ASCII))) {
            return false;
        }
        // What is signed ends with a number.
        Instant until = Instant.ofEpochSecond(Long.parseLong(said.substring(said.lastIndexOf('.') + 1)));
        return clock.instant().isBefore(until) && isFirst(said, until);
    }

    private boolean isFirst(String said, Instant until) {
        mongo.remove(Query.query(Criteria.where("until").lt(clock.instant())), SpentChallenge.class);
        try {
            mongo.insert(new SpentChallenge(Digests.hex(said), until));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private String signature(String said, String purpose) {
        byte[] mac = Digests.hmac(key.get(), (purpose + "\n" + said).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }
}
