package org.passerelle.account.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Role;
import org.passerelle.platform.digest.Digests;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Sees to it that the network keeps an administrator. Whoever may lose that role is first marked in the store as leaving, and only
 * then are the others looked at, of whom those count who are not leaving themselves. So of two that leave at once, on whatever nodes,
 * at least one sees the other's mark and stays; and a mark must still be there when the role is taken.
 */
@Component
class RemainingAdministrator {

    /** For so long a mark is believed that nobody takes away; who made it has died, and it is taken away before it is passed over. */
    private static final Duration BELIEVED = Duration.ofMinutes(1);

    private static final int MOST_TRIES = 20;
    private static final String MARK = "leaving";
    private static final String TOKEN = MARK + ".token";

    private final MongoTemplate mongo;
    private final Clock clock;

    RemainingAdministrator(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** What came of a change that takes a role away. */
    enum Departure {
        DONE,
        /** Nobody else administers the network. */
        LAST_ADMINISTRATOR,
        /** The account has ended meanwhile, or is not any more as it was read. */
        GONE
    }

    /** An administrator as this rule sees them. */
    @Document("people")
    record Administrator(@Id String id, @Nullable LeavingMark leaving) {}

    /** @param token of the one who set it */
    record LeavingMark(String token, Instant since) {}

    /** The same of whatever they are as long as the account has not ended. */
    Departure leave(PersonDocument person, Update change) {
        return leave(person, () -> MongoAccounts.those(person, false), change);
    }

    /**
     * Makes {@code change} to {@code person}, who does not administer the network afterwards, unless nobody would then.
     *
     * @param those what must be so of their document for that, its id included
     */
    Departure leave(PersonDocument person, Supplier<Criteria> those, Update change) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            String token = Digests.randomText(96);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            if (!update(those.get(), new Update().set(MARK, new LeavingMark(token, now)))) {
                return Departure.GONE;
            }
            Criteria marked = those.get().and(TOKEN).is(token);
            List<Administrator> all = administrators();
            boolean administers = all.stream().anyMatch(each -> each.id().equals(person.id()));
            List<Administrator> others =
                    all.stream().filter(each -> !each.id().equals(person.id())).toList();
            if (administers && others.stream().noneMatch(each -> remains(each, now))) {
                update(marked, new Update().unset(MARK));
                if (others.isEmpty()) {
                    return Departure.LAST_ADMINISTRATOR;
                }
            } else if (update(marked, change.unset(MARK))) {
                return Departure.DONE;
            }
        }
        return Departure.LAST_ADMINISTRATOR;
    }

    private List<Administrator> administrators() {
        Criteria those = Criteria.where("role")
                .is(Role.NETWORK_ADMINISTRATOR.name())
                .and("ended")
                .is(null);
        return mongo.find(Query.query(those), Administrator.class);
    }

    private boolean remains(Administrator other, Instant now) {
        Optional<LeavingMark> mark = Optional.ofNullable(other.leaving());
        return mark.isEmpty()
                || mark.filter(left -> left.since().plus(BELIEVED).isBefore(now))
                        .filter(left -> update(
                                Criteria.where("_id")
                                        .is(other.id())
                                        .and("role")
                                        .is(Role.NETWORK_ADMINISTRATOR.name())
                                        .and(TOKEN)
                                        .is(left.token()),
                                new Update().unset(MARK)))
                        .isPresent();
    }

    private boolean update(Criteria those, Update change) {
        return mongo.updateFirst(Query.query(those), change, PersonDocument.class)
                        .getMatchedCount()
                > 0;
    }
}
