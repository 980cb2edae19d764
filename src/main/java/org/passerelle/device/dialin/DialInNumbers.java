package org.passerelle.device.dialin;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Optional;
import org.passerelle.booking.model.BookingId;
import org.passerelle.platform.digest.Digests;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Repository;

/**
 * The numbers by which bookings are dialled: nine digits, drawn at random when first asked for, never given twice. A number
 * stays with its booking, whatever time or rooms that gets, and is the same for all dates of a series.
 */
@Repository
class DialInNumbers {

    static final String COLLECTION = "dial_numbers";

    /** All have nine digits, and none begins with zero, so that they can be read as numbers too. */
    private static final int LEAST = 100_000_000;

    private static final int MOST_DRAWN = 20;

    private final MongoOperations mongo;

    DialInNumbers(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** A number and whose it is. */
    @Document(COLLECTION)
    record DialNumber(@Id String number, String booking) {}

    /** The number of {@code booking}, drawn if it has none yet. */
    String of(BookingId booking) {
        for (int tries = 0; tries < MOST_DRAWN; tries++) {
            Optional<String> known = known(booking);
            if (known.isPresent()) {
                return known.get();
            }
            String drawn = Integer.toString(LEAST + Digests.randomInt(1_000_000_000 - LEAST));
            try {
                mongo.insert(new DialNumber(drawn, booking.value()));
                return drawn;
            } catch (DuplicateKeyException e) {
                continue; // the number is somebody else's, or another drew one for this booking at the same moment
            }
        }
        throw new IllegalStateException("No number is left for " + booking);
    }

    private Optional<String> known(BookingId booking) {
        return Optional.ofNullable(mongo.findOne(query(where("booking").is(booking.value())), DialNumber.class))
                .map(DialNumber::number);
    }

    Optional<BookingId> booking(String number) {
        return Optional.ofNullable(mongo.findById(number, DialNumber.class))
                .map(DialNumber::booking)
                .map(BookingId::new);
    }

    List<BookingId> bookings() {
        return mongo.findAll(DialNumber.class).stream()
                .map(each -> new BookingId(each.booking()))
                .toList();
    }

    void forget(BookingId booking) {
        mongo.remove(query(where("booking").is(booking.value())), DialNumber.class);
    }
}
