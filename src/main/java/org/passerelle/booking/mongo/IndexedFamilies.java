package org.passerelle.booking.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.passerelle.account.PersonId;
import org.passerelle.booking.BookingId;
import org.passerelle.booking.Claims;
import org.passerelle.booking.Holding;
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

    private final MongoCollection<Document> collection;
    private final KeptDigests kept;
    private final FamilyIndex index = new FamilyIndex();
    private volatile boolean isKept;

    private IndexedFamilies(MongoCollection<Document> collection, KeptDigests kept) {
        this.collection = collection;
        this.kept = kept;
    }

    /** Takes what was kept when the program ended; if it did not end in peace, reads every booking once. */
    static IndexedFamilies of(MongoCollection<Document> collection, KeptDigests kept) {
        IndexedFamilies families = new IndexedFamilies(collection, kept);
        Optional<List<FamilyDigest>> remembered =
                kept.take().filter(digests -> digests.size() == collection.estimatedDocumentCount());
        if (remembered.isPresent()) {
            remembered.get().forEach(families.index::put);
        } else {
            collection
                    .find()
                    .projection(FamilyDigest.FIELDS)
                    .batchSize(A_BATCH)
                    .map(FamilyDigest::from)
                    .forEach(families.index::put);
        }
        return families;
    }

    /** Keeps what is remembered for the next start. */
    @Override
    public void close() {
        kept.keep(index.digests());
        isKept = true;
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
    public Collection<Family> madeBy(PersonId organiser) {
        return withIds(index.madeBy(organiser));
    }

    @Override
    public Collection<Family> held() {
        return withIds(index.held());
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
    public void wrote(Family family) {
        index.put(FamilyDigest.of(family));
        if (isKept) {
            kept.forget(); // somebody writes who has not heard that the program ends
        }
    }

    private List<Family> withIds(Set<String> roots) {
        List<String> all = List.copyOf(roots);
        List<Family> families = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += IDS_A_QUERY) {
            families.addAll(found(Filters.in("_id", all.subList(from, Math.min(all.size(), from + IDS_A_QUERY)))));
        }
        return families;
    }

    private List<Family> found(Bson filter) {
        return collection
                .find(filter)
                .projection(Projections.exclude("claims"))
                .batchSize(A_BATCH)
                .map(Family::from)
                .into(new ArrayList<>());
    }
}
