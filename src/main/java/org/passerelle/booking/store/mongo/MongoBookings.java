package org.passerelle.booking.store.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoIterable;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.PersonId;
import org.passerelle.booking.changelog.mongo.ChangeTails;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.StoreStatus;
import org.passerelle.platform.store.LittleSpace;
import org.passerelle.platform.store.StoreFailure;
import org.passerelle.time.Interval;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** {@link Bookings} in the collection {@code bookings}; every write is one command on one document. */
@Repository
class MongoBookings implements Bookings {

    static final String COLLECTION = "bookings";

    private static final int IDS_A_QUERY = 50;

    private final MongoOperations mongo;
    private final FamilySearch search;
    private final WrittenFamilies told;
    private final LoggedFamilies tails;
    private final StoreStatus store;

    MongoBookings(
            MongoOperations mongo,
            FamilySearch search,
            StoredOccupancy occupancy,
            ChangeTails changes,
            StoreStatus store) {
        this.mongo = mongo;
        this.search = search;
        this.told = new WrittenFamilies(search, occupancy);
        this.tails = new LoggedFamilies(changes);
        this.store = store;
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }

    @Override
    public Write add(Booking booking) {
        store.requireSpace();
        Family family = Family.of(booking);
        try (ChangeTails.Tail tail = tails.begin(family)) {
            Write write = added(family.toDocument(booking.version(), tail.documents()), booking);
            tail.ended(write == Write.WRITTEN);
            return write;
        }
    }

    private Write added(Document document, Booking booking) {
        try {
            return inserted(document, booking);
        } catch (MongoSocketException lostAnswer) {
            // Whether the insert was carried out is unknown. Its id decides: a second insert meets the first.
            Write second = inserted(document, booking);
            if (second == Write.EXISTS && isStored(booking)) {
                told.wroteNew(Family.of(booking));
                return Write.WRITTEN;
            }
            return second;
        } catch (MongoException failed) {
            throw learned(booking.id(), failed);
        }
    }

    @Override
    public List<Write> addAll(List<Booking> bookings) {
        store.requireSpace();
        return new ManyInserts(collection(), tails, told::wroteNew, this::add).insert(bookings);
    }

    private Write inserted(Document document, Booking booking) {
        try {
            collection().insertOne(document);
            told.wroteNew(Family.of(booking));
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
        if (!store.takesNew() && changed.claims().length > stored.claims().length) {
            throw new LittleSpace();
        }
        try (ChangeTails.Tail tail = tails.begin(stored, changed)) {
            Write write = updated(stored, changed.toDocument(expectedVersion + 1, tail.documents()), changed);
            tail.ended(write == Write.WRITTEN);
            return write;
        }
    }

    private Write updated(Family stored, Document document, Family changed) {
        long expectedVersion = stored.version();
        Bson claims = document.containsKey("claims")
                ? Updates.set("claims", document.get("claims"))
                : Updates.unset("claims");
        Bson update = Updates.combine(
                Updates.set("version", expectedVersion + 1),
                Updates.set("bookings", document.get("bookings")),
                Updates.set(ChangeTails.FIELD, document.get(ChangeTails.FIELD)),
                claims);
        // Written flat, because only so does the embedded database use the index on _id and version.
        Bson current = new Document("_id", stored.root()).append("version", expectedVersion);
        try {
            if (collection().updateOne(current, update).getModifiedCount() == 0) {
                return Write.STALE;
            }
            told.wrote(stored.members(), changed.at(expectedVersion + 1));
            return Write.WRITTEN;
        } catch (BsonMaximumSizeExceededException tooLarge) {
            return Write.TOO_LARGE;
        } catch (MongoWriteException e) {
            return refusal(e, () -> Write.COLLIDES);
        } catch (MongoException failed) {
            throw learned(changed.members().get(0).id(), failed);
        }
    }

    /** If it is unknown whether a write was carried out, whoever answers from memory learns what is stored. */
    private MongoException learned(BookingId id, MongoException failed) {
        if (StoreFailure.isOutcomeUnknown(failed)) {
            family(id).ifPresent(told::mayHaveWritten);
        }
        return failed;
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
        return members(search.holding(wanted)).stream()
                .filter(booking -> Arrays.stream(booking.claims()).anyMatch(wanted::contains))
                .toList();
    }

    @Override
    public List<Booking> occupying(Collection<Integer> numbers, Interval window) {
        return members(search.occupying(numbers, window)).stream()
                .filter(booking -> booking.occupying()
                        .flatMap(occurrence -> occurrence.places().stream())
                        .anyMatch(place -> place.occupied().overlaps(window) && holdsAny(place, numbers)))
                .toList();
    }

    @Override
    public List<Booking> inDocumentsOccupying(Collection<Integer> numbers, Interval window, Set<String> known) {
        return members(search.occupying(numbers, window, known));
    }

    private static boolean holdsAny(Place place, Collection<Integer> numbers) {
        return place.numbers().stream().anyMatch(numbers::contains);
    }

    @Override
    public List<Booking> madeBy(PersonId organiser, Instant since) {
        return members(search.madeBy(organiser)).stream()
                .filter(booking -> booking.owner().organiser().equals(organiser))
                .filter(booking -> booking.occupying()
                        .anyMatch(occurrence -> occurrence.time().end().isAfter(since)))
                .toList();
    }

    /** The embedded database looks at every document for this; a replica set has an index. */
    @Override
    public void madeFor(OrganisationId organisation, Instant since, Consumer<Booking> each) {
        finding(eq("bookings.organisation", organisation.value()))
                .forEach(family -> members(List.of(family)).stream()
                        .filter(booking -> booking.owner().organisation().equals(Optional.of(organisation)))
                        .filter(booking -> booking.occupying()
                                .anyMatch(occurrence -> occurrence.time().end().isAfter(since)))
                        .forEach(each));
    }

    @Override
    public List<Booking> inDocuments(Collection<String> roots) {
        return Batches.of(roots, IDS_A_QUERY)
                .flatMap(ids -> members(found(in("_id", ids))).stream())
                .toList();
    }

    private List<Family> found(Bson filter) {
        return finding(filter).into(new ArrayList<>());
    }

    private MongoIterable<Family> finding(Bson filter) {
        return collection()
                .find(filter)
                .projection(exclude("claims", ChangeTails.FIELD))
                .batchSize(FamilySearch.A_BATCH)
                .map(Family::from);
    }

    @Override
    public List<Booking> held() {
        return members(search.held()).stream()
                .filter(booking -> booking.state() == BookingState.HELD)
                .toList();
    }

    @Override
    public Collection<BookingId> missingRooms() {
        return search.missingRooms();
    }

    @Override
    public Collection<RoomId> inUse(Collection<RoomId> rooms, Instant since) {
        List<String> names = rooms.stream().map(RoomId::value).toList();
        return members(collection()
                        .find(in("bookings.occurrences.places.room", names))
                        .batchSize(FamilySearch.A_BATCH)
                        .map(Family::from)
                        .into(new ArrayList<>()))
                .stream()
                .flatMap(Booking::occupying)
                .filter(occurrence -> occurrence.time().end().isAfter(since))
                .map(Occurrence::rooms)
                .flatMap(Collection::stream)
                .filter(rooms::contains)
                .collect(Collectors.toSet());
    }

    private static List<Booking> members(Collection<Family> families) {
        return families.stream().flatMap(Family::stream).toList();
    }
}
