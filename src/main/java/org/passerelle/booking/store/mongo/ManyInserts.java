package org.passerelle.booking.store.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.passerelle.booking.changelog.mongo.ChangeTails;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.store.Bookings.Write;
import org.passerelle.platform.store.StoreFailure;

/**
 * Inserts many bookings with few messages. Each document is still one write that is done or not done, guarded by the index.
 * What the answer says of single documents is not relied on, since the embedded server counts wrongly after a duplicate:
 * whatever is stored under its own UID was written, and the rest is written one by one, which tells why it is not.
 */
final class ManyInserts {

    /** Others wait while a message is carried out. */
    private static final int MOST_DOCUMENTS = 100;

    /** Some two megabytes, far below the 48 that a message may have. */
    private static final int MOST_CLAIMS = 100_000;

    private static final int IDS_A_QUERY = 50;

    private final MongoCollection<Document> collection;
    private final LoggedFamilies tails;
    private final Consumer<Family> wrote;
    private final Function<Booking, Write> single;

    /**
     * @param tails begin each write
     * @param wrote is told of everything written here
     * @param single writes one, and tells of it itself
     */
    ManyInserts(
            MongoCollection<Document> collection,
            LoggedFamilies tails,
            Consumer<Family> wrote,
            Function<Booking, Write> single) {
        this.collection = collection;
        this.tails = tails;
        this.wrote = wrote;
        this.single = single;
    }

    /** How each ended, in the order of {@code bookings}. */
    List<Write> insert(List<Booking> bookings) {
        List<Write> writes = new ArrayList<>(bookings.size());
        List<Booking> message = new ArrayList<>();
        int claims = 0;
        for (Booking booking : bookings) {
            int more = booking.claims().length;
            if (!message.isEmpty() && (message.size() == MOST_DOCUMENTS || claims + more > MOST_CLAIMS)) {
                writes.addAll(inserted(message));
                message.clear();
                claims = 0;
            }
            message.add(booking);
            claims += more;
        }
        writes.addAll(message.isEmpty() ? List.of() : inserted(message));
        return writes;
    }

    private List<Write> inserted(List<Booking> message) {
        Map<Booking, ChangeTails.Tail> begun = new IdentityHashMap<>();
        message.forEach(booking -> begun.put(booking, tails.begin(Family.of(booking))));
        try {
            return inserted(message, begun);
        } finally {
            begun.values().forEach(ChangeTails.Tail::close);
        }
    }

    private List<Write> inserted(List<Booking> message, Map<Booking, ChangeTails.Tail> begun) {
        try {
            collection.insertMany(
                    message.stream()
                            .map(booking -> Family.of(booking)
                                    .toDocument(
                                            booking.version(),
                                            tail(begun, booking).documents()))
                            .toList(),
                    new InsertManyOptions().ordered(false));
            message.forEach(booking -> {
                tail(begun, booking).ended(true);
                wrote.accept(Family.of(booking));
            });
            return message.stream().map(booking -> Write.WRITTEN).toList();
        } catch (MongoBulkWriteException e) {
            boolean isOnlyDuplicates = e.getWriteErrors().stream()
                    .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
            if (!isOnlyDuplicates || e.getWriteConcernError() != null) {
                throw e;
            }
            return settled(message, begun);
        } catch (MongoSocketException lostAnswer) {
            return settled(message, begun);
        } catch (MongoException failed) {
            if (StoreFailure.isOutcomeUnknown(failed)) {
                stored(message).forEach(booking -> wrote.accept(Family.of(booking)));
            }
            throw failed;
        }
    }

    private List<Booking> stored(List<Booking> message) {
        Map<String, String> uids = uids(message);
        return message.stream()
                .filter(booking ->
                        booking.uid().value().equals(uids.get(booking.id().root())))
                .toList();
    }

    private static ChangeTails.Tail tail(Map<Booking, ChangeTails.Tail> begun, Booking booking) {
        return Objects.requireNonNull(begun.get(booking));
    }

    private List<Write> settled(List<Booking> message, Map<Booking, ChangeTails.Tail> begun) {
        Map<String, String> uids = uids(message);
        return message.stream()
                .map(booking -> {
                    boolean isStored =
                            booking.uid().value().equals(uids.get(booking.id().root()));
                    tail(begun, booking).ended(isStored);
                    if (isStored) {
                        wrote.accept(Family.of(booking));
                        return Write.WRITTEN;
                    }
                    return single.apply(booking);
                })
                .toList();
    }

    /** Of what is stored under the ids of {@code message}, by document. */
    private Map<String, String> uids(List<Booking> message) {
        Map<String, String> uids = new HashMap<>();
        List<String> all = message.stream().map(booking -> booking.id().root()).toList();
        Batches.of(all, IDS_A_QUERY)
                .forEach(ids -> collection
                        .find(in("_id", ids))
                        .projection(Projections.include("bookings.uid"))
                        .forEach(document -> document.getList("bookings", Document.class)
                                .forEach(each -> uids.put(document.getString("_id"), each.getString("uid")))));
        return uids;
    }
}
