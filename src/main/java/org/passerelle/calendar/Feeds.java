package org.passerelle.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.booking.BookingChanged;
import org.passerelle.calendar.FeedDocument.Content;
import org.passerelle.calendar.FeedDocument.Subject;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.DirectoryChanged;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Calendars under secret addresses. What happens on this node shows at the next fetch; what happens on another, a
 * revoked feed included, within ten seconds.
 */
@Component
public class Feeds {

    /** So many a person may have at once. */
    public static final int MOST = 200;

    private static final int TOKEN_BITS = 256;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Duration CACHED = Duration.ofSeconds(10);
    private static final long CACHED_BYTES = 32L << 20;

    /** A rendering, good only until anything changes on this node. */
    private record Rendering(String hash, long state) {}

    private final MongoTemplate mongo;
    private final Accounts accounts;
    private final Directories directories;
    private final RoomFeedWriter writer;
    private final FeedFetches fetches;
    private final Clock clock;
    private final AtomicLong state = new AtomicLong();
    private final Cache<Rendering, PublishedCalendar> cached = Caffeine.newBuilder()
            .maximumWeight(CACHED_BYTES)
            .weigher((Rendering key, PublishedCalendar calendar) -> calendar.body().length)
            .expireAfterWrite(CACHED)
            .build();

    Feeds(
            MongoTemplate mongo,
            Accounts accounts,
            Directories directories,
            RoomFeedWriter writer,
            FeedFetches fetches,
            Clock clock) {
        this.mongo = mongo;
        this.accounts = accounts;
        this.directories = directories;
        this.writer = writer;
        this.fetches = fetches;
        this.clock = clock;
    }

    /**
     * Makes a feed of a room; its token is in the answer and nowhere else.
     *
     * @param locale of the words that are ours
     * @return empty if {@code owner} has as many as a person may have
     */
    public Optional<Feed.Issued> ofRoom(PersonId owner, RoomId room, FeedDetail detail, Locale locale) {
        if (documentsOf(owner).size() >= MOST) {
            return Optional.empty();
        }
        Feed.Issued issued = new Feed.Issued(Secrets.random(96), Secrets.random(TOKEN_BITS));
        Subject subject = new Subject(FeedScope.ROOM, room.value(), detail, locale.toLanguageTag());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        mongo.insert(
                new FeedDocument(Secrets.sha256(issued.token()), issued.id(), owner.email(), subject, now, null, null));
        return Optional.of(issued);
    }

    /** One's own feeds, oldest first. */
    public List<Feed> of(PersonId owner) {
        return documentsOf(owner).stream()
                .map(FeedDocument::toFeed)
                .sorted(Comparator.comparing(Feed::createdAt).thenComparing(Feed::id))
                .toList();
    }

    /** Ends a feed of {@code owner}; false if they have none of that id. */
    public boolean revoke(PersonId owner, String id) {
        Optional<FeedDocument> feed = documentsOf(owner).stream()
                .filter(candidate -> candidate.publicId().equals(id))
                .findFirst();
        feed.ifPresent(document -> {
            mongo.remove(byHash(document.hash()), FeedDocument.class);
            state.incrementAndGet();
        });
        return feed.isPresent();
    }

    /** The calendar under a secret address, unless the address is unknown or its owner or room is gone. Counts the fetch. */
    public Optional<PublishedCalendar> fetch(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        String hash = Secrets.sha256(token);
        Optional<PublishedCalendar> calendar =
                Optional.ofNullable(cached.get(new Rendering(hash, state.get()), this::render));
        calendar.ifPresent(found -> fetches.note(hash, clock.instant()));
        return calendar;
    }

    @EventListener
    void on(BookingChanged event) {
        state.incrementAndGet();
    }

    @EventListener
    void on(DirectoryChanged event) {
        state.incrementAndGet();
    }

    private @Nullable PublishedCalendar render(Rendering rendering) {
        FeedDocument feed = mongo.findById(rendering.hash(), FeedDocument.class);
        if (feed == null) {
            return null;
        }
        Directory directory = directories.current();
        Optional<Room> room = directory.room(new RoomId(feed.subject().of()));
        Optional<Person> owner = accounts.person(new PersonId(feed.owner()));
        if (room.isEmpty() || owner.isEmpty()) {
            return null;
        }
        byte[] body = writer.write(feed, room.get(), owner.get(), directory);
        String etag = '"' + Secrets.sha256(body) + '"';
        return new PublishedCalendar(
                body, etag, since(feed, etag), feed.subject().of() + ".ics");
    }

    /**
     * Since when the feed has had these bytes. The latest change among its bookings would not do: when one is called off
     * it is gone, and with it the time of that change.
     */
    private Instant since(FeedDocument feed, String etag) {
        Content before = feed.content();
        if (before != null && before.etag().equals(etag)) {
            return before.since();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant since = before == null || now.isAfter(before.since())
                ? now
                : before.since().plusSeconds(1);
        Update update = new Update().set("content", new Content(etag, since));
        mongo.updateFirst(byHash(feed.hash()), update, FeedDocument.class);
        return since;
    }

    private List<FeedDocument> documentsOf(PersonId owner) {
        return mongo.find(Query.query(Criteria.where("owner").is(owner.email())), FeedDocument.class);
    }

    private static Query byHash(String hash) {
        return Query.query(Criteria.where("_id").is(hash));
    }
}
