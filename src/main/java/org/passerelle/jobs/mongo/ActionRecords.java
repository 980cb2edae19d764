package org.passerelle.jobs.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.due.DueTime;
import org.passerelle.platform.StoreAccess;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * What was done when it was due. A record is claimed before anything is done, by an insert that only one node can make; who
 * crashes with a claim leaves it to whoever comes when it has run out.
 */
@Component
public class ActionRecords {

    static final String COLLECTION = "dueActions";

    /** How long a claim holds; what is done takes seconds. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private static final String VERSION = "version";

    /** Records that are asked for in one query. */
    private static final int AT_ONCE = 500;

    private final MongoOperations mongo;
    private final StoreAccess access;

    /** Another at each start, so that a claim of a run before is known as such. */
    private final String me = UUID.randomUUID().toString();

    public ActionRecords(MongoOperations mongo, StoreAccess access) {
        this.mongo = mongo;
        this.access = access;
    }

    /**
     * The right to do something, or why not.
     *
     * @param isMine whether it may be done now
     * @param version of the record, of which the next write is the next
     * @param tries how often it has been tried, this time included
     * @param again when to ask again; empty if it is done, or may be done now
     */
    public record ActionClaim(String key, boolean isMine, long version, int tries, Optional<Instant> again) {

        static ActionClaim notMine(String key, Optional<Instant> again) {
            return new ActionClaim(key, false, 0, 0, again);
        }
    }

    /** How far it has come. */
    public enum ActionState {
        CLAIMED,
        /** There was nothing to do any more, or it was done. */
        DONE,
        /** It is tried again. */
        FAILED,
        /** It was too late. */
        DROPPED
    }

    /**
     * One record.
     *
     * @param at when it was due
     * @param changed when it came to this state
     * @param hasDone whether there was something to do
     * @param problem why it failed last; empty if it did not
     */
    public record ActionRecord(
            String key,
            String kind,
            String booking,
            Instant at,
            ActionState state,
            Instant changed,
            int tries,
            boolean hasDone,
            String problem) {}

    public ActionClaim claim(String key, String kind, DueTime due, Instant now) {
        Document record = new Document("_id", key)
                .append(VERSION, 1L)
                .append("kind", kind)
                .append("booking", due.booking().value())
                .append("at", Date.from(due.at()))
                .append("tries", 1);
        claimed(now).forEach((name, value) -> record.append(name, value));
        try {
            collection().insertOne(record);
            return new ActionClaim(key, true, 1, 1, Optional.empty());
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        Document present = collection().find(Filters.eq("_id", key)).first();
        return present == null ? ActionClaim.notMine(key, Optional.of(now)) : again(present, now);
    }

    private ActionClaim again(Document present, Instant now) {
        String key = present.getString("_id");
        ActionState state = ActionState.valueOf(present.getString("state"));
        if (isOver(state)) {
            return ActionClaim.notMine(key, Optional.empty());
        }
        Instant until = present.getDate("until").toInstant();
        boolean isLeftOver = state == ActionState.CLAIMED
                && access == StoreAccess.EXCLUSIVE
                && !me.equals(present.getString("node"));
        if (until.isAfter(now) && !isLeftOver) {
            return ActionClaim.notMine(key, Optional.of(until));
        }
        long version = present.getLong(VERSION);
        int tries = present.getInteger("tries") + 1;
        List<Bson> updates = new ArrayList<>(List.of(Updates.set("tries", tries)));
        claimed(now).forEach((name, value) -> updates.add(Updates.set(name, value)));
        return write(key, version, updates)
                ? new ActionClaim(key, true, version + 1, tries, Optional.empty())
                : ActionClaim.notMine(key, Optional.of(now.plus(CLAIM)));
    }

    private Document claimed(Instant now) {
        return new Document("state", ActionState.CLAIMED.name())
                .append("node", me)
                .append("until", Date.from(now.plus(CLAIM)))
                .append("changed", Date.from(now));
    }

    public void done(ActionClaim claim, boolean hasDone, Instant now) {
        end(claim, ActionState.DONE, now, Updates.set("hasDone", hasDone));
    }

    public void dropped(ActionClaim claim, Instant now) {
        end(claim, ActionState.DROPPED, now, Updates.set("hasDone", false));
    }

    /** @param problem in a word of this program */
    public void failed(ActionClaim claim, String problem, Instant again, Instant now) {
        end(
                claim,
                ActionState.FAILED,
                now,
                Updates.combine(Updates.set("problem", problem), Updates.set("until", Date.from(again))));
    }

    private void end(ActionClaim claim, ActionState state, Instant now, Bson more) {
        write(
                claim.key(),
                claim.version(),
                List.of(Updates.set("state", state.name()), Updates.set("changed", Date.from(now)), more));
    }

    /** Only if the record is still at {@code version}. */
    private boolean write(String key, long version, List<Bson> updates) {
        List<Bson> all = new ArrayList<>(updates);
        all.add(Updates.set(VERSION, version + 1));
        // Written flat, because only so does the embedded database use the index on _id and version.
        return collection()
                        .updateOne(new Document("_id", key).append(VERSION, version), Updates.combine(all))
                        .getModifiedCount()
                > 0;
    }

    /** Those that are in {@code state}, the last changed first. Looks at every record. */
    public List<ActionRecord> in(ActionState state, int most) {
        return collection()
                .find(Filters.eq("state", state.name()))
                .sort(new Document("changed", -1))
                .limit(most)
                .map(ActionRecords::toRecord)
                .into(new ArrayList<>());
    }

    /** Those of {@code keys} that are done or dropped. */
    public List<String> ended(List<String> keys) {
        List<String> ended = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            collection()
                    .find(Filters.in("_id", keys.subList(from, Math.min(keys.size(), from + AT_ONCE))))
                    .projection(Projections.include("state"))
                    .forEach(record -> {
                        if (isOver(ActionState.valueOf(record.getString("state")))) {
                            ended.add(record.getString("_id"));
                        }
                    });
        }
        return ended;
    }

    private static boolean isOver(ActionState state) {
        return state == ActionState.DONE || state == ActionState.DROPPED;
    }

    /**
     * Forgets what was due before {@code before}, which nobody will ask for again.
     *
     * @return how much
     */
    public long forgetBefore(Instant before) {
        return collection().deleteMany(Filters.lt("at", Date.from(before))).getDeletedCount();
    }

    private static ActionRecord toRecord(Document document) {
        @Nullable String problem = document.getString("problem");
        return new ActionRecord(
                document.getString("_id"),
                document.getString("kind"),
                document.getString("booking"),
                document.getDate("at").toInstant(),
                ActionState.valueOf(document.getString("state")),
                document.getDate("changed").toInstant(),
                document.getInteger("tries"),
                document.get("hasDone", false),
                problem == null ? "" : problem);
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
