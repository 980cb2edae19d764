package org.passerelle.booking.store.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.PersonId;
import org.passerelle.booking.changelog.mongo.ChangeTails;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.model.Holding;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * Remembers where to look, for a database that only this process writes to and that can index nothing but whole unique
 * keys: the embedded one. Documents themselves are still read from the database, by their ids.
 */
final class IndexedFamilies implements FamilySearch, AutoCloseable {

    /** Ids looked up in one query. */
    private static final int IDS_A_QUERY = 50;

    /** Up to so many claims the database is asked itself, whose index is never behind. */
    private static final int FEW_CLAIMS = 500;

    /** So many documents are quickly read anew. */
    private static final int FEW_CHANGES = 2_000;

    /** Ids and versions are small. */
    private static final int VERSIONS_A_BATCH = 10_000;

    private final MongoCollection<Document> collection;
    private final KeptDigests kept;
    private final FamilyIndex index = new FamilyIndex();
    private final AtomicInteger unkept = new AtomicInteger();

    /** Documents that are not kept as they are now. */
    private final Set<String> changed = ConcurrentHashMap.newKeySet();

    /** How many digests are kept that a later one has replaced; negative before any are. */
    private int replaced = -1;

    private IndexedFamilies(MongoCollection<Document> collection, KeptDigests kept) {
        this.collection = collection;
        this.kept = kept;
    }

    /** Takes what was kept, and reads the documents that have changed since; all of them if nothing was kept. */
    static IndexedFamilies of(MongoCollection<Document> collection, KeptDigests kept) {
        IndexedFamilies families = new IndexedFamilies(collection, kept);
        List<FamilyDigest> remembered = kept.latest();
        if (remembered.isEmpty()) {
            families.read(new Document());
        } else {
            families.takeUp(remembered);
        }
        return families;
    }

    private synchronized void takeUp(List<FamilyDigest> remembered) {
        Map<String, FamilyDigest> known = new HashMap<>();
        remembered.forEach(digest ->
                known.merge(digest.root(), digest, (one, other) -> one.version() > other.version() ? one : other));
        replaced = remembered.size() - known.size();
        List<String> unknown = new ArrayList<>();
        // The embedded server answers this from its index of ids and versions, without looking at a document.
        collection
                .find()
                .projection(Projections.include("version"))
                .batchSize(VERSIONS_A_BATCH)
                .forEach(document -> {
                    FamilyDigest digest = known.get(document.getString("_id"));
                    if (digest != null && digest.version() == document.getLong("version")) {
                        index.put(digest);
                    } else {
                        unknown.add(document.getString("_id"));
                    }
                });
        Batches.of(unknown, IDS_A_QUERY).forEach(ids -> read(Filters.in("_id", ids)));
    }

    private void read(Bson filter) {
        collection
                .find(filter)
                .projection(FamilyDigest.FIELDS)
                .batchSize(A_BATCH)
                .map(FamilyDigest::from)
                .forEach(this::put);
    }

    /** Notes a digest that is kept in no other way; first where it is looked for when it is to be kept. */
    private void put(FamilyDigest digest) {
        index.put(digest);
        changed.add(digest.root());
        unkept.incrementAndGet();
    }

    /**
     * Keeps what has changed once that is much, for a start after a violent end. Beside the rest, so that it costs as much as
     * was written; all of it anew only when half of what is kept would be of no use any more.
     */
    @Override
    public synchronized void keepUp() {
        int changes = unkept.get();
        if (changes <= FEW_CHANGES) {
            return;
        }
        if (replaced < 0 || replaced + changed.size() > index.digests().size()) {
            keepAll();
            return;
        }
        List<FamilyDigest> more = takeChanged();
        kept.keepMore(more);
        replaced += more.size();
        unkept.addAndGet(-changes);
    }

    /** Keeps what is remembered for the next start. */
    @Override
    public synchronized void close() {
        if (unkept.get() > 0) {
            keepAll();
        }
    }

    @Override
    public synchronized void keepAnew() {
        keepAll();
    }

    private void keepAll() {
        int changes = unkept.get();
        takeChanged();
        kept.keep(index.digests());
        replaced = 0;
        unkept.addAndGet(-changes);
    }

    /** Each is taken out before it is looked up, so that what changes meanwhile is kept the next time. */
    private List<FamilyDigest> takeChanged() {
        List<FamilyDigest> digests = new ArrayList<>();
        for (Iterator<String> roots = changed.iterator(); roots.hasNext(); ) {
            String root = roots.next();
            roots.remove();
            index.digest(root).ifPresent(digests::add);
        }
        return digests;
    }

    @Override
    public Collection<Family> holding(Collection<Long> claims) {
        if (claims.size() <= FEW_CLAIMS) {
            return found(Filters.in("claims", claims));
        }
        Map<Integer, Interval> spans = new TreeMap<>();
        for (long claim : claims) {
            Interval slot = Interval.of(Slots.start(Claims.slot(claim)), Slots.LENGTH);
            spans.merge(Claims.number(claim), slot, IndexedFamilies::span);
        }
        Set<String> roots = new HashSet<>();
        spans.forEach((number, span) -> roots.addAll(index.occupying(List.of(number), span)));
        return withIds(roots);
    }

    private static Interval span(Interval one, Interval other) {
        return Interval.of(
                one.start().isBefore(other.start()) ? one.start() : other.start(),
                one.end().isAfter(other.end()) ? one.end() : other.end());
    }

    @Override
    public Collection<Family> occupying(Collection<Integer> numbers, Interval window) {
        return withIds(index.occupying(numbers, window));
    }

    @Override
    public Collection<Family> occupying(Collection<Integer> numbers, Interval window, OrganisationId organisation) {
        Set<String> roots = new HashSet<>(index.occupying(numbers, window));
        roots.removeIf(root -> index.digest(root)
                .filter(digest -> !digest.isMadeFor(organisation))
                .isPresent());
        return withIds(roots);
    }

    @Override
    public Collection<Family> occupying(Collection<Integer> numbers, Interval window, Set<String> known) {
        Set<String> roots = new HashSet<>(index.occupying(numbers, window));
        roots.removeAll(known);
        return withIds(roots);
    }

    @Override
    public Collection<Family> madeBy(PersonId organiser) {
        return withIds(index.madeBy(organiser));
    }

    @Override
    public Collection<Family> voidMadeBy(PersonId organiser) {
        return withIds(index.voidMadeBy(organiser));
    }

    @Override
    public Collection<Family> inviting(EmailAddress whom, Instant since) {
        return withIds(index.inviting(whom.value(), Slots.containing(since)));
    }

    @Override
    public Collection<Family> undecided() {
        return withIds(index.undecided());
    }

    @Override
    public void holdings(Consumer<Holding> each) {
        index.holdings(each);
    }

    @Override
    public Collection<BookingId> missingRooms() {
        return index.missingRooms();
    }

    @Override
    public void wrote(Family family, Holding holding) {
        put(FamilyDigest.of(family, holding));
    }

    private List<Family> withIds(Set<String> roots) {
        return Batches.of(roots, IDS_A_QUERY)
                .flatMap(ids -> found(Filters.in("_id", ids)).stream())
                .toList();
    }

    private List<Family> found(Bson filter) {
        return collection
                .find(filter)
                .projection(Projections.exclude("claims", ChangeTails.FIELD))
                .batchSize(A_BATCH)
                .map(Family::from)
                .into(new ArrayList<>());
    }
}
