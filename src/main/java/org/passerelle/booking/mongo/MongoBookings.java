package org.passerelle.booking.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.passerelle.account.PersonId;
import org.passerelle.booking.Booking;
import org.passerelle.booking.BookingId;
import org.passerelle.booking.BookingState;
import org.passerelle.booking.Bookings;
import org.passerelle.booking.Claims;
import org.passerelle.booking.Occurrence;
import org.passerelle.booking.Place;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** {@link Bookings} in the collection {@code bookings}; every write is one command on one document. */
@Repository
class MongoBookings implements Bookings {

    static final String COLLECTION = "bookings";

    /** Claims looked up in one query; each is one step in the index. */
    private static final int CLAIMS_A_QUERY = 10_000;

    /** Beyond this many claims a look at every booking is quicker than a look at every claim. */
    private static final long MOST_CLAIMS_LOOKED_UP = 60_000;

    /** Buffers are not part of a date's stored times; a scan by those looks this much further. */
    private static final Duration LONGEST_BUFFER = Duration.ofDays(1);

    private final MongoOperations mongo;

    MongoBookings(MongoOperations mongo) {
        this.mongo = mongo;
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }

    @Override
    public Write add(Booking booking) {
        Document document = Family.of(booking).toDocument(booking.version());
        try {
            return inserted(document, booking);
        } catch (MongoSocketException lostAnswer) {
            // Whether the insert was carried out is unknown. Its id decides: a second insert meets the first.
            Write second = inserted(document, booking);
            return second == Write.EXISTS && isStored(booking) ? Write.WRITTEN : second;
        }
    }

    private Write inserted(Document document, Booking booking) {
        try {
            collection().insertOne(document);
            return Write.WRITTEN;
        } catch (MongoWriteException e) {
            return refusal(e, () -> family(booking.id()).isPresent() ? Write.EXISTS : Write.COLLIDES);
        }
    }

    private boolean isStored(Booking booking) {
        return find(booking.id())
                .filter(stored -> stored.uid().equals(booking.uid()))
                .isPresent();
    }

    @Override
    public Write replace(Booking changed) {
        return family(changed.id())
                .map(family -> replaced(family, family.with(changed), changed.version()))
                .orElse(Write.STALE);
    }

    @Override
    public Write split(Booking earlier, Booking later) {
        return family(earlier.id())
                .filter(family -> family.nextId().equals(later.id()))
                .map(family -> replaced(family, family.with(earlier, later), earlier.version()))
                .orElse(Write.STALE);
    }

    private Write replaced(Family stored, Family changed, long expectedVersion) {
        if (stored.version() != expectedVersion) {
            return Write.STALE;
        }
        if (changed.isTooLarge()) {
            return Write.TOO_LARGE;
        }
        if (changed.collidesWithItself()) {
            return Write.COLLIDES;
        }
        Document document = changed.toDocument(expectedVersion + 1);
        Bson claims = document.containsKey("claims")
                ? Updates.set("claims", document.get("claims"))
                : Updates.unset("claims");
        Bson update = Updates.combine(
                Updates.set("version", expectedVersion + 1), Updates.set("bookings", document.get("bookings")), claims);
        // Written flat, because only so does the embedded database use the index on _id and version.
        Bson current = new Document("_id", stored.root()).append("version", expectedVersion);
        try {
            return collection().updateOne(current, update).getModifiedCount() == 1 ? Write.WRITTEN : Write.STALE;
        } catch (BsonMaximumSizeExceededException tooLarge) {
            return Write.TOO_LARGE;
        } catch (MongoWriteException e) {
            return refusal(e, () -> Write.COLLIDES);
        }
    }

    private static Write refusal(MongoWriteException e, Supplier<Write> onDuplicate) {
        if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
            throw e;
        }
        return onDuplicate.get();
    }

    @Override
    public Optional<Booking> find(BookingId id) {
        return family(id)
                .flatMap(family ->
                        family.stream().filter(member -> member.id().equals(id)).findFirst());
    }

    @Override
    public BookingId nextPart(BookingId id) {
        return family(id).map(Family::nextId).orElse(id.withPart(1));
    }

    private Optional<Family> family(BookingId id) {
        return Optional.ofNullable(collection().find(eq("_id", id.root())).first())
                .map(Family::from);
    }

    @Override
    public List<Booking> holding(Collection<Long> claims) {
        Set<Long> wanted = Set.copyOf(claims);
        return members(families(wanted)).stream()
                .filter(booking -> Arrays.stream(booking.claims()).anyMatch(wanted::contains))
                .toList();
    }

    private Collection<Family> families(Collection<Long> claims) {
        Map<String, Family> found = new LinkedHashMap<>();
        List<Long> all = List.copyOf(claims);
        for (int from = 0; from < all.size(); from += CLAIMS_A_QUERY) {
            List<Long> chunk = all.subList(from, Math.min(all.size(), from + CLAIMS_A_QUERY));
            collection()
                    .find(in("claims", chunk))
                    .map(Family::from)
                    .forEach(family -> found.put(family.root(), family));
        }
        return found.values();
    }

    @Override
    public List<Booking> occupying(Collection<Integer> numbers, Interval window) {
        long claims = Claims.count(numbers.size(), window);
        Collection<Family> families = claims <= MOST_CLAIMS_LOOKED_UP
                ? families(Claims.of(numbers, window).boxed().toList())
                : families(and(
                        lt(
                                "bookings.occurrences.start",
                                BookingDocument.date(window.end().plus(LONGEST_BUFFER))),
                        gt(
                                "bookings.occurrences.end",
                                BookingDocument.date(window.start().minus(LONGEST_BUFFER)))));
        return members(families).stream()
                .filter(booking -> booking.occupying()
                        .flatMap(occurrence -> occurrence.places().stream())
                        .anyMatch(place -> place.occupied().overlaps(window) && holdsAny(place, numbers)))
                .toList();
    }

    private static boolean holdsAny(Place place, Collection<Integer> numbers) {
        return place.numbers().stream().anyMatch(numbers::contains);
    }

    @Override
    public List<Booking> madeBy(PersonId organiser, Instant since) {
        return members(families(eq("bookings.organiser", organiser.email()))).stream()
                .filter(booking -> booking.owner().organiser().equals(organiser))
                .filter(booking -> booking.occupying()
                        .anyMatch(occurrence -> occurrence.time().end().isAfter(since)))
                .toList();
    }

    @Override
    public List<Booking> held() {
        return members(families(eq("bookings.state", BookingState.HELD.name()))).stream()
                .filter(booking -> booking.state() == BookingState.HELD)
                .toList();
    }

    @Override
    public Collection<RoomId> inUse(Collection<RoomId> rooms, Instant since) {
        List<String> names = rooms.stream().map(RoomId::value).toList();
        return members(families(in("bookings.occurrences.places.room", names))).stream()
                .flatMap(Booking::occupying)
                .filter(occurrence -> occurrence.time().end().isAfter(since))
                .map(Occurrence::rooms)
                .flatMap(Collection::stream)
                .filter(rooms::contains)
                .collect(Collectors.toSet());
    }

    private List<Family> families(Bson filter) {
        return collection().find(filter).map(Family::from).into(new ArrayList<>());
    }

    private static List<Booking> members(Collection<Family> families) {
        return families.stream().flatMap(Family::stream).toList();
    }
}
