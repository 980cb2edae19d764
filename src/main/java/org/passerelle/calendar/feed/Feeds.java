package org.passerelle.calendar.feed;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.account.AccountEnded;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.calendar.feed.FeedDocument.StoredSubject;
import org.passerelle.calendar.feed.FeedResult.Issued;
import org.passerelle.calendar.feed.FeedResult.Refused;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.directory.Directories;
import org.passerelle.platform.OwnerSlots;
import org.passerelle.platform.digest.Digests;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Calendars under secret addresses: everybody makes, moves and ends their own. {@link PublishedFeeds} hands them out. */
@Component
public class Feeds {

    /** So many a person may have at once. */
    public static final int MOST = 200;

    private static final int TOKEN_BITS = 256;
    private static final int MOST_TRIES = 10;
    private static final int ID_BITS = 96;

    private final FeedDocuments documents;
    private final FeedTopics topics;
    private final Directories directories;
    private final PublishedFeeds published;
    private final FeedWarming warming;
    private final Clock clock;

    Feeds(
            FeedDocuments documents,
            FeedTopics topics,
            Directories directories,
            PublishedFeeds published,
            FeedWarming warming,
            Clock clock) {
        this.documents = documents;
        this.topics = topics;
        this.directories = directories;
        this.published = published;
        this.warming = warming;
        this.clock = clock;
    }

    /**
     * Makes a feed; its token is in the answer and nowhere else.
     *
     * @param locale of the words that are ours
     */
    public FeedResult make(Person owner, FeedSubject subject, FeedDetail detail, Locale locale) {
        if (!FeedTopics.isOpenTo(owner, subject)) {
            return new Refused(FeedRefusal.NOT_YOURS);
        }
        if (topics.find(subject, directories.current()).isEmpty()) {
            return new Refused(FeedRefusal.UNKNOWN);
        }
        if (!subject.scope().isOfBookings() && detail == FeedDetail.BUSY) {
            return new Refused(FeedRefusal.TELLS_NOTHING);
        }
        StoredSubject stored = new StoredSubject(subject.scope(), subject.of(), detail, locale.toLanguageTag());
        Issued issued = new Issued(Digests.randomText(ID_BITS), Digests.randomText(TOKEN_BITS));
        boolean added = OwnerSlots.insert(
                MOST,
                documents.ownedBy(owner.id()).stream().map(FeedDocument::slot).toList(),
                slot -> add(issued, slot, owner.id(), stored));
        return added ? issued : new Refused(FeedRefusal.TOO_MANY);
    }

    /**
     * Gives a feed of {@code owner} another address; the old one is unknown from now on. For programs that know only this
     * way of fetching a calendar anew, and for addresses that have got about. Fetches are counted anew.
     *
     * @return empty if they have none of that id
     */
    public Optional<Issued> rotate(PersonId owner, String id) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            List<FeedDocument> before = withId(owner, id);
            if (before.isEmpty()) {
                break;
            }
            Issued issued = new Issued(id, Digests.randomText(TOKEN_BITS));
            int slot = Math.abs(before.get(0).slot());
            try {
                // First the new one: after a crash in between there are two addresses, of which the owner can end both.
                add(issued, -slot, owner, before.get(0).subject());
                settle(owner, id, Digests.base64Url(issued.token()), slot);
                return Optional.of(issued);
            } catch (DuplicateKeyException another) {
                // One that is under way or was interrupted is brought to its end first.
                withId(owner, id).stream()
                        .filter(each -> each.slot() < 0)
                        .forEach(each -> settle(owner, id, each.hash(), Math.abs(each.slot())));
            }
        }
        return Optional.empty();
    }

    /** The newest address stands below zero until those before it have ended. Whoever repeats this changes nothing. */
    private void settle(PersonId owner, String id, String newest, int slot) {
        List<FeedDocument> now = withId(owner, id);
        if (now.stream().noneMatch(each -> each.hash().equals(newest))) {
            return; // a later one has followed it already
        }
        now.stream()
                .filter(each -> each.slot() > 0 && !each.hash().equals(newest))
                .forEach(this::end);
        documents.number(newest, slot);
    }

    private void add(Issued issued, int slot, PersonId owner, StoredSubject subject) {
        FeedDocument document = new FeedDocument(
                Digests.base64Url(issued.token()),
                slot,
                issued.id(),
                owner.text(),
                subject,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null,
                null);
        documents.add(document);
        warming.prepare(document);
    }

    /** One's own feeds, oldest first. */
    public List<Feed> of(PersonId owner) {
        return documents.ownedBy(owner).stream()
                .map(FeedDocument::toFeed)
                .collect(Collectors.toMap(Feed::id, feed -> feed, (older, newer) -> newer, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** What can have a feed, by what people call it: an organisation by its name, a person by their address. */
    public FeedSubject subject(FeedScope scope, String called) {
        return topics.subject(scope, called);
    }

    /** The reverse of {@link #subject}. */
    public String called(Feed feed) {
        return topics.called(new FeedSubject(feed.scope(), feed.of()));
    }

    /** What a feed is called to people; its id if that is gone. */
    public String nameOf(Feed feed) {
        return topics.find(new FeedSubject(feed.scope(), feed.of()), directories.current())
                .map(FeedTopic::name)
                .orElseGet(() -> called(feed));
    }

    /** Ends a feed of {@code owner}; false if they have none of that id. */
    public boolean revoke(PersonId owner, String id) {
        List<FeedDocument> feeds = withId(owner, id);
        feeds.forEach(this::end);
        return !feeds.isEmpty();
    }

    /** They were dead already, as their owner is gone; nothing is kept of them. */
    @EventListener
    void on(AccountEnded ended) {
        documents.ownedBy(ended.id()).forEach(this::end);
    }

    private void end(FeedDocument feed) {
        documents.remove(feed);
        published.forget(feed);
    }

    private List<FeedDocument> withId(PersonId owner, String id) {
        return documents.ownedBy(owner).stream()
                .filter(document -> document.publicId().equals(id))
                .toList();
    }
}
