package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.ByteBuf;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.store.Bookings;

/** The documents of the bookings as they lie in the database, looked at past everything that writes them. */
public final class StoredBookings {

    private final MongoCollection<Document> collection;
    private final Bookings bookings;

    public StoredBookings(MongoCollection<Document> collection, Bookings bookings) {
        this.collection = collection;
        this.bookings = bookings;
    }

    public long count() {
        return collection.countDocuments();
    }

    public void clear() {
        collection.deleteMany(new Document());
    }

    public List<Long> claims(BookingId id) {
        return document(id).getList("claims", Long.class, List.of());
    }

    byte[] bytes(BookingId id) {
        ByteBuf raw = Objects.requireNonNull(collection
                        .withDocumentClass(RawBsonDocument.class)
                        .find(Filters.eq("_id", id.root()))
                        .first())
                .getByteBuffer();
        byte[] bytes = new byte[raw.remaining()];
        raw.get(bytes);
        return bytes;
    }

    private Document document(BookingId id) {
        return Objects.requireNonNull(
                collection.find(Filters.eq("_id", id.root())).first());
    }

    /** Every booking there is. */
    public List<Booking> all() {
        return collection.find().into(new ArrayList<>()).stream()
                .flatMap(document -> document.getList("bookings", Document.class).stream())
                .map(each -> bookings.find(new BookingId(each.getString("id"))).orElseThrow())
                .toList();
    }

    /** Asserts that nothing is held twice, and that what each document claims is what its dates imply. */
    public void assertSound() {
        Map<Long, String> holders = new HashMap<>();
        for (Document document : collection.find()) {
            String id = document.getString("_id");
            List<Booking> members = document.getList("bookings", Document.class).stream()
                    .map(each ->
                            bookings.find(new BookingId(each.getString("id"))).orElseThrow())
                    .toList();
            // What is split off a booking counts as one with it, and shares its places among what one has open.
            Set<Long> places = members.stream()
                    .flatMap(member -> member.status().openPlaces().stream())
                    .flatMap(place -> Claims.of(place).boxed())
                    .collect(Collectors.toSet());
            List<Long> implied = Stream.concat(
                            members.stream().flatMap(StoredBookings::claimsOf).filter(claim -> !places.contains(claim)),
                            members.stream()
                                    .flatMap(StoredBookings::claimsOf)
                                    .filter(places::contains)
                                    .distinct())
                    .sorted()
                    .toList();
            List<Long> claims = document.getList("claims", Long.class, List.of());
            assertThat(claims).as("claims of %s", id).isEqualTo(implied).doesNotHaveDuplicates();
            for (Long claim : claims) {
                assertThat(holders.put(claim, id))
                        .as("another holder of what %s holds", id)
                        .isNull();
            }
        }
    }

    private static Stream<Long> claimsOf(Booking booking) {
        return Arrays.stream(booking.claims()).boxed();
    }
}
