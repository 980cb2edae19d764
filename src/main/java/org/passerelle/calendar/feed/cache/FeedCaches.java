package org.passerelle.calendar.feed.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.store.BookingWrite;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.calendar.write.AttendeeAnswers;
import org.passerelle.directory.Directory;
import org.passerelle.platform.StoreAccess;
import org.passerelle.platform.cache.NamedCaches;
import org.passerelle.time.Interval;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the bookings that feeds show in memory, within bounds for each cache and for all, and hears of every write: so a feed that is fetched again
 * reads what has changed and nothing else.
 */
@Component
public class FeedCaches implements Occupancy.Follower {

    public static final Duration BACK = Duration.ofDays(30);
    public static final Duration AHEAD = Duration.ofDays(365);

    /** For so long the same cache serves, although its feeds' windows move on every day. */
    private static final long DAYS_A_CACHE = 32;

    private static final long SECONDS_A_CACHE = Duration.ofDays(DAYS_A_CACHE).toSeconds();
    /** How late an answer that another node took may show. */
    private static final Duration DOUBTED = Duration.ofMinutes(5);

    private static final long MOST_BYTES = 64L << 20;

    /** Nobody fetches a feed so seldom whom it would help that its bookings are known. */
    private static final Duration UNREAD = Duration.ofDays(2);

    /** @param directory the version by whose words its events are written */
    record Key(FeedSource source, long period, long directory) {

        Interval window() {
            Instant first = Instant.ofEpochSecond(period * SECONDS_A_CACHE);
            return Interval.of(first.minus(BACK), first.plus(AHEAD).plus(Duration.ofDays(DAYS_A_CACHE)));
        }
    }

    /** What was found in a cache. */
    public record CachedFeed(Key key, FeedCache cache, FeedCache.Contents contents) {}

    private final ReadingBookings bookings;
    private final Clock clock;
    private final AttendeeAnswers answers;
    private final StoreAccess access;
    private final Cache<Key, FeedCache> caches;
    private final CachesBySource bySource = new CachesBySource();

    FeedCaches(
            Occupancy occupancy,
            ReadingBookings bookings,
            ObjectProvider<AttendeeAnswers> answers,
            StoreAccess access,
            NamedCaches named,
            Clock clock) {
        this.bookings = bookings;
        this.clock = clock;
        this.answers = asked ->
                answers.stream().findFirst().map(knows -> knows.of(asked)).orElseGet(Map::of);
        this.access = access;
        this.caches = named.make(
                "feed-bookings",
                Caffeine.newBuilder()
                        .maximumWeight(MOST_BYTES)
                        .expireAfterAccess(UNREAD)
                        .weigher((Key key, FeedCache cache) -> cache.weight())
                        .executor(Runnable::run)
                        .removalListener(this::gone));
        occupancy.follow(this);
    }

    /** The bookings of {@code source} around today, as they are stored now. */
    public CachedFeed read(FeedSource source, Directory directory) {
        Key key =
                new Key(source, Math.floorDiv(clock.instant().getEpochSecond(), SECONDS_A_CACHE), directory.version());
        if (caches.getIfPresent(key) == null) {
            caches.asMap()
                    .keySet()
                    .removeIf(other ->
                            other.source().equals(source) && !other.equals(key)); // of other days or directories
        }
        FeedCache cache = Objects.requireNonNull(caches.get(key, this::fresh));
        if (access == StoreAccess.SHARED) {
            cache.doubtAnswers(clock.instant(), DOUBTED);
        }
        int before = cache.weight();
        FeedCache.Contents contents = cache.read(bookings, clock.instant());
        if (cache.weight() != before) {
            caches.asMap().computeIfPresent(key, (same, present) -> present); // weighs it again
        }
        return new CachedFeed(key, cache, contents);
    }

    private FeedCache fresh(Key key) {
        FeedCache cache = new FeedCache(key.source(), key.window(), answers);
        bySource.add(cache);
        return cache;
    }

    /** Whoever still reads it will find that it is no longer current. */
    private void gone(@Nullable Key key, @Nullable FeedCache cache, RemovalCause cause) {
        if (cache != null && cause != RemovalCause.REPLACED) {
            bySource.remove(cache);
        }
    }

    /** Whether nothing has changed since it was read. */
    public boolean isCurrent(CachedFeed cached) {
        return cached.cache().isAsOf(cached.contents().asOf()) && caches.getIfPresent(cached.key()) == cached.cache();
    }

    @EventListener
    void on(AttendeeAnswers.Changed event) {
        bySource.concernedBy(Stream.of(event.booking()))
                .forEach(cache -> cache.heardAnswer(event.booking().id().root()));
    }

    @Override
    public void wrote(Holding holding) {
        bySource.all().forEach(cache -> cache.heardOf(holding));
    }

    @Override
    public void wrote(Holding holding, BookingWrite write) {
        bySource.concernedBy(write.changed()).forEach(cache -> cache.heardOf(write.root()));
    }

    /** What other nodes write is fetched for those who keep all of it, and is then told here as well. */
    @Override
    public boolean knows(String root, long version) {
        return true;
    }
}
