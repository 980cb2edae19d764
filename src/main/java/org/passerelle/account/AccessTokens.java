package org.passerelle.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.passerelle.platform.digest.Digests;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The access tokens of everybody. A revoked token fails at once on this node and within five seconds on others. */
@Component
public class AccessTokens {

    /** Begins every token, so that people and secret scanners recognise one. */
    public static final String PREFIX = "ptk_";

    private static final Duration CACHED = Duration.ofSeconds(5);
    private static final Duration BETWEEN_NOTES_OF_USE = Duration.ofMinutes(1);

    private final MongoTemplate mongo;
    private final Clock clock;
    private final Executor executor;
    private final Cache<String, TokenDocument> cached =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(CACHED).build();
    private final Cache<String, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(BETWEEN_NOTES_OF_USE)
            .build();

    AccessTokens(MongoTemplate mongo, Clock clock, @Qualifier("applicationTaskExecutor") Executor executor) {
        this.mongo = mongo;
        this.clock = clock;
        this.executor = executor;
    }

    /** Makes a token of 256 random bits; the secret is in the answer and nowhere else. */
    public AccessToken.Issued issue(PersonId owner, String name, Optional<Instant> expiresAt) {
        String secret = PREFIX + Digests.randomText(256);
        String id = Digests.randomText(96);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        mongo.insert(
                new TokenDocument(Digests.hex(secret), id, owner.text(), name, now, expiresAt.orElse(null), null));
        return new AccessToken.Issued(id, secret);
    }

    /** One's own tokens, oldest first, expired ones included. */
    public List<AccessToken> of(PersonId owner) {
        return documentsOf(owner).stream()
                .sorted(Comparator.comparing(TokenDocument::createdAt).thenComparing(TokenDocument::publicId))
                .map(token -> new AccessToken(
                        token.publicId(),
                        token.name(),
                        token.createdAt(),
                        Optional.ofNullable(token.expiresAt()),
                        Optional.ofNullable(token.lastUsedAt())))
                .toList();
    }

    /** Ends a token of {@code owner}; false if they have none of that id. */
    public boolean revoke(PersonId owner, String id) {
        Optional<TokenDocument> token = documentsOf(owner).stream()
                .filter(candidate -> candidate.publicId().equals(id))
                .findFirst();
        token.ifPresent(this::remove);
        return token.isPresent();
    }

    void revokeAll(PersonId owner) {
        documentsOf(owner).forEach(this::remove);
    }

    /** Whose token this is, unless it is unknown or has expired; notes the use in the background. */
    Optional<PersonId> ownerOf(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        String hash = Digests.hex(secret);
        TokenDocument token = cached.get(hash, key -> mongo.findById(key, TokenDocument.class));
        if (token == null || token.isExpiredAt(now)) {
            return Optional.empty();
        }
        noteUse(hash, now);
        return Optional.of(new AccountId(token.owner()));
    }

    private void noteUse(String hash, Instant now) {
        if (noted.asMap().putIfAbsent(hash, Boolean.TRUE) == null) {
            executor.execute(
                    () -> mongo.updateFirst(byHash(hash), new Update().max("lastUsedAt", now), TokenDocument.class));
        }
    }

    private List<TokenDocument> documentsOf(PersonId owner) {
        return mongo.find(Query.query(Criteria.where("owner").is(owner.text())), TokenDocument.class);
    }

    private void remove(TokenDocument token) {
        mongo.remove(byHash(token.hash()), TokenDocument.class);
        cached.invalidate(token.hash());
    }

    private static Query byHash(String hash) {
        return Query.query(Criteria.where("_id").is(hash));
    }
}
