package org.passerelle.account.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.passerelle.account.AccountEnded;
import org.passerelle.account.PersonId;
import org.passerelle.platform.digest.Digests;
import org.passerelle.platform.text.Text;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The browsers in which people are signed in. One that is ended here is signed out on all nodes within five seconds. */
@Component
public class BrowserSessions {

    /** So many somebody has at once; with one more, the one that was seen least lately ends. */
    public static final int MOST = 20;

    private static final Duration CACHED = Duration.ofSeconds(5);
    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

    /** Of a session that a node has lost, as when it was switched off, nothing is told after so long. */
    private static final Duration KEPT = Duration.ofHours(12);

    private static final int LONGEST_BROWSER = 200;
    private static final int ID_BITS = 128;

    private final MongoTemplate mongo;
    private final Clock clock;
    private final Executor executor;
    private final Cache<String, BrowserSession> known =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(CACHED).build();
    private final Cache<String, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(BETWEEN_NOTES)
            .build();

    BrowserSessions(MongoTemplate mongo, Clock clock, @Qualifier("applicationTaskExecutor") Executor executor) {
        this.mongo = mongo;
        this.clock = clock;
        this.executor = executor;
    }

    /**
     * Somebody has signed in.
     *
     * @return the id of the session
     */
    public String begin(PersonId owner, String browser) {
        String id = Digests.randomText(ID_BITS);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        mongo.insert(new BrowserSession(id, owner.text(), Text.line(browser, LONGEST_BROWSER), now, now));
        // Of the others: the clock by which they were seen may be another node's, and ahead of ours.
        of(owner).stream().filter(each -> !each.id().equals(id)).skip(MOST - 1L).forEach(this::remove);
        return id;
    }

    /** Whether it has not been ended; notes that it was seen, in the background. */
    public boolean isOpen(String id) {
        boolean isOpen = known.get(id, key -> mongo.findById(key, BrowserSession.class)) != null;
        if (isOpen && noted.asMap().putIfAbsent(id, Boolean.TRUE) == null) {
            Instant now = clock.instant();
            executor.execute(
                    () -> mongo.updateFirst(byId(id), new Update().max("lastSeen", now), BrowserSession.class));
        }
        return isOpen;
    }

    /** One's own, the one seen last first. */
    public List<BrowserSession> of(PersonId owner) {
        Instant since = clock.instant().minus(KEPT);
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

    /** It is over by itself, as after half an hour of nothing. */
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
