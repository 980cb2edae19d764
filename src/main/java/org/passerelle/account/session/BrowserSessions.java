package org.passerelle.account.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.passerelle.account.AccountEnded;
import org.passerelle.account.PersonId;
import org.passerelle.platform.digest.Digests;
import org.passerelle.platform.text.Text;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The browsers in which people are signed in, on all nodes: whichever is asked knows them, and none is lost with a node. One that is
 * ended is signed out here at once and on other nodes within a second.
 */
@Component
public class BrowserSessions {

    /** So many somebody has at once; with one more, the one that was seen least lately ends. */
    public static final int MOST = 20;

    private static final Duration CACHED = Duration.ofSeconds(1);
    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

    private static final int LONGEST_BROWSER = 200;
    private static final int ID_BITS = 128;
    private static final int LONGEST_COOKIE = 100;
    private static final char BEFORE_SECRET = '.';

    private final MongoTemplate mongo;
    private final Clock clock;
    private final Executor executor;
    private final Duration idle;
    private final Cache<String, BrowserSession> known =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(CACHED).build();
    private final Cache<String, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(BETWEEN_NOTES)
            .build();

    /** @param idle after so long without a request it is over, or up to a minute later */
    BrowserSessions(
            MongoTemplate mongo,
            Clock clock,
            @Qualifier("applicationTaskExecutor") Executor executor,
            @Value("${server.servlet.session.timeout:30m}") Duration idle) {
        this.mongo = mongo;
        this.clock = clock;
        this.executor = executor;
        this.idle = idle;
    }

    /**
     * A session that has just begun.
     *
     * @param cookie to be told to the browser and to nobody else: whoever has it is who signed in
     */
    public record Begun(String id, String cookie) {}

    /** Somebody has signed in, with the password of {@code stamp}. */
    public Begun begin(PersonId owner, String stamp, String browser) {
        String id = Digests.randomText(ID_BITS);
        String secret = Digests.randomText(ID_BITS);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        mongo.insert(new BrowserSession(
                id, Digests.hex(secret), owner.text(), stamp, Text.line(browser, LONGEST_BROWSER), now, now));
        // Of the others: the clock by which they were seen may be another node's, and ahead of ours.
        of(owner).stream().filter(each -> !each.id().equals(id)).skip(MOST - 1L).forEach(this::remove);
        return new Begun(id, id + BEFORE_SECRET + secret);
    }

    /** The one to which a cookie belongs, if it has not ended; notes that it was seen, in the background. */
    public Optional<BrowserSession> find(String cookie) {
        int end = cookie.indexOf(BEFORE_SECRET);
        if (end <= 0 || cookie.length() > LONGEST_COOKIE) {
            return Optional.empty();
        }
        byte[] digest = Digests.hex(cookie.substring(end + 1)).getBytes(StandardCharsets.US_ASCII);
        Optional<BrowserSession> found = open(cookie.substring(0, end))
                .filter(session -> Digests.same(digest, session.digest().getBytes(StandardCharsets.US_ASCII)));
        found.ifPresent(session -> noteSight(session.id()));
        return found;
    }

    /** Whether it has not ended; that somebody asks does not make it last longer. */
    public boolean isOpen(String id) {
        return open(id).isPresent();
    }

    private Optional<BrowserSession> open(String id) {
        Instant since = seenSince();
        return Optional.ofNullable(known.get(id, key -> mongo.findById(key, BrowserSession.class)))
                .filter(session -> !session.lastSeen().isBefore(since));
    }

    private void noteSight(String id) {
        if (noted.asMap().putIfAbsent(id, Boolean.TRUE) == null) {
            Instant now = clock.instant();
            executor.execute(
                    () -> mongo.updateFirst(byId(id), new Update().max("lastSeen", now), BrowserSession.class));
        }
    }

    private Instant seenSince() {
        return clock.instant().minus(idle).minus(BETWEEN_NOTES);
    }

    /** One's own, the one seen last first. */
    public List<BrowserSession> of(PersonId owner) {
        Instant since = seenSince();
        List<BrowserSession> all =
                mongo.find(Query.query(Criteria.where("owner").is(owner.text())), BrowserSession.class);
        all.stream().filter(each -> each.lastSeen().isBefore(since)).forEach(this::remove);
        return all.stream()
                .filter(each -> !each.lastSeen().isBefore(since))
                .sorted(Comparator.comparing(BrowserSession::lastSeen)
                        .thenComparing(BrowserSession::begun)
                        .reversed())
                .toList();
    }

    /** Ends one of {@code owner}; nothing happens if they have none of that id. */
    public void end(PersonId owner, String id) {
        end(owner, each -> each.id().equals(id));
    }

    /** Ends all of {@code owner} but the one with the id {@code but}. */
    public void endOthers(PersonId owner, String but) {
        end(owner, each -> !each.id().equals(but));
    }

    /** Its browser has signed out. */
    public void forget(String id) {
        mongo.remove(byId(id), BrowserSession.class);
        known.invalidate(id);
    }

    @EventListener
    void on(AccountEnded ended) {
        end(ended.id(), each -> true);
    }

    private void end(PersonId owner, Predicate<BrowserSession> those) {
        of(owner).stream().filter(those).forEach(this::remove);
    }

    private void remove(BrowserSession session) {
        forget(session.id());
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where("_id").is(id));
    }
}
