package org.passerelle.booking.store.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.model.Claims;
import org.passerelle.platform.snapshot.StoreFindings;
import org.passerelle.platform.snapshot.StoreRule;
import org.passerelle.platform.snapshot.StoreSnapshot;
import org.passerelle.platform.snapshot.WholeDocuments;

/**
 * Every booking can be read, holds what its dates need and nothing else, and nothing that another one holds; the index that forbids it
 * is there; and what is remembered of the bookings for the next start is what they say.
 */
final class BookingsRule implements StoreRule {

    @Override
    public String name() {
        return "bookings";
    }

    @Override
    public void examine(StoreSnapshot store, StoreFindings findings) {
        Map<String, FamilyDigest> remembered = remembered(store);
        ClaimTally tally = new ClaimTally();
        store.read(MongoBookings.COLLECTION, new WholeDocuments(document -> {
            String id = String.valueOf(document.get("_id"));
            try {
                long[] held = held(document);
                tally.add(held);
                compare(id, held, Family.from(document), findings);
                compare(id, remembered.get(id), document, findings);
            } catch (RuntimeException e) {
                findings.wrong("%s is no booking that this version can read: %s", id, e);
            }
        }));
        tellOfSharedClaims(store, tally.twice(), findings);
        if (store.collections().contains(MongoBookings.COLLECTION) && !hasUniqueClaims(store)) {
            findings.wrong("the unique index on claims is missing, so nothing keeps a room from being booked twice");
        }
    }

    /** Sorted. */
    private static long[] held(Document document) {
        return document.getList("claims", Long.class, List.of()).stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
    }

    /** A document without bookings keeps rooms free for a moment, and says of nothing else what it holds. */
    private static void compare(String id, long[] held, Family family, StoreFindings findings) {
        long[] needed = family.claims();
        if (family.members().isEmpty() || Arrays.equals(held, needed)) {
            return;
        }
        long missing = countOfThoseNotIn(needed, held);
        long foreign = countOfThoseNotIn(held, needed);
        findings.wrong("%s lacks %d claims that its dates need, and holds %d that no date needs", id, missing, foreign);
    }

    private static long countOfThoseNotIn(long[] some, long[] others) {
        return Arrays.stream(some)
                .filter(claim -> Arrays.binarySearch(others, claim) < 0)
                .count();
    }

    private static Map<String, FamilyDigest> remembered(StoreSnapshot store) {
        List<Document> kept = new ArrayList<>();
        store.read(KeptDigests.COLLECTION, new WholeDocuments(kept::add));
        Map<String, FamilyDigest> newest = new HashMap<>();
        for (FamilyDigest digest : KeptDigests.latest(kept)) {
            newest.merge(digest.root(), digest, (one, other) -> one.version() >= other.version() ? one : other);
        }
        return newest;
    }

    /** One of another version is not believed by a start. */
    private static void compare(
            String id, @Nullable FamilyDigest remembered, Document document, StoreFindings findings) {
        if (remembered == null || remembered.version() != document.getLong("version")) {
            return;
        }
        FamilyDigest now = FamilyDigest.from(document);
        boolean isAlike = now.holding().equals(remembered.holding())
                && now.quotas().toList().equals(remembered.quotas().toList())
                && now.organisers().equals(remembered.organisers())
                && now.organisersOfVoid().equals(remembered.organisersOfVoid())
                && now.isUndecided() == remembered.isUndecided()
                && now.missing().equals(remembered.missing());
        if (!isAlike) {
            findings.derived("what is remembered of %s is not what it says", id);
        }
    }

    /** Looks through the documents once more, for who they are. */
    private static void tellOfSharedClaims(StoreSnapshot store, long[] twice, StoreFindings findings) {
        if (twice.length == 0) {
            return;
        }
        Map<Long, List<String>> holders = new TreeMap<>();
        store.read(MongoBookings.COLLECTION, new WholeDocuments(document -> {
            for (long claim : held(document)) {
                if (Arrays.binarySearch(twice, claim) >= 0) {
                    holders.computeIfAbsent(claim, any -> new ArrayList<>()).add(String.valueOf(document.get("_id")));
                }
            }
        }));
        holders.forEach((claim, ids) -> findings.wrong(
                "number %d in slot %d is held by %s",
                Claims.number(claim), Claims.slot(claim), String.join(" and ", ids)));
    }

    private static boolean hasUniqueClaims(StoreSnapshot store) {
        return store.indexes(MongoBookings.COLLECTION).stream()
                .anyMatch(index -> List.of("claims")
                                .equals(List.copyOf(index.getDocument("key").keySet()))
                        && index.containsKey("unique")
                        && index.get("unique").asBoolean().getValue());
    }

    /** The next start remembers the bookings anew. */
    @Override
    public List<String> repair(MongoDatabase database) {
        database.getCollection(KeptDigests.COLLECTION).drop();
        return List.of("what is remembered of the bookings is forgotten; the next start makes it anew of the bookings");
    }

    /** Many millions of claims as plain numbers. */
    private static final class ClaimTally {

        private static final int FIRST_ROOM = 1 << 16;

        private long[] claims = new long[FIRST_ROOM];
        private int count;

        void add(long[] more) {
            while (count + more.length > claims.length) {
                claims = Arrays.copyOf(claims, Math.multiplyExact(2, claims.length));
            }
            System.arraycopy(more, 0, claims, count, more.length);
            count += more.length;
        }

        /** Those that are there more than once, sorted. */
        long[] twice() {
            Arrays.sort(claims, 0, count);
            long[] found = new long[16];
            int twice = 0;
            for (int i = 1; i < count; i++) {
                if (claims[i] == claims[i - 1] && (twice == 0 || found[twice - 1] != claims[i])) {
                    if (twice == found.length) {
                        found = Arrays.copyOf(found, 2 * twice);
                    }
                    found[twice++] = claims[i];
                }
            }
            return Arrays.copyOf(found, twice);
        }
    }
}
