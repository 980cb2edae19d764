package org.passerelle.notification.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.passerelle.booking.model.BookingId;
import org.passerelle.notification.owed.BookingNotification;
import org.passerelle.notification.owed.OwedNotification;
import org.passerelle.notification.owed.OwedNotifications;
import org.springframework.data.mongodb.core.MongoOperations;

/** {@link OwedNotifications} in a collection that is as small as there is to tell. */
final class MongoOwedNotifications implements OwedNotifications {

    static final String COLLECTION = "owedNotifications";

    private final MongoOperations mongo;

    MongoOwedNotifications(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void add(List<BookingNotification> notifications, Instant due) {
        if (notifications.isEmpty()) {
            return;
        }
        try {
            collection()
                    .insertMany(
                            notifications.stream()
                                    .map(notification -> NotificationDocument.of(notification, due))
                                    .toList(),
                            new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            boolean areThere = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream()
                            .allMatch(error ->
                                    ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
            if (!areThere) {
                throw e;
            }
        }
    }

    @Override
    public List<OwedNotification> due(Instant now, int most) {
        return collection()
                .find(Filters.lte(NotificationDocument.NEXT, Date.from(now)))
                .sort(Sorts.ascending(NotificationDocument.POSITION, "_id"))
                .limit(most)
                .map(NotificationDocument::toNotification)
                .into(new ArrayList<>());
    }

    @Override
    public List<OwedNotification> about(Collection<BookingId> bookings) {
        return collection()
                .find(Filters.in(
                        NotificationDocument.BOOKING,
                        bookings.stream().map(BookingId::value).toList()))
                .sort(Sorts.ascending(NotificationDocument.POSITION, "_id"))
                .map(NotificationDocument::toNotification)
                .into(new ArrayList<>());
    }

    /** Everything, in no order. */
    List<OwedNotification> all() {
        return collection().find().map(NotificationDocument::toNotification).into(new ArrayList<>());
    }

    @Override
    public boolean claim(BookingNotification notification, Instant now, Duration length) {
        Bson isFree = Filters.or(
                Filters.exists(NotificationDocument.CLAIMED, false),
                Filters.lte(NotificationDocument.CLAIMED, Date.from(now)));
        return collection()
                        .updateOne(
                                Filters.and(Filters.eq("_id", notification.key()), isFree),
                                Updates.set(NotificationDocument.CLAIMED, Date.from(now.plus(length))))
                        .getModifiedCount()
                > 0;
    }

    @Override
    public void remove(Collection<BookingNotification> notifications) {
        collection().deleteMany(ids(notifications));
    }

    @Override
    public void postpone(Collection<BookingNotification> notifications, int tries, Instant next) {
        collection()
                .updateMany(
                        ids(notifications),
                        Updates.combine(
                                Updates.set(NotificationDocument.TRIES, tries),
                                Updates.set(NotificationDocument.NEXT, Date.from(next)),
                                Updates.unset(NotificationDocument.CLAIMED)));
    }

    private static Bson ids(Collection<BookingNotification> notifications) {
        return Filters.in(
                "_id", notifications.stream().map(BookingNotification::key).toList());
    }

    @Override
    public Optional<Instant> next() {
        return Optional.ofNullable(collection()
                        .find()
                        .projection(Projections.include(NotificationDocument.NEXT))
                        .sort(Sorts.ascending(NotificationDocument.NEXT))
                        .first())
                .map(document -> NotificationDocument.moment(document, NotificationDocument.NEXT));
    }

    @Override
    public long count() {
        return collection().estimatedDocumentCount();
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
