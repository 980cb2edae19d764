package org.passerelle.booking.store.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoIterable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.PersonId;
import org.passerelle.booking.busy.RequestedMoves;
import org.passerelle.booking.changelog.mongo.ChangeTails;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.store.BookingRewrites;
import org.passerelle.booking.store.Bookings;
import org.passerelle.booking.store.RoomBlocks;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.StoreStatus;
import org.passerelle.time.Interval;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** {@link Bookings} in the collection {@code bookings}; every write is one command on one document. */
@Repository
class MongoBookings implements Bookings, RoomBlocks, BookingRewrites {

    static final String COLLECTION = "bookings";

    private static final int IDS_A_QUERY = 50;

    private final MongoOperations mongo;
    private final FamilySearch search;
    private final FamilyWrites writes;

    MongoBookings(
            MongoOperations mongo,
            FamilySearch search,
            StoredOccupancy occupancy,
            ChangeTails changes,
            StoreStatus store) {
        this.mongo = mongo;
        this.search = search;
        this.writes =
                new FamilyWrites(mongo, new WrittenFamilies(search, occupancy), new LoggedFamilies(changes), store);
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }

    @Override
    public Write add(Booking booking) {
        return writes.add(booking);
    }

    @Override
    public List<Write> addAll(List<Booking> bookings) {
        return writes.addAll(bookings);
    }

    @Override
    public Write replace(Booking changed) {
        return writes.replace(changed);
    }

    @Override
    public Write split(Booking earlier, Booking later) {
        return writes.split(earlier, later);
    }

    @Override
    public Write block(BookingId id, List<Long> claims) {
        return writes.block(id, claims);
    }

    @Override
    public List<Long> blocked(Collection<BookingId> ids) {
        return writes.blocked(ids);
    }

    @Override
    public void unblock(BookingId id) {
        writes.unblock(id);
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
        return writes.find(id);
    }

    @Override
    public List<Booking> holding(Collection<Long> claims) {
        Set<Long> wanted = Claims.setOf(claims);
        return members(search.holding(wanted)).stream()
                .filter(booking -> Arrays.stream(booking.claims()).anyMatch(wanted::contains))
                .toList();
    }

    @Override
    public List<Booking> occupying(Collection<Integer> numbers, Interval window) {
        return occupying(search.occupying(numbers, window), numbers, window);
    }

    @Override
    public List<Booking> occupying(Collection<Integer> numbers, Interval window, OrganisationId organisation) {
        return occupying(search.occupying(numbers, window, organisation), numbers, window).stream()
                .filter(booking -> booking.owner().organisation().equals(Optional.of(organisation)))
                .toList();
    }

    private static List<Booking> occupying(Collection<Family> families, Collection<Integer> numbers, Interval window) {
        return members(families).stream()
                .filter(booking -> RequestedMoves.with(booking)
                        .flatMap(Booking::occupying)
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

    @Override
    public List<Booking> inviting(EmailAddress whom, Instant since) {
        return members(search.inviting(whom, since)).stream()
                .filter(booking -> !booking.isVoid())
                .filter(booking -> booking.content().attendees().stream()
                        .anyMatch(attendee -> attendee.email().equals(whom)))
                .filter(booking -> booking.occupying()
                        .anyMatch(occurrence -> occurrence.time().end().isAfter(since)))
                .toList();
    }

    @Override
    public List<Booking> voidMadeBy(PersonId organiser, Instant since) {
        return members(search.voidMadeBy(organiser)).stream()
                .filter(booking -> booking.owner().organiser().equals(organiser))
                .filter(booking -> booking.isVoid()
                        && booking.occurrences().stream()
                                .anyMatch(date -> date.time().end().isAfter(since)))
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
        return undecided(booking -> booking.state() == BookingState.HELD);
    }

    @Override
    public List<Booking> requested() {
        return undecided(booking -> booking.askedAt().isPresent());
    }

    private List<Booking> undecided(Predicate<Booking> wanted) {
        return members(search.undecided()).stream().filter(wanted).toList();
    }

    @Override
    public Collection<BookingId> missingRooms() {
        return search.missingRooms();
    }

    @Override
    public Collection<RoomId> inUse(Collection<RoomId> rooms, Instant since) {
        List<String> names = rooms.stream().map(RoomId::value).toList();
        return members(collection()
                        .find(or(
                                in("bookings.occurrences.places.room", names), in(DatesDocument.REQUESTED_ROOM, names)))
                        .batchSize(FamilySearch.A_BATCH)
                        .map(Family::from)
                        .into(new ArrayList<>()))
                .stream()
                .flatMap(RequestedMoves::with)
                .flatMap(Booking::occupying)
                .filter(occurrence -> occurrence.time().end().isAfter(since))
                .map(Occurrence::rooms)
                .flatMap(Collection::stream)
                .filter(rooms::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public void forEach(Consumer<Document> each) {
        collection()
                .find()
                .projection(exclude("claims"))
                .batchSize(FamilySearch.A_BATCH)
                .forEach(each);
    }

    @Override
    public boolean rewrite(Document stored, Document rewritten) {
        return writes.rewrite(stored, rewritten);
    }

    @Override
    public void keepAnew() {
        search.keepAnew();
    }

    private static List<Booking> members(Collection<Family> families) {
        return families.stream().flatMap(Family::stream).toList();
    }
}
