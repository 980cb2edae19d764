package org.passerelle.account.session;

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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.PersonId;
import org.passerelle.platform.OwnerSlots;
import org.passerelle.platform.digest.Digests;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The access tokens of everybody. A revoked token fails at once on this node and within a second on others. */
@Component
public class AccessTokens {

    /** Begins every token, so that people and secret scanners recognise one. */
    public static final String PREFIX = "ptk_";

    /** So many tokens may lead from a password to one. */
    static final int MOST_ANCESTORS = 8;

    /** So many a person may have at once, expired ones included. */
    static final int MOST = 100;

    private static final Duration CACHED = Duration.ofSeconds(1);
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

    /**
     * Makes a token of 256 random bits; the secret is in the answer and nowhere else. It ends with the password of {@code
     * owner}, and if they are here by a token, with that one, however it ends.
     *
     * @return refused if the tokens that led to it are {@link #MOST_ANCESTORS} already, or those of {@code owner} are {@link
     *     #MOST}
     */
    public AccessToken.Issue issue(SignedIn owner, String name, Optional<Instant> expiresAt) {
        List<String> family = owner.token().map(this::withAncestors).orElse(List.of());
        if (family.size() > MOST_ANCESTORS) {
            return AccessToken.Refused.TOO_DEEP;
        }
        String secret = PREFIX + Digests.randomText(256);
        String id = Digests.randomText(96);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        @Nullable Instant end = earliest(expiresAt, family);
        PersonId person = owner.person().id();
        boolean added = OwnerSlots.insert(
                MOST,
                documentsOf(person).stream().map(TokenDocument::slot).toList(),
                slot -> mongo.insert(new TokenDocument(
                        Digests.hex(secret),
                        slot,
                        id,
                        person.text(),
                        name,
                        now,
                        end,
                        null,
                        owner.stamp(),
                        family.isEmpty() ? null : family)));
        return added ? new AccessToken.Issued(id, secret) : AccessToken.Refused.TOO_MANY;
    }

    /** The token itself first, also when it has been revoked since the request began. */
    private List<String> withAncestors(String hash) {
        return Stream.concat(Stream.of(hash), token(hash).stream().flatMap(token -> token.ancestors().stream()))
                .toList();
    }

    private @Nullable Instant earliest(Optional<Instant> wanted, List<String> family) {
        return Stream.concat(
                        wanted.stream(),
                        family.stream()
                                .flatMap(each -> token(each).stream())
                                .flatMap(each -> Stream.ofNullable(each.expiresAt())))
                .min(Comparator.naturalOrder())
                .orElse(null);
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
        token.ifPresent(this::removeWithFamily);
        return token.isPresent();
    }

    /** What is made with it at this very moment is found dead when it is used. */
    private void removeWithFamily(TokenDocument token) {
        remove(token);
        documentsOf(token.accountId()).stream()
                .filter(other -> other.ancestors().contains(token.hash()))
                .forEach(this::remove);
    }

    /** Ends all tokens of {@code owner}. */
    public void revokeAll(PersonId owner) {
        documentsOf(owner).forEach(this::remove);
    }

    /** Empty if the token, or one that led to it, is unknown or has expired; notes the use in the background. */
    public Optional<TokenDocument> find(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        String hash = Digests.hex(secret);
        Optional<TokenDocument> token = token(hash).filter(found -> isGood(found, now));
        token.ifPresent(found -> noteUse(hash, now));
        return token;
    }

    private boolean isGood(TokenDocument token, Instant now) {
        return !token.isExpiredAt(now)
                && token.ancestors().stream()
                        .allMatch(each -> token(each)
                                .filter(ancestor -> !ancestor.isExpiredAt(now))
                                .isPresent());
    }

    private Optional<TokenDocument> token(String hash) {
        return Optional.ofNullable(cached.get(hash, key -> mongo.findById(key, TokenDocument.class)));
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
