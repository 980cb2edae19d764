package org.passerelle.calendar.feed;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bson.Document;
import org.passerelle.account.Accounts;
import org.passerelle.account.AccountsInMemory;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.account.Preferences;
import org.passerelle.account.PreferencesInMemory;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.store.BookingWrite;
import org.passerelle.booking.store.Bookings;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.calendar.CalendarBookings;
import org.passerelle.calendar.feed.cache.FeedCaches;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.calendar.write.AttendeeAnswers;
import org.passerelle.calendar.write.BookingCalendar;
import org.passerelle.calendar.write.EventRendering;
import org.passerelle.calendar.write.JoinLinks;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;
import org.passerelle.i18n.FeedTexts;
import org.passerelle.platform.PasserelleProperties;
import org.passerelle.platform.PublicUrl;
import org.passerelle.platform.StoreAccess;
import org.passerelle.platform.cache.NamedCaches;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The feeds of a small network, in an in-memory store, with bookings kept in a list and a clock that tests turn. */
public final class FeedsOnPaper implements AutoCloseable {

    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    private final StoredBookings bookings = new StoredBookings();
    private final Map<BookingId, List<AttendeeAnswers.AttendeeAnswer>> answers = new HashMap<>();
    private final AccountsInMemory accounts = CalendarBookings.accounts();
    final PreferencesInMemory preferences = new PreferencesInMemory();
    Directory directory = CalendarBookings.directory();
    private final AtomicReference<Instant> now = new AtomicReference<>(CalendarBookings.TODAY);
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public FeedsOnPaper() {
        this((booking, who) -> Optional.empty());
    }

    FeedsOnPaper(JoinLinks links) {
        context.registerBean(JoinLinks.class, () -> links);
        InstantSource time = now::get;
        context.registerBean(Clock.class, () -> time.withZone(ZoneOffset.UTC));
        context.registerBean(MongoTemplate.class, () -> new MongoTemplate(client, "feeds"));
        context.registerBean(Accounts.class, () -> accounts);
        context.registerBean(Preferences.class, () -> preferences);
        context.registerBean(Directories.class, () -> () -> directory);
        context.registerBean(StoredBookings.class, () -> bookings);
        context.registerBean(PasserelleProperties.class, () -> settings());
        context.registerBean(StoreAccess.class, () -> StoreAccess.EXCLUSIVE);
        context.registerBean(AttendeeAnswers.class, () -> asked -> {
            Map<BookingId, List<AttendeeAnswers.AttendeeAnswer>> known = new HashMap<>(answers);
            known.keySet().retainAll(asked.stream().map(Booking::id).toList());
            return known;
        });
        context.registerBean("applicationTaskExecutor", Executor.class, () -> Runnable::run);
        context.registerBean(
                FeedFetches.class,
                () -> new FeedFetches(context.getBean(MongoTemplate.class), Runnable::run, Duration.ZERO));
        context.register(
                ReadingBookings.class,
                PublicUrl.class,
                FeedTexts.class,
                EventRendering.Factory.class,
                BookingCalendar.class,
                FeedHead.class,
                TaskFeedWriter.class,
                FeedWriter.class,
                FeedDocuments.class,
                FeedTopics.class,
                FeedReaders.class,
                NamedCaches.class,
                FeedCaches.class,
                PublishedFeeds.class,
                FeedWarming.class,
                FreeBusy.class,
                Feeds.class);
        context.refresh();
    }

    public Feeds feeds() {
        return context.getBean(Feeds.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** What the invited of a booking have answered by now. */
    void answer(Booking booking, AttendeeAnswers.AttendeeAnswer... given) {
        answers.put(booking.id(), List.of(given));
        context.publishEvent(new AttendeeAnswers.Changed(booking));
    }

    /** Stores bookings that nobody has heard of, and tells nobody. */
    public void storeNew(List<Booking> bookings) {
        this.bookings.stored.addAll(bookings);
    }

    public void store(Booking... bookings) {
        for (Booking booking : bookings) {
            this.bookings.store(booking);
        }
    }

    /** Makes a feed and returns its token. */
    public String feed(Person owner, FeedScope scope, String of, FeedDetail detail) {
        return issued(owner, scope, of, detail, Locale.ENGLISH).token();
    }

    /** Makes a feed. */
    public FeedResult.Issued issued(Person owner, FeedScope scope, String of, FeedDetail detail, Locale locale) {
        FeedResult result = feeds().make(owner, feeds().subject(scope, of), detail, locale);
        if (result instanceof FeedResult.Issued issued) {
            return issued;
        }
        throw new AssertionError(result);
    }

    /** The calendar of a token as it is fetched now. */
    public PublishedCalendar fetch(String token) {
        return bean(PublishedFeeds.class).fetch(token, false).orElseThrow();
    }

    public String text(String token) {
        return new String(fetch(token).body(), StandardCharsets.UTF_8);
    }

    /** What is known of somebody from now on. */
    public void replacePerson(Person person) {
        accounts.put(person);
    }

    /** Has something happen between the next read and what is done with it. */
    void afterNextRead(Runnable meanwhile) {
        bookings.meanwhile = meanwhile;
    }

    /** How often bookings were read from the store. */
    public int reads() {
        return bookings.reads;
    }

    public void pass(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    /** Every text that the store holds about feeds. */
    public String storedFeeds() {
        return bean(MongoTemplate.class).findAll(Document.class, "feeds").toString();
    }

    private static PasserelleProperties settings() {
        return new PasserelleProperties(
                Path.of("data"),
                URI.create("https://salles.example"),
                null,
                Duration.ZERO,
                new PasserelleProperties.Demo("", List.of()));
    }

    @Override
    public void close() {
        context.close();
        client.close();
        server.shutdownNow();
    }

    private static final class StoredBookings implements Bookings, Occupancy {

        private final List<Booking> stored = new ArrayList<>();
        private final List<Follower> followers = new ArrayList<>();
        private int reads;
        private Runnable meanwhile = () -> {};

        void store(Booking booking) {
            String root = booking.id().root();
            List<Booking> before = inDocument(root);
            stored.removeIf(each -> each.id().equals(booking.id()));
            stored.add(booking.withStatus(booking.status())); // another one each time, as what is read from a store is
            List<Holding.Stretch> stretches = booking.occupying()
                    .flatMap(date -> date.places().stream())
                    .flatMap(place -> place.numbers().stream()
                            .map(number -> new Holding.Stretch(
                                    number, Slots.first(place.occupied()), Slots.endExclusive(place.occupied()))))
                    .toList();
            followers.forEach(each -> each.wrote(
                    new Holding(root, booking.version(), stretches), new BookingWrite(root, before, inDocument(root))));
        }

        private List<Booking> inDocument(String root) {
            return stored.stream().filter(each -> each.id().root().equals(root)).toList();
        }

        private List<Booking> read(Predicate<Booking> wanted) {
            reads++;
            List<Booking> found = stored.stream().filter(wanted).toList();
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
            return found;
        }

        @Override
        public List<Booking> occupying(Collection<Integer> numbers, Interval window) {
            return read(booking -> booking.occupying()
                    .flatMap(date -> date.places().stream())
                    .anyMatch(place -> place.occupied().overlaps(window)
                            && place.numbers().stream().anyMatch(numbers::contains)));
        }

        @Override
        public List<Booking> occupying(Collection<Integer> numbers, Interval window, OrganisationId organisation) {
            return occupying(numbers, window).stream()
                    .filter(booking -> booking.owner().organisation().equals(Optional.of(organisation)))
                    .toList();
        }

        @Override
        public List<Booking> madeBy(PersonId organiser, Instant since) {
            return read(booking -> booking.owner().organiser().equals(organiser) && endsAfter(booking, since));
        }

        @Override
        public List<Booking> inviting(EmailAddress whom, Instant since) {
            return read(booking -> booking.content().attendees().stream()
                            .anyMatch(attendee -> attendee.email().equals(whom))
                    && endsAfter(booking, since));
        }

        @Override
        public List<Booking> voidMadeBy(PersonId organiser, Instant since) {
            return read(
                    booking -> booking.isVoid() && booking.owner().organiser().equals(organiser));
        }

        @Override
        public void madeFor(OrganisationId organisation, Instant since, Consumer<Booking> each) {
            read(booking -> booking.owner().organisation().equals(Optional.of(organisation))
                            && endsAfter(booking, since))
                    .forEach(each);
        }

        @Override
        public List<Booking> inDocumentsOccupying(Collection<Integer> numbers, Interval window, Set<String> known) {
            Set<String> roots = occupying(numbers, window).stream()
                    .map(booking -> booking.id().root())
                    .filter(root -> !known.contains(root))
                    .collect(Collectors.toSet());
            return stored.stream()
                    .filter(booking -> roots.contains(booking.id().root()))
                    .toList();
        }

        private static boolean endsAfter(Booking booking, Instant since) {
            return booking.occupying().anyMatch(date -> date.time().end().isAfter(since));
        }

        @Override
        public List<Booking> inDocuments(Collection<String> roots) {
            return read(booking -> roots.contains(booking.id().root()));
        }

        @Override
        public void follow(Follower follower) {
            followers.add(follower);
        }

        @Override
        public void recallAll(Consumer<Holding> each) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void readAll(Consumer<Holding> each) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Holding> read(Collection<String> roots) {
            throw new UnsupportedOperationException();
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
        public List<Booking> held() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Booking> requested() {
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
