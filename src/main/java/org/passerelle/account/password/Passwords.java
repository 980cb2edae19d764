package org.passerelle.account.password;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.BooleanSupplier;
import org.passerelle.platform.digest.Digests;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords. A check costs a bcrypt, tens of milliseconds, so one that succeeded is remembered for some
 * minutes: under a keyed digest of the password and the stored hash together, which a new password makes unreachable.
 */
@Component
public class Passwords {

    /** Of 256 random bits that were thrown away: no password has it. At hand because a hash takes long when all is cold. */
    private static final String HASH_OF_NOBODY = "{bcrypt}$2a$10$ajQ41e1zXd0qTHfhBRDqrePEvL9HvrYE.wvmdYCj9dhyeMIRI/E/a";

    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final PasswordEncoder encoder;
    private final Cache<String, Boolean> verified = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(REMEMBERED)
            .build();
    private final byte[] key;

    Passwords() {
        this(PasswordEncoderFactories.createDelegatingPasswordEncoder());
    }

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.key = Digests.randomBytes(32);
    }

    public String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalArgumentException("No password to hash");
        }
        return hash;
    }

    public boolean matches(String password, String storedHash) {
        return matches(password, storedHash, BooleanSupplier::getAsBoolean);
    }

    /** Concurrent checks of one password wait for the first of them. */
    public boolean matches(String password, String storedHash, HashingLimit limit) {
        if (PasswordRules.isTooLong(password)) {
            return wasteTheUsualTime("too long", limit);
        }
        // A mismatch is null and so never remembered: guesses must not fill the memory.
        Boolean match = verified.get(
                digest(password, storedHash),
                unused -> limit.run(() -> encoder.matches(password, storedHash)) ? Boolean.TRUE : null);
        return match != null;
    }

    /** Takes as long as a wrong password does, so that timing does not tell who has an account. Always false. */
    public boolean wasteTheUsualTime(String password, HashingLimit limit) {
        limit.run(() -> encoder.matches(PasswordRules.isTooLong(password) ? "too long" : password, HASH_OF_NOBODY));
        return false;
    }

    private String digest(String password, String storedHash) {
        byte[] both = (storedHash + "\0" + password).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(Digests.hmac(key, both));
    }
}
