package org.passerelle.booking.store.mongo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.passerelle.booking.changelog.mongo.ChangeTails;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.model.Holding.Stretch;

/**
 * One document: a booking, and the bookings that were split off it by "this and following". They share one array of
 * claims, which is how a split hands claims over without ever letting go of them.
 *
 * @param changes what its last writes changed, for the change log; empty where nobody looked
 */
record Family(String root, long version, List<Booking> members, List<Document> changes) {

    private static final int MOST_MEMBERS = 500;

    /** An edit costs as much as its document holds claims. */
    private static final int MOST_CLAIMS = 50_000;

    /** Of the members as BSON, claims not counted. What one booking alone can come to is less. */
    static final int MOST_BYTES = 2_000_000;

    Family {
        members = List.copyOf(members);
        changes = List.copyOf(changes);
    }

    Family(String root, long version, List<Booking> members) {
        this(root, version, members, List.of());
    }

    static Family of(Booking booking) {
        return new Family(booking.id().root(), booking.version(), List.of(booking));
    }

    static Family from(Document document) {
        long version = document.getLong("version");
        return new Family(
                document.getString("_id"),
                version,
                document.getList("bookings", Document.class).stream()
                        .map(each -> BookingDocument.toBooking(each, version))
                        .toList(),
                document.getList(ChangeTails.FIELD, Document.class, List.of()));
    }

    Family with(Booking... changed) {
        List<Booking> all = new ArrayList<>(members);
        for (Booking booking : changed) {
            all.removeIf(member -> member.id().equals(booking.id()));
            all.add(booking);
        }
        return new Family(root, version, all, changes);
    }

    /** The same family as it is once written under {@code newVersion}. */
    Family at(long newVersion) {
        return new Family(root, newVersion, members, changes);
    }

    BookingId nextId() {
        int last = members.stream().mapToInt(member -> member.id().part()).max().orElse(0);
        return new BookingId(root).withPart(last + 1);
    }

    /** All claims, sorted; one held by two members comes twice, but for places among what one has open, which they share. */
    long[] claims() {
        if (members.size() == 1) {
            return members.get(0).claims();
        }
        Set<Integer> shared = members.stream()
                .flatMap(member -> member.status().openPlaces().stream())
                .map(Stretch::number)
                .collect(Collectors.toSet());
        LongStream all = members.stream().flatMapToLong(member -> Arrays.stream(member.claims()));
        if (shared.isEmpty()) {
            return all.sorted().toArray();
        }
        Map<Boolean, List<Long>> areShared =
                all.boxed().collect(Collectors.partitioningBy(claim -> shared.contains(Claims.number(claim))));
        return Stream.concat(
                        areShared.getOrDefault(false, List.of()).stream(),
                        areShared.getOrDefault(true, List.of()).stream().distinct())
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
    }

    /** Whether two members claim the same, which the index cannot see within one document. */
    boolean collidesWithItself() {
        long[] claims = claims();
        return Arrays.stream(claims).distinct().count() < claims.length;
    }

    boolean isTooLarge() {
        return members.size() > MOST_MEMBERS
                || claims().length > MOST_CLAIMS
                || (members.size() > 1 && bytes() > MOST_BYTES);
    }

    private int bytes() {
        return new RawBsonDocument(new Document("bookings", bodies()), new DocumentCodec())
                .getByteBuffer()
                .remaining();
    }

    /**
     * The document to store under {@code newVersion}; without claims the field is left out, so the sparse index skips it.
     *
     * @param tail what this write changes, and those before it that may not be in the change log
     */
    Document toDocument(long newVersion, List<Document> tail) {
        Document document = new Document("_id", root).append("version", newVersion);
        long[] claims = claims();
        if (claims.length > 0) {
            document.append("claims", Arrays.stream(claims).boxed().toList());
        }
        return document.append("bookings", bodies()).append(ChangeTails.FIELD, tail);
    }

    List<Document> bodies() {
        return members.stream().map(BookingDocument::from).toList();
    }

    Stream<Booking> stream() {
        return members.stream();
    }
}
