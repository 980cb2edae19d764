package org.passerelle.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.Together;
import org.passerelle.booking.People;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.platform.digest.Digests;

/** A token is stored under its digest, ends for all nodes, and its owner has no more than so many. */
@FactsOf(AccessTokens.class)
public abstract class AccessTokensContract extends StoreContract {

    private static final SignedIn CAMILLE = new SignedIn(People.CAMILLE, "stamp", Optional.empty());

    private final MutableClock clock = new MutableClock();
    private AccessTokens tokens;

    @BeforeEach
    void begin() {
        tokens = anotherNode();
    }

    private AccessTokens anotherNode() {
        return new AccessTokens(mongo(), clock, Runnable::run);
    }

    private AccessToken.Issued issued(SignedIn owner, String name) {
        return (AccessToken.Issued) tokens.issue(owner, name, Optional.empty());
    }

    private static String owner() {
        return People.CAMILLE.id().text();
    }

    @Test
    void findsATokenByItsSecretWhichIsStoredNowhere() {
        Instant end = clock.instant().plus(Duration.ofDays(1));
        var issued = (AccessToken.Issued) tokens.issue(CAMILLE, "Écran 🖥", Optional.of(end));

        assertThat(anotherNode().find(issued.secret()))
                .map(TokenDocument::publicId)
                .contains(issued.id());
        assertThat(documents("tokens").find().first().toJson()).doesNotContain(issued.secret());
        assertThat(tokens.of(People.CAMILLE.id()))
                .singleElement()
                .satisfies(token -> assertThat(token.name()).isEqualTo("Écran 🖥"))
                .satisfies(token -> assertThat(token.expiresAt()).contains(end));
        clock.advance(Duration.ofDays(1));
        assertThat(tokens.find(issued.secret())).isEmpty();
    }

    @Test
    void givesTheLastTwoPlacesToTwoOfEightWhoAskAtOnce() {
        mongo().insertAll(IntStream.rangeClosed(1, AccessTokens.MOST - 2)
                .mapToObj(slot -> new TokenDocument(
                        "hash" + slot, slot, "id" + slot, owner(), "Old", clock.instant(), null, null, "stamp", null))
                .toList());

        List<AccessToken.Issue> issues = Together.all(IntStream.range(0, 8)
                .<Callable<AccessToken.Issue>>mapToObj(i -> () -> anotherNode().issue(CAMILLE, "New", Optional.empty()))
                .toList());

        assertThat(issues).filteredOn(AccessToken.Issued.class::isInstance).hasSize(2);
        assertThat(issues).filteredOn(AccessToken.Refused.class::isInstance).containsOnly(AccessToken.Refused.TOO_MANY);
        assertThat(tokens.of(People.CAMILLE.id())).hasSize(AccessTokens.MOST);
    }

    @Test
    void countsTheTokensOfEachOwnerApart() {
        issued(CAMILLE, "Hers");

        issued(new SignedIn(People.LOUIS, "stamp", Optional.empty()), "His");

        assertThat(documents("tokens").find().map(token -> token.getInteger("slot")))
                .containsOnly(1);
    }

    @Test
    void endsATokenWithThoseThatWereMadeWithItAndNoOther() {
        AccessToken.Issued first = issued(CAMILLE, "First");
        AccessToken.Issued made =
                issued(new SignedIn(People.CAMILLE, "stamp", Optional.of(Digests.hex(first.secret()))), "Made with it");
        AccessToken.Issued other = issued(CAMILLE, "Other");

        assertThat(tokens.revoke(People.LOUIS.id(), first.id())).isFalse();
        assertThat(tokens.revoke(People.CAMILLE.id(), first.id())).isTrue();
        assertThat(tokens.revoke(People.CAMILLE.id(), first.id())).isFalse();

        assertThat(anotherNode().find(first.secret())).isEmpty();
        assertThat(anotherNode().find(made.secret())).isEmpty();
        assertThat(anotherNode().find(other.secret())).isPresent();
        tokens.revokeAll(People.CAMILLE.id());
        assertThat(documents("tokens").countDocuments()).isZero();
    }

    @Test
    void notesTheLatestUseWhicheverNodeWritesLast() {
        AccessToken.Issued issued = issued(CAMILLE, "Used");
        clock.advance(Duration.ofMinutes(5));
        Instant latest = clock.instant();
        anotherNode().find(issued.secret());
        clock.advance(Duration.ofMinutes(-2));

        anotherNode().find(issued.secret());

        assertThat(tokens.of(People.CAMILLE.id()))
                .singleElement()
                .satisfies(token -> assertThat(token.lastUsedAt()).contains(latest));
    }

    @Test
    void notesNoUseOfATokenThatWasRevokedMeanwhile() {
        AccessToken.Issued issued = issued(CAMILLE, "Gone");
        AccessTokens late = new AccessTokens(mongo(), clock, use -> {
            tokens.revokeAll(People.CAMILLE.id());
            use.run();
        });

        late.find(issued.secret());

        assertThat(documents("tokens").countDocuments()).isZero();
    }

    @Test
    void readsATokenWithoutWhatIsOptional() {
        documents("tokens").insertOne(Document.parse("""
                {_id: "%s", slot: 3, publicId: "old", owner: "%s", name: "Old", stamp: "stamp",
                 createdAt: {$date: "2025-01-01T09:00:00Z"}}""".formatted(Digests.hex("ptk_old"), owner())));

        assertThat(tokens.find("ptk_old")).map(TokenDocument::publicId).contains("old");
        assertThat(issued(CAMILLE, "New").id()).isNotEqualTo("old");
    }
}
