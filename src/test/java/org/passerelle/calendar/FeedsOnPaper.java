package org.passerelle.calendar;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.passerelle.account.Accounts;
import org.passerelle.account.PersonId;
import org.passerelle.booking.Booking;
import org.passerelle.booking.BookingChanged;
import org.passerelle.booking.BookingId;
import org.passerelle.booking.Bookings;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.directory.Directories;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The feeds of a small network, in an in-memory store, with bookings kept in a list and a clock that tests turn. */
public final class FeedsOnPaper implements AutoCloseable {

    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    private final List<Booking> stored = new ArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(CalendarBookings.TODAY);
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public FeedsOnPaper() {
        InstantSource time = now::get;
        context.registerBean(Clock.class, () -> time.withZone(ZoneOffset.UTC));
        context.registerBean(MongoTemplate.class, () -> new MongoTemplate(client, "feeds"));
        context.registerBean(Accounts.class, CalendarBookings::accounts);
        context.registerBean(Directories.class, () -> CalendarBookings::directory);
        context.registerBean(Bookings.class, StoredBookings::new);
        context.registerBean("applicationTaskExecutor", Executor.class, () -> Runnable::run);
        context.register(
                ReadingBookings.class, BookingCalendar.class, RoomFeedWriter.class, FeedFetches.class, Feeds.class);
        context.refresh();
    }

    public Feeds feeds() {
        return context.getBean(Feeds.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public void store(Booking... bookings) {
        for (Booking booking : bookings) {
            stored.removeIf(each -> each.id().equals(booking.id()));
            stored.add(booking);
            context.publishEvent(new BookingChanged(booking.id(), BookingChanged.Kind.CHANGED));
        }
    }

    public void pass(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    /** Every text that the store holds about feeds. */
    public String storedFeeds() {
        return bean(MongoTemplate.class).findAll(Document.class, "feeds").toString();
    }

    @Override
    public void close() {
        context.close();
        client.close();
        server.shutdownNow();
    }

    private final class StoredBookings implements Bookings {

        @Override
        public List<Booking> occupying(Collection<Integer> numbers, Interval window) {
            return stored.stream()
                    .filter(booking -> booking.occupying()
                            .flatMap(date -> date.places().stream())
                            .anyMatch(place -> place.occupied().overlaps(window)
                                    && place.numbers().stream().anyMatch(numbers::contains)))
                    .toList();
        }

        @Override
        public Optional<Booking> find(BookingId id) {
            return stored.stream().filter(booking -> booking.id().equals(id)).findFirst();
        }

        @Override
        public Write add(Booking booking) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Write replace(Booking changed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Write split(Booking earlier, Booking later) {
            throw new UnsupportedOperationException();
        }

        @Override
        public BookingId nextPart(BookingId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Booking> holding(Collection<Long> claims) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Booking> madeBy(PersonId organiser, Instant since) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Booking> held() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Collection<BookingId> missingRooms() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Collection<RoomId> inUse(Collection<RoomId> rooms, Instant since) {
            throw new UnsupportedOperationException();
        }
    }
}
