package org.passerelle.calendar.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.calendar.feed.FeedDocument.StoredFeed;
import org.passerelle.calendar.feed.cache.FeedCaches;
import org.passerelle.platform.cache.NamedCaches;
import org.passerelle.platform.digest.Digests;
import org.springframework.stereotype.Component;

/**
 * Hands out feeds by their secret addresses. What happens on this node shows at the next fetch; what happens on another, a
 * revoked feed included, within a second.
 */
@Component
public class PublishedFeeds {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Duration CACHED = Duration.ofSeconds(1);
    private static final long CACHED_BYTES = 32L << 20;

    private record Key(String hash, boolean withOpeningHours) {}

    /** A calendar as handed out last, and what it was written from. */
    private record Copy(
            PublishedCalendar calendar, FeedReader reader, FeedCaches.CachedFeed cached, Instant goodUntil) {}

    private final FeedReaders readers;
    private final FeedCaches caches;
    private final FeedWriter writer;
    private final TaskFeedWriter taskWriter;
    private final FeedFetches fetches;
    private final Clock clock;
    private final Cache<Key, Copy> copies;

    PublishedFeeds(
            FeedReaders readers,
            FeedCaches caches,
            FeedWriter writer,
            TaskFeedWriter taskWriter,
            FeedFetches fetches,
            NamedCaches named,
            Clock clock) {
        this.copies = named.make(
                "feeds",
                Caffeine.newBuilder()
                        .maximumWeight(CACHED_BYTES)
                        .weigher((Key key, Copy copy) -> copy.calendar().body().length)
                        .expireAfterWrite(CACHED));
        this.readers = readers;
        this.caches = caches;
        this.writer = writer;
        this.taskWriter = taskWriter;
        this.fetches = fetches;
        this.clock = clock;
    }

    /**
     * The calendar under a secret address, unless the address is unknown or not its owner's to have any more. Counts the
     * fetch.
     *
     * @param withOpeningHours whether the calendar of a room also tells when the room is open
     */
    public Optional<PublishedCalendar> fetch(String token, boolean withOpeningHours) {
        Optional<String> hash = hash(token);
        Optional<PublishedCalendar> calendar =
                hash.flatMap(known -> current(new Key(known, withOpeningHours))).map(Copy::calendar);
        calendar.ifPresent(found -> fetches.note(hash.orElseThrow(), clock.instant()));
        return calendar;
    }

    /** Who an address was made for and about what, as {@link #fetch} finds it; counts the fetch. */
    Optional<FeedReader> reader(String token) {
        Optional<FeedReader> reader = hash(token).flatMap(hash -> readers.find(hash, false));
        reader.ifPresent(found -> fetches.note(found.feed().hash(), clock.instant()));
        return reader;
    }

    /** Reads and writes what the next fetch of a feed will want. */
    void prepare(String hash) {
        current(new Key(hash, false));
    }

    /** A feed that is no more. */
    void forget(FeedDocument feed) {
        copies.invalidate(new Key(feed.hash(), false));
        copies.invalidate(new Key(feed.hash(), true));
    }

    private static Optional<String> hash(String token) {
        return Optional.of(token).filter(TOKEN.asMatchPredicate()).map(Digests::base64Url);
    }

    private Optional<Copy> current(Key key) {
        Copy copy = copies.getIfPresent(key);
        return copy != null && isCurrent(copy)
                ? Optional.of(copy)
                : Optional.ofNullable(copies.asMap()
                        .compute(
                                key, (same, other) -> other != null && isCurrent(other) ? other : written(key, other)));
    }

    private boolean isCurrent(Copy copy) {
        return caches.isCurrent(copy.cached())
                && copy.reader().directory().version() == readers.directoryVersion()
                && clock.instant().isBefore(copy.goodUntil())
                && readers.isCurrent(copy.reader());
    }

    private @Nullable Copy written(Key key, @Nullable Copy before) {
        return readers.find(key.hash(), key.withOpeningHours())
                .map(reader -> written(reader, before))
                .orElse(null);
    }

    private Copy written(FeedReader reader, @Nullable Copy before) {
        FeedCaches.CachedFeed cached = caches.read(reader.topic().source(), reader.directory());
        FeedWriter.Written written = reader.feed().toSubject().scope() == FeedScope.TASKS
                ? taskWriter.write(reader, cached.contents())
                : writer.write(reader, cached.contents());
        PublishedCalendar calendar = new PublishedCalendar(
                written.body(),
                written.etag(),
                since(reader, written.etag(), before),
                written.leftOutFrom(),
                reader.topic().fileName());
        return new Copy(calendar, reader, cached, written.goodUntil());
    }

    /**
     * Since when the feed has said what it says. The latest change among its bookings would not do: when one is called off
     * it is gone, and with it the time of that change.
     */
    private Instant since(FeedReader reader, String etag, @Nullable Copy before) {
        if (before != null && before.calendar().etag().equals(etag)) {
            return before.calendar().lastModified();
        }
        StoredFeed last = reader.withOpeningHours() ? null : reader.feed().content();
        if (last != null && last.etag().equals(etag)) {
            return last.since();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant earliest = last == null ? now : last.since().plusSeconds(1);
        Instant since = now.isAfter(earliest) ? now : earliest;
        if (!reader.withOpeningHours()) {
            fetches.noteContent(reader.feed().hash(), new StoredFeed(etag, since));
        }
        return since;
    }
}
