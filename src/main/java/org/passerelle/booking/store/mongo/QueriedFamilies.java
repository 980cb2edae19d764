package org.passerelle.booking.store.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.time.Interval;

/** Asks the database each time, which is right when several nodes write to it and its indexes serve every question. */
final class QueriedFamilies implements FamilySearch {

    /** Claims looked up in one query; each is one step in the index. */
    private static final int CLAIMS_A_QUERY = 10_000;

    /** Beyond this many claims a look at the dates is quicker than a look at every claim. */
    private static final long MOST_CLAIMS_LOOKED_UP = 60_000;

    /** Buffers are not part of a date's stored times; a search by those looks this much further. */
    private static final Duration LONGEST_BUFFER = Duration.ofDays(1);

    private final MongoCollection<Document> collection;

    QueriedFamilies(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    @Override
    public Collection<Family> holding(Collection<Long> claims) {
        Map<String, Family> found = new LinkedHashMap<>();
        Batches.of(claims, CLAIMS_A_QUERY)
                .forEach(some -> matching(in("claims", some)).forEach(family -> found.put(family.root(), family)));
        return found.values();
    }

    @Override
    public Collection<Family> occupying(Collection<Integer> numbers, Interval window) {
        if (Claims.count(numbers.size(), window) <= MOST_CLAIMS_LOOKED_UP) {
            return holding(Claims.of(numbers, window).boxed().toList());
        }
        return matching(and(
                lt(
                        "bookings.occurrences.start",
                        BookingDocument.date(window.end().plus(LONGEST_BUFFER))),
                gt(
                        "bookings.occurrences.end",
                        BookingDocument.date(window.start().minus(LONGEST_BUFFER)))));
    }

    @Override
    public Collection<Family> madeBy(PersonId organiser) {
        return matching(eq("bookings.organiser", organiser.text()));
    }

    @Override
    public Collection<Family> voidMadeBy(PersonId organiser) {
        return madeBy(organiser);
    }

    @Override
    public Collection<Family> inviting(EmailAddress whom, Instant since) {
        return matching(and(
                eq("bookings.attendees.email", whom.value()),
                gt("bookings.occurrences.end", BookingDocument.date(since))));
    }

    @Override
    public Collection<Family> undecided() {
        return matching(or(in("bookings.state", FamilyDigest.UNDECIDED), exists(DatesDocument.REQUESTED_ROOM)));
    }

    @Override
    public Collection<BookingId> missingRooms() {
        Bson candidates = or(
                eq("bookings.skipped.reason", ReasonCode.ROOM_OCCUPIED.name()),
                exists("bookings.occurrences.places.insteadOf"));
        Set<BookingId> missing = new LinkedHashSet<>();
        for (Document document : collection.find(candidates).batchSize(A_BATCH)) {
            Family.from(document).stream()
                    .filter(Booking::missesRooms)
                    .map(Booking::id)
                    .forEach(missing::add);
        }
        return missing;
    }

    private List<Family> matching(Bson filter) {
        return collection.find(filter).batchSize(A_BATCH).map(Family::from).into(new ArrayList<>());
    }

    @Override
    public void holdings(Consumer<Holding> each) {
        collection
                .find()
                .projection(HoldingDocument.FIELDS)
                .batchSize(A_BATCH)
                .map(HoldingDocument::from)
                .forEach(each);
    }

    @Override
    public void wrote(Family family, Holding holding) {
        // The database knows.
    }
}
