package org.passerelle.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.CalendarUid;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Identity;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Status;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.booking.store.mongo.StoredForm;
import org.passerelle.directory.Room;
import org.passerelle.platform.EmbeddedMongoStore;
import org.passerelle.platform.Migration;
import org.passerelle.time.Interval;

/** The bookings of a made-up network in the embedded store, some dates to a document. */
final class StoredOccurrences implements AutoCloseable {

    private static final int A_BATCH = 500;

    private final MadeNetwork network;
    private final EmbeddedMongoStore store;

    private StoredOccurrences(MadeNetwork network, EmbeddedMongoStore store) {
        this.network = network;
        this.store = store;
    }

    /** @param isIndexed whether claims are indexed as in the program; making that index takes long */
    static StoredOccurrences of(MadeNetwork network, int datesADocument, boolean isIndexed, Path folder) {
        Migration[] migrations = isIndexed ? new Migration[] {MongoBookingsWiring.indexes()} : new Migration[0];
        StoredOccurrences stored = new StoredOccurrences(network, EmbeddedMongoStore.open(folder, migrations));
        stored.fill(datesADocument);
        return stored;
    }

    EmbeddedMongoStore store() {
        return store;
    }

    private MongoCollection<Document> collection() {
        return store.database().getCollection(StoredForm.COLLECTION);
    }

    long documents() {
        return collection().countDocuments();
    }

    private void fill(int datesADocument) {
        List<Document> batch = new ArrayList<>();
        List<Room> rooms = List.copyOf(network.directory().rooms());
        for (int index = 0; index < rooms.size(); index++) {
            Room room = rooms.get(index);
            long[] slots = network.hoursOf(index);
            List<Occurrence> dates = new ArrayList<>();
            network.forEachBooking(index, hour -> {
                dates.add(date(room, MadeNetwork.hour(slots[hour])));
                if (dates.size() == datesADocument) {
                    batch.add(document(room, dates));
                    dates.clear();
                }
                if (batch.size() == A_BATCH) {
                    collection().insertMany(batch);
                    batch.clear();
                }
            });
            if (!dates.isEmpty()) {
                batch.add(document(room, dates));
            }
        }
        if (!batch.isEmpty()) {
            collection().insertMany(batch);
        }
    }

    private static Occurrence date(Room room, Interval time) {
        Place place = new Place(room.id(), room.numbers(), time);
        return new Occurrence(time.start(), time, List.of(place), List.of(), OccurrenceState.PLANNED);
    }

    private Document document(Room room, List<Occurrence> dates) {
        LocalDateTime start = LocalDateTime.ofInstant(
                dates.get(0).time().start(), network.directory().siteOf(room).zone());
        return StoredForm.of(new Booking(
                new Identity(BookingId.random(), CalendarUid.random(), "0f".repeat(32)),
                MadeBookings.somebody(room.numbers().get(0) % 1_000),
                new Content(MadeBookings.TITLE, "", Visibility.ORGANISATION, 0, List.of(), Optional.empty()),
                new Schedule(
                        start,
                        network.directory().siteOf(room).zone(),
                        Duration.ofHours(1),
                        Optional.empty(),
                        Set.of()),
                List.of(room.id()),
                new Booking.Dates(dates, List.of()),
                Status.fresh(BookingState.CONFIRMED, Optional.empty(), MadeNetwork.NOW)));
    }

    /** Which rooms are free: asks for all bookings with a date that overlaps. */
    int freeByDates(Interval hour) {
        return network.size().rooms() - taken(Filters.elemMatch("bookings.occurrences", overlapping(hour)), hour);
    }

    private static Bson overlapping(Interval hour) {
        return Filters.and(Filters.lt("start", Date.from(hour.end())), Filters.gt("end", Date.from(hour.start())));
    }

    /** Which rooms are free: asks who holds any slot of any room, by the index that keeps bookings apart. */
    int freeByClaims(Interval hour) {
        List<Integer> numbers =
                IntStream.rangeClosed(1, network.size().rooms()).boxed().toList();
        List<Long> claims = Claims.of(numbers, hour).boxed().toList();
        return network.size().rooms() - taken(Filters.in("claims", claims), hour);
    }

    /** Whether one room is free: asks for its bookings that overlap, as is done for each room in turn. */
    boolean isFree(Room room, Interval hour) {
        Bson held = Filters.and(
                overlapping(hour), Filters.eq("places.room", room.id().value()));
        return collection()
                        .find(Filters.elemMatch("bookings.occurrences", held))
                        .first()
                == null;
    }

    private int taken(Bson filter, Interval hour) {
        Set<Integer> numbers = new HashSet<>();
        collection()
                .find(filter)
                .projection(Projections.exclude("claims"))
                .map(StoredForm::read)
                .forEach(booking -> booking.occupying()
                        .filter(date -> date.time().overlaps(hour))
                        .map(Occurrence::places)
                        .flatMap(Collection::stream)
                        .forEach(place -> numbers.addAll(place.numbers())));
        return numbers.size();
    }

    @Override
    public void close() {
        store.close();
    }
}
