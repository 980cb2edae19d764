package org.passerelle.outsider;

import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.passerelle.booking.model.BookingId;
import org.passerelle.platform.OwnerSlots;
import org.passerelle.platform.digest.Digests;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * How many requests of people without an account wait at once, for an address and at a site: each takes a numbered place of both,
 * and a unique index gives each number once, however many confirm together. A place is free again once its request waits no more.
 */
@Component
class RequestPlaces {

    static final String COLLECTION = "outsiderPlaces";

    /** What is being confirmed is a booking after so long, or never will be. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(10);

    private final MongoOperations mongo;
    private final Clock clock;

    RequestPlaces(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * Takes a place for {@code request}, unless it has one already.
     *
     * @param owner whose places these are; only a digest of it is kept
     * @param most of them
     * @param isWaiting whether there is such a booking, and it waits for a decision
     * @param isDecided whether there is such a booking, and it waits no more
     * @return whether it has one
     */
    boolean take(
            BookingId request, String owner, int most, Predicate<BookingId> isWaiting, Predicate<BookingId> isDecided) {
        String whose = Digests.shortHex(owner);
        String id = request.value() + " " + whose;
        Instant now = clock.instant();
        List<Integer> taken = new ArrayList<>();
        for (Document place : mongo.getCollection(COLLECTION).find(Filters.eq("owner", whose))) {
            BookingId booking = new BookingId(place.getString("booking"));
            boolean isUnderWay = !isDecided.test(booking)
                    && now.isBefore(Instant.ofEpochMilli(place.getLong("since")).plus(UNDER_WAY));
            if (place.getString("_id").equals(id)) {
                return true;
            }
            if (isUnderWay || isWaiting.test(booking)) {
                taken.add(place.getInteger(OwnerSlots.FIELD));
            } else {
                remove(Filters.eq("_id", place.getString("_id")));
            }
        }
        return OwnerSlots.insert(most, taken, slot -> mongo.insert(place(id, request, whose, slot, now), COLLECTION))
                || mongo.getCollection(COLLECTION).find(Filters.eq("_id", id)).first() != null;
    }

    private static Document place(String id, BookingId request, String whose, int slot, Instant now) {
        return new Document("_id", id)
                .append("booking", request.value())
                .append("owner", whose)
                .append(OwnerSlots.FIELD, slot)
                .append("since", now.toEpochMilli());
    }

    /** Of what did not become a booking. */
    void giveBack(BookingId request) {
        remove(Filters.eq("booking", request.value()));
    }

    private void remove(Bson which) {
        mongo.getCollection(COLLECTION).deleteMany(which);
    }
}
