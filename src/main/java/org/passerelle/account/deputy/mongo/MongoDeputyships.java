package org.passerelle.account.deputy.mongo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountEnded;
import org.passerelle.account.AccountId;
import org.passerelle.account.deputy.Deputyship;
import org.passerelle.account.deputy.Deputyships;
import org.passerelle.account.deputy.Principal;
import org.passerelle.platform.OwnerSlots;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Deputyships in the database. There are few of them and every request asks, so all are read at once and kept for five
 * seconds: no request reads any for itself.
 */
@Component
class MongoDeputyships implements Deputyships {

    private static final Duration CACHED = Duration.ofSeconds(1);

    /** Under which the one entry of the cache stands. */
    private static final String ALL = "all";

    private final MongoTemplate mongo;
    private final Cache<String, Map<AccountId, List<Deputyship>>> cached =
            Caffeine.newBuilder().expireAfterWrite(CACHED).build();

    MongoDeputyships(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<Deputyship> of(Principal principal) {
        return documentsOf(principal).stream()
                .sorted(Comparator.comparing(DeputyshipDocument::deputy))
                .flatMap(each -> each.toDeputyship().stream())
                .toList();
    }

    @Override
    public List<Deputyship> by(AccountId deputy) {
        return cached.get(ALL, key -> byDeputy()).getOrDefault(deputy, List.of());
    }

    @Override
    public List<Deputyship> all() {
        return cached.get(ALL, key -> byDeputy()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private Map<AccountId, List<Deputyship>> byDeputy() {
        return mongo.findAll(DeputyshipDocument.class).stream()
                .sorted(Comparator.comparing(DeputyshipDocument::id))
                .flatMap(each -> each.toDeputyship().stream())
                .collect(Collectors.groupingBy(Deputyship::deputy));
    }

    @Override
    public boolean put(Deputyship deputyship) {
        try {
            return isReplaced(deputyship) || isAdded(deputyship) || isReplaced(deputyship);
        } finally {
            cached.invalidateAll();
        }
    }

    /** Field by field: its number stays. */
    private boolean isReplaced(Deputyship deputyship) {
        DeputyshipDocument changed = DeputyshipDocument.of(deputyship, 0);
        Update update = new Update()
                .set("closely", changed.closely())
                .set("namedBy", changed.namedBy())
                .set("namedAt", changed.namedAt());
        set(update, "from", changed.from());
        set(update, "until", changed.until());
        return mongo.updateFirst(byId(changed.id()), update, DeputyshipDocument.class)
                        .getMatchedCount()
                > 0;
    }

    private static void set(Update update, String field, @Nullable Instant value) {
        if (value == null) {
            update.unset(field);
        } else {
            update.set(field, value);
        }
    }

    /** False if there is no room, or if somebody else has just added the same. */
    private boolean isAdded(Deputyship deputyship) {
        List<Integer> taken = documentsOf(deputyship.principal()).stream()
                .map(DeputyshipDocument::slot)
                .toList();
        return OwnerSlots.insert(MOST, taken, slot -> mongo.insert(DeputyshipDocument.of(deputyship, slot)));
    }

    @Override
    public void remove(Principal principal, AccountId deputy) {
        try {
            mongo.remove(byId(DeputyshipDocument.id(principal, deputy)), DeputyshipDocument.class);
        } finally {
            cached.invalidateAll();
        }
    }

    /** Whoever has no account stands in for nobody, and nobody for them. */
    @EventListener
    void on(AccountEnded ended) {
        try {
            mongo.remove(where("deputy", ended.id().text()), DeputyshipDocument.class);
            mongo.remove(
                    where("principal", new Principal.PersonPrincipal(ended.id()).text()), DeputyshipDocument.class);
        } finally {
            cached.invalidateAll();
        }
    }

    private List<DeputyshipDocument> documentsOf(Principal principal) {
        return mongo.find(where("principal", principal.text()), DeputyshipDocument.class);
    }

    private static Query byId(String id) {
        return where("_id", id);
    }

    private static Query where(String field, String value) {
        return Query.query(Criteria.where(field).is(value));
    }
}
