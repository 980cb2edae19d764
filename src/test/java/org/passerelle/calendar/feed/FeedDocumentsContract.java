package org.passerelle.calendar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.account.PersonId;
import org.passerelle.booking.People;
import org.passerelle.calendar.feed.FeedDocument.FetchRecord;
import org.passerelle.calendar.feed.FeedDocument.StoredFeed;
import org.passerelle.calendar.feed.FeedDocument.StoredSubject;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.springframework.dao.DuplicateKeyException;

/** A feed is stored under the digest of its address; fetches are counted on whichever node they come. */
@FactsOf({FeedDocuments.class, FeedFetches.class})
public abstract class FeedDocumentsContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00.123Z");
    private static final PersonId CAMILLE = People.CAMILLE.id();

    private FeedDocuments feeds;

    @BeforeEach
    void begin() {
        feeds = new FeedDocuments(mongo());
    }

    private static FeedDocument feed(String hash, int slot, PersonId owner, Instant created) {
        StoredSubject subject = new StoredSubject(FeedScope.ROOM, "melun-seine", FeedDetail.FULL, "fr");
        return new FeedDocument(hash, slot, "id-" + hash, owner.text(), subject, created, null, null);
    }

    private static FeedDocument feed(String hash, int slot) {
        return feed(hash, slot, CAMILLE, NINE);
    }

    private FeedFetches node() {
        return new FeedFetches(mongo(), Runnable::run, Duration.ZERO);
    }

    @Test
    void findsAFeedByTheDigestOfItsAddress() {
        feeds.add(feed("a", 1));

        assertThat(feeds.find("a")).contains(feed("a", 1));
        assertThat(feeds.find("b")).isEmpty();
        assertThat(feeds.all()).containsExactly(feed("a", 1));
        feeds.remove(feed("a", 1));
        feeds.remove(feed("a", 1));
        assertThat(feeds.all()).isEmpty();
    }

    @Test
    void givesEachNumberOfAnOwnerToOneFeed() {
        feeds.add(feed("a", 1));
        feeds.add(feed("b", 1, People.LOUIS.id(), NINE));

        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> feeds.add(feed("c", 1)));

        assertThat(feeds.find("c")).isEmpty();
    }

    @Test
    void keepsItsOwnNumberIfAnotherHasTheOneThatItIsGiven() {
        feeds.add(feed("a", 1));
        feeds.add(feed("b", -1));

        feeds.number("b", 1);
        assertThat(feeds.find("b")).contains(feed("b", -1));
        feeds.number("b", 2);

        assertThat(feeds.find("b")).contains(feed("b", 2));
        feeds.number("gone", 3);
        assertThat(feeds.find("gone")).isEmpty();
    }

    @Test
    void listsTheFeedsOfAnOwnerTheOldestFirst() {
        feeds.add(feed("c", 1));
        feeds.add(feed("b", 2, CAMILLE, NINE.plusMillis(1)));
        feeds.add(feed("a", 3));
        feeds.add(feed("his", 1, People.LOUIS.id(), NINE));

        assertThat(feeds.ownedBy(CAMILLE)).extracting(FeedDocument::hash).containsExactly("a", "c", "b");
    }

    @Test
    void countsEachFetchOfEightNodesAndKeepsTheLatest() {
        feeds.add(feed("a", 1));

        Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    node().note("a", NINE.plusSeconds(8 - i));
                    return true;
                })
                .toList());

        assertThat(feeds.find("a").orElseThrow().fetched()).isEqualTo(new FetchRecord(8, NINE.plusSeconds(8)));
    }

    @Test
    void notesNoFetchOfAFeedThatIsGone() {
        node().note("gone", NINE);
        node().noteContent("gone", new StoredFeed("\"tag\"", NINE));

        assertThat(feeds.all()).isEmpty();
    }

    @Test
    void notesWhatItSaysBesideItsFetches() {
        feeds.add(feed("a", 1));
        node().note("a", NINE);

        node().noteContent("a", new StoredFeed("\"tag\"", NINE));

        FeedDocument stored = feeds.find("a").orElseThrow();
        assertThat(stored.content()).isEqualTo(new StoredFeed("\"tag\"", NINE));
        assertThat(stored.fetched()).isEqualTo(new FetchRecord(1, NINE));
    }
}
