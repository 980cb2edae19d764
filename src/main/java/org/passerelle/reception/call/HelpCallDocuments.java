package org.passerelle.reception.call;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.passerelle.directory.RoomId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Calls in the database, by three unique indexes: the id is one of the few that a room has in an hour, a press makes one call
 * however often it is sent, and a room has one open call.
 */
@Component
class HelpCallDocuments {

    static final String COLLECTION = "helpCalls";
    static final String PRESS = "press";
    static final String OPEN = "open";
    static final String AT = "at";

    /** So often a panel calls in an hour of the clock. */
    static final int MOST_IN_AN_HOUR = 4;

    private static final String ROOM = "room";
    private static final String KIND = "kind";
    private static final String ANSWERED = "answered";

    private final MongoOperations mongo;

    HelpCallDocuments(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** @param press names it and no other press at that room */
    CallOutcome add(RoomId room, HelpKind kind, String press, Instant now) {
        String hour = room + "-" + now.truncatedTo(ChronoUnit.HOURS).getEpochSecond() + "-";
        for (int nth = 1; nth <= MOST_IN_AN_HOUR; nth++) {
            Document call = new Document("_id", hour + nth)
                    .append(ROOM, room.value())
                    .append(KIND, kind.name())
                    .append(PRESS, pressed(room, press))
                    .append(OPEN, room.value())
                    .append(AT, now.toEpochMilli());
            try {
                mongo.insert(call, COLLECTION);
                return CallOutcome.CALLED;
            } catch (DuplicateKeyException taken) {
                if (isThere(Filters.eq(PRESS, pressed(room, press)))) {
                    return CallOutcome.CALLED;
                }
                if (isThere(Filters.eq(OPEN, room.value()))) {
                    return CallOutcome.CALLED_BEFORE;
                }
            }
        }
        return CallOutcome.TOO_MANY;
    }

    private static String pressed(RoomId room, String press) {
        return room + " " + press;
    }

    private boolean isThere(Bson call) {
        return collection().find(call).first() != null;
    }

    /** Those of {@code rooms} that are open, or were made at {@code since} or later; the last one first. */
    List<HelpCall> of(Collection<RoomId> rooms, Instant since) {
        List<String> names = rooms.stream().map(RoomId::value).toList();
        return read(Filters.and(
                Filters.in(ROOM, names), Filters.or(Filters.in(OPEN, names), Filters.gte(AT, since.toEpochMilli()))));
    }

    /** Those of any room that are open and were made at {@code since} or later. */
    List<HelpCall> open(Instant since) {
        return read(Filters.and(Filters.gte(AT, since.toEpochMilli()), Filters.exists(OPEN)));
    }

    private List<HelpCall> read(Bson which) {
        List<HelpCall> found = new ArrayList<>();
        collection()
                .find(which)
                .sort(new Document(AT, -1).append("_id", -1))
                .forEach(document -> found.add(read(document)));
        return found;
    }

    Optional<HelpCall> find(String id) {
        return Optional.ofNullable(collection().find(Filters.eq("_id", id)).first())
                .map(HelpCallDocuments::read);
    }

    /** Answered twice, it was answered first. */
    void answer(String id, Instant now) {
        collection()
                .updateOne(
                        Filters.and(Filters.eq("_id", id), Filters.exists(OPEN)),
                        Updates.combine(Updates.unset(OPEN), Updates.set(ANSWERED, now.toEpochMilli())));
    }

    void forgetBefore(Instant before) {
        collection().deleteMany(Filters.lt(AT, before.toEpochMilli()));
    }

    private static HelpCall read(Document document) {
        return new HelpCall(
                document.getString("_id"),
                new RoomId(document.getString(ROOM)),
                HelpKind.valueOf(document.getString(KIND)),
                Instant.ofEpochMilli(document.getLong(AT)),
                Optional.ofNullable(document.getLong(ANSWERED)).map(Instant::ofEpochMilli));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
