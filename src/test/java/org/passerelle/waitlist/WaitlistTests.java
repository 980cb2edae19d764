package org.passerelle.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.GUEST;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.People.ROSE;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.booking.Rooms.VISIO;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Together;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.StoredBookings;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.RequestKey;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.directory.Room;
import org.passerelle.platform.EmbeddedMongoStore;

/** Who waits for taken rooms, and who gets them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaitlistTests {

    private static final Duration HOLD = Duration.ofMinutes(30);

    private EmbeddedMongoStore store;
    private BookingDesk desk;
    private Waitlist waitlist;

    @BeforeAll
    void open(@TempDir Path folder) {
        store = EmbeddedMongoStore.open(
                folder, MongoBookingsWiring.indexes(), new M080_Waitlist(), new M250_PlacesInTheQueue());
    }

    @AfterAll
    void close() {
        store.close();
    }

    @BeforeEach
    void begin() {
        store.database().getCollection(WaitlistDocument.COLLECTION).deleteMany(new Document());
        store.database().getCollection(MongoBookingsWiring.COLLECTION).deleteMany(new Document());
        desk = new BookingDesk(MongoBookingsWiring.over(store.template()));
        waitlist = start();
    }

    /** As the program does when it starts. */
    private Waitlist start() {
        WaitlistEntries entries = new WaitlistEntries(store.template());
        WaitlistQueue queue = new WaitlistQueue();
        OfferHold offering = new OfferHold(
                People.accounts(),
                desk.booking,
                desk.holding,
                desk.cancelling,
                desk.reading,
                Rooms::directory,
                new WaitlistProperties(HOLD),
                desk.clock);
        ServeWaitlist serving = new ServeWaitlist(
                entries, queue, offering, event -> desk.events.add(event), new BookingDesk.AtOnce(), desk.clock);
        desk.listen(event -> {
            if (event instanceof BookingChanged changed) {
                serving.on(changed);
            }
        });
        Waitlist made = new Waitlist(entries, queue, serving, offering, desk.booking, People.accounts(), desk.clock);
        made.lookAtAll();
        return made;
    }

    private String join(Person person, Room... rooms) {
        return join(person, anOrder(rooms));
    }

    private String join(Person person, BookingOrder order) {
        WaitlistJoin result = waitlist.join(person, order, Optional.empty(), Optional.empty());
        assertThat(result).isInstanceOf(WaitlistJoin.Joined.class);
        return ((WaitlistJoin.Joined) result).entry().id();
    }

    private WaitlistEntry entry(Person person, String id) {
        return waitlist.find(person, id).orElseThrow();
    }

    private BookingId offer(Person person, String id) {
        assertThat(entry(person, id).state()).isEqualTo(WaitlistState.OFFERED);
        return entry(person, id).booking().orElseThrow();
    }

    private void assertSound() {
        new StoredBookings(store.database().getCollection(MongoBookingsWiring.COLLECTION), desk.bookings).assertSound();
    }

    @Test
    void offersTheRoomToTheFirstInLineOnceItIsFree() {
        Booking taken = desk.booked(NADIA, anOrder(SEINE));
        String first = join(CAMILLE, SEINE);
        String second = join(LOUIS, SEINE);
        assertThat(waitlist.position(entry(LOUIS, second))).contains(2);

        desk.cancel(taken, NADIA);

        BookingId hold = offer(CAMILLE, first);
        assertThat(desk.reading.find(hold)).map(Booking::state).contains(BookingState.HELD);
        assertThat(entry(LOUIS, second).state()).isEqualTo(WaitlistState.WAITING);
        assertThat(waitlist.position(entry(LOUIS, second))).contains(1);
        Instant until = desk.clock.instant().plus(HOLD);
        assertThat(desk.events).contains(new RoomOffered(first, CAMILLE.id(), hold, until));
    }

    @Test
    void doesNotLetALaterOneHaveWhatJustCameFreeBeforeTheFirstIsTold() {
        Booking taken = desk.booked(NADIA, anOrder(SEINE));
        String first = join(CAMILLE, SEINE);
        desk.bookings.replace(taken.cancelled(desk.clock.instant()));

        String second = join(LOUIS, SEINE);

        assertThat(entry(CAMILLE, first).state()).isEqualTo(WaitlistState.OFFERED);
        assertThat(entry(LOUIS, second).state()).isEqualTo(WaitlistState.WAITING);
    }

    @Test
    void offersAtOnceWhatIsFree() {
        String id = join(CAMILLE, SEINE);

        assertThat(entry(CAMILLE, id).state()).isEqualTo(WaitlistState.OFFERED);
    }

    @Test
    void endsWithTheConfirmation() {
        String id = join(CAMILLE, SEINE);

        BookingResult confirmed = desk.holding.confirm(CAMILLE, offer(CAMILLE, id), Optional.empty());

        assertThat(done(confirmed).state()).isEqualTo(BookingState.CONFIRMED);
        assertThat(entry(CAMILLE, id).state()).isEqualTo(WaitlistState.TAKEN);
    }

    @Test
    void passesAnOfferOnThatLapses() {
        String first = join(CAMILLE, SEINE);
        String second = join(LOUIS, SEINE);
        BookingId lapsing = offer(CAMILLE, first);

        desk.clock.advance(HOLD);
        desk.holding.release(lapsing);

        assertThat(entry(CAMILLE, first).state()).isEqualTo(WaitlistState.EXPIRED);
        assertThat(entry(LOUIS, second).state()).isEqualTo(WaitlistState.OFFERED);
    }

    @Test
    void passesAnOfferOnAlsoWhenNoAlarmRings() {
        String first = join(CAMILLE, SEINE);
        String second = join(LOUIS, SEINE);
        offer(CAMILLE, first);
        desk.clock.advance(HOLD);
        assertThat(entry(CAMILLE, first).state()).isEqualTo(WaitlistState.EXPIRED);

        waitlist.lookAtAll();

        assertThat(entry(LOUIS, second).state()).isEqualTo(WaitlistState.OFFERED);
    }

    @Test
    void passesAnOfferOnThatIsGivenBack() {
        String first = join(CAMILLE, SEINE);
        String second = join(LOUIS, SEINE);

        boolean left = waitlist.leave(CAMILLE, first);

        assertThat(left).isTrue();
        assertThat(entry(CAMILLE, first).state()).isEqualTo(WaitlistState.LEFT);
        assertThat(entry(LOUIS, second).state()).isEqualTo(WaitlistState.OFFERED);
        assertThat(waitlist.leave(CAMILLE, first)).isTrue();
    }

    @Test
    void offersNothingToWhoeverLeft() {
        Booking taken = desk.booked(NADIA, anOrder(SEINE));
        String first = join(CAMILLE, SEINE);
        waitlist.leave(CAMILLE, first);

        desk.cancel(taken, NADIA);

        assertThat(entry(CAMILLE, first).state()).isEqualTo(WaitlistState.LEFT);
        desk.booked(ROSE, anOrder(SEINE));
    }

    @Test
    void keepsAConfirmedBookingOfWhoeverLeaves() {
        String id = join(CAMILLE, SEINE);
        BookingId hold = offer(CAMILLE, id);
        done(desk.holding.confirm(CAMILLE, hold, Optional.empty()));

        waitlist.leave(CAMILLE, id);

        assertThat(entry(CAMILLE, id).state()).isEqualTo(WaitlistState.TAKEN);
        assertThat(desk.reading.find(hold)).map(Booking::state).contains(BookingState.CONFIRMED);
    }

    @Test
    void waitsNoLongerThanWasSaid() {
        Booking taken = desk.booked(NADIA, anOrder(SEINE));
        Instant until = desk.clock.instant().plus(Duration.ofHours(1));
        WaitlistJoin joined = waitlist.join(CAMILLE, anOrder(SEINE), Optional.of(until), Optional.empty());
        String id = ((WaitlistJoin.Joined) joined).entry().id();
        desk.clock.advance(Duration.ofHours(1));
        assertThat(entry(CAMILLE, id).state()).isEqualTo(WaitlistState.EXPIRED);

        desk.cancel(taken, NADIA);

        assertThat(entry(CAMILLE, id).booking()).isEmpty();
    }

    @Test
    void waitsNoLongerThanUntilItWouldBegin() {
        Booking taken = desk.booked(NADIA, anOrder(SEINE));
        String id = join(CAMILLE, SEINE);
        desk.clock.advance(Duration.between(desk.clock.instant(), Instant.parse("2026-04-01T07:10:00Z")));

        desk.cancel(taken, NADIA);

        assertThat(entry(CAMILLE, id).state()).isEqualTo(WaitlistState.EXPIRED);
    }

    @Test
    void holdsNoLongerThanUntilItBegins() {
        desk.clock.advance(Duration.between(desk.clock.instant(), Instant.parse("2026-04-01T06:50:00Z")));

        String id = join(CAMILLE, SEINE);

        assertThat(entry(CAMILLE, id).standing().offer())
                .map(WaitlistEntry.HoldOffer::until)
                .contains(Instant.parse("2026-04-01T07:00:00Z"));
    }

    @Test
    void letsOthersByWhoWantSomethingElse() {
        Booking taken = desk.booked(NADIA, anOrder(SEINE));
        desk.booked(NADIA, anOrder(VISIO));
        String both = join(CAMILLE, SEINE, VISIO);
        String one = join(LOUIS, SEINE);

        desk.cancel(taken, NADIA);

        assertThat(entry(CAMILLE, both).state()).isEqualTo(WaitlistState.WAITING);
        assertThat(entry(LOUIS, one).state()).isEqualTo(WaitlistState.OFFERED);
    }

    @Test
    void letsNobodyByWhoWasOvertakenThreeTimes() {
        desk.booked(NADIA, anOrder(VISIO));
        String both = join(CAMILLE, SEINE, VISIO);
        for (int i = 0; i < 3; i++) {
            String younger = join(LOUIS, SEINE);
            offer(LOUIS, younger);
            waitlist.leave(LOUIS, younger);
        }

        String fourth = join(LOUIS, SEINE);
        String elsewhere = join(LOUIS, ALMONT);
        String later = join(LOUIS, changed(anOrder(SEINE), at("2026-04-01T10:00")));

        assertThat(entry(CAMILLE, both).standing().overtaken()).isEqualTo(3);
        assertThat(entry(LOUIS, fourth).state()).isEqualTo(WaitlistState.WAITING);
        assertThat(entry(LOUIS, elsewhere).state()).isEqualTo(WaitlistState.OFFERED);
        assertThat(entry(LOUIS, later).state()).isEqualTo(WaitlistState.OFFERED);
    }

    @Test
    void servesWhoeverWasHeldUpOnceTheStarvingOneLeaves() {
        desk.booked(NADIA, anOrder(VISIO));
        String both = join(CAMILLE, SEINE, VISIO);
        for (int i = 0; i < 3; i++) {
            waitlist.leave(LOUIS, join(LOUIS, SEINE));
        }
        String fourth = join(LOUIS, SEINE);

        waitlist.leave(CAMILLE, both);

        assertThat(entry(LOUIS, fourth).state()).isEqualTo(WaitlistState.OFFERED);
    }

    @Test
    void servesTheStarvingOneFirst() {
        Booking visio = desk.booked(NADIA, anOrder(VISIO));
        String both = join(CAMILLE, SEINE, VISIO);
        for (int i = 0; i < 3; i++) {
            waitlist.leave(LOUIS, join(LOUIS, SEINE));
        }
        String fourth = join(LOUIS, SEINE);

        desk.cancel(visio, NADIA);

        assertThat(entry(CAMILLE, both).state()).isEqualTo(WaitlistState.OFFERED);
        assertThat(entry(LOUIS, fourth).state()).isEqualTo(WaitlistState.WAITING);
        assertSound();
    }

    @Test
    void remembersTheLineAfterARestart() {
        Booking taken = desk.booked(NADIA, anOrder(SEINE));
        String first = join(CAMILLE, SEINE);
        String second = join(LOUIS, SEINE);
        desk = new BookingDesk(MongoBookingsWiring.over(store.template()));
        desk.cancel(taken, NADIA);

        waitlist = start();

        assertThat(entry(CAMILLE, first).state()).isEqualTo(WaitlistState.OFFERED);
        assertThat(entry(LOUIS, second).state()).isEqualTo(WaitlistState.WAITING);
    }

    @Test
    void meetsTheHoldThatItMadeBeforeACrash() {
        Booking taken = desk.booked(NADIA, anOrder(SEINE));
        String id = join(CAMILLE, SEINE);
        desk = new BookingDesk(MongoBookingsWiring.over(store.template()));
        desk.cancel(taken, NADIA);
        BookingResult hold = desk.booking.book(
                CAMILLE, anOrder(SEINE), Optional.of(HOLD), RequestKey.repeatable(CAMILLE.id(), "waitlist:" + id, id));

        waitlist = start();

        assertThat(offer(CAMILLE, id)).isEqualTo(done(hold).id());
    }

    @Test
    void keepsOnesPlaceToOneself() {
        String id = join(CAMILLE, SEINE);

        assertThat(waitlist.find(LOUIS, id)).isEmpty();
        assertThat(waitlist.leave(LOUIS, id)).isFalse();
        assertThat(waitlist.of(LOUIS)).isEmpty();
        assertThat(entry(CAMILLE, id).state()).isEqualTo(WaitlistState.OFFERED);
    }

    @Test
    void refusesWhatRulesForbid() {
        WaitlistJoin guest = waitlist.join(GUEST, anOrder(SEINE), Optional.empty(), Optional.empty());
        WaitlistJoin night = waitlist.join(
                CAMILLE, changed(anOrder(SEINE), at("2026-04-01T22:00")), Optional.empty(), Optional.empty());

        assertThat(codes(guest)).containsExactly(ReasonCode.NOT_ALLOWED);
        assertThat(codes(night)).containsExactly(ReasonCode.OUTSIDE_OPENING_HOURS);
    }

    private static List<ReasonCode> codes(WaitlistJoin result) {
        return ((WaitlistJoin.Refused) result)
                .reasons().stream().map(Reason::code).toList();
    }

    @Test
    void letsNobodyWaitForMoreThanTwentyThings() {
        desk.booked(NADIA, anOrder(SEINE));
        for (int i = 0; i < Waitlist.MOST; i++) {
            join(CAMILLE, SEINE);
        }

        WaitlistJoin result = waitlist.join(CAMILLE, anOrder(SEINE), Optional.empty(), Optional.empty());

        assertThat(codes(result)).containsExactly(ReasonCode.NOT_ALLOWED);
    }

    @Test
    void letsNobodyWaitForMoreOnTwoNodesAtOnce() {
        desk.booked(NADIA, anOrder(SEINE));
        List<WaitlistEntries> nodes =
                List.of(new WaitlistEntries(store.template()), new WaitlistEntries(store.template()));
        List<WaitlistEntry> entries = IntStream.range(0, 3 * Waitlist.MOST)
                .mapToObj(number -> new WaitlistEntry(
                        "%032d".formatted(number),
                        CAMILLE.id(),
                        anOrder(SEINE),
                        desk.clock.instant(),
                        Optional.empty(),
                        WaitlistEntry.EntryStanding.fresh(desk.clock.instant())))
                .toList();

        List<Boolean> added = Together.all(IntStream.range(0, entries.size())
                .<Callable<Boolean>>mapToObj(number ->
                        () -> nodes.get(number % 2).add(entries.get(number), Waitlist.MOST, desk.clock.instant()))
                .toList());

        assertThat(added.stream().filter(each -> each)).hasSize(Waitlist.MOST);
        assertThat(nodes.get(0).of(CAMILLE.id())).hasSize(Waitlist.MOST);
    }

    @Test
    void givesThePlaceOfOneWhoLeftToAnother() {
        desk.booked(NADIA, anOrder(SEINE));
        List<String> ids = IntStream.range(0, Waitlist.MOST)
                .mapToObj(number -> join(CAMILLE, SEINE))
                .toList();

        assertThat(waitlist.leave(CAMILLE, ids.get(7))).isTrue();

        join(CAMILLE, SEINE);
        assertThat(codes(waitlist.join(CAMILLE, anOrder(SEINE), Optional.empty(), Optional.empty())))
                .containsExactly(ReasonCode.NOT_ALLOWED);
    }

    @Test
    void givesThePlaceOfOneWhoseTimeIsOverToAnother() {
        desk.booked(NADIA, anOrder(SEINE));
        Instant soon = desk.clock.instant().plusSeconds(60);
        for (int i = 0; i < Waitlist.MOST; i++) {
            waitlist.join(CAMILLE, anOrder(SEINE), Optional.of(soon), Optional.empty());
        }

        desk.clock.advance(Duration.ofSeconds(61));

        join(CAMILLE, SEINE);
    }

    @Test
    void numbersThePlacesOfAnOlderFolder() {
        desk.booked(NADIA, anOrder(SEINE));
        for (int i = 0; i < Waitlist.MOST; i++) {
            join(CAMILLE, SEINE);
        }
        MongoCollection<Document> collection = store.database().getCollection(WaitlistDocument.COLLECTION);
        collection.updateMany(new Document(), new Document("$unset", new Document("place", "")));

        new M250_PlacesInTheQueue().apply(store.database());
        new M250_PlacesInTheQueue().apply(store.database());

        assertThat(codes(waitlist.join(CAMILLE, anOrder(SEINE), Optional.empty(), Optional.empty())))
                .containsExactly(ReasonCode.NOT_ALLOWED);
    }

    @Test
    void takesARepeatedRequestAsTheFirst() {
        WaitlistJoin first = waitlist.join(CAMILLE, anOrder(SEINE), Optional.empty(), Optional.of("key"));
        WaitlistJoin second = waitlist.join(CAMILLE, anOrder(SEINE), Optional.empty(), Optional.of("key"));
        WaitlistJoin other = waitlist.join(CAMILLE, anOrder(VISIO), Optional.empty(), Optional.of("key"));

        assertThat(second).isInstanceOf(WaitlistJoin.JoinedBefore.class);
        assertThat(((WaitlistJoin.JoinedBefore) second).entry().id())
                .isEqualTo(((WaitlistJoin.Joined) first).entry().id());
        assertThat(other).isInstanceOf(WaitlistJoin.Refused.class);
    }

    @Test
    void keepsOneHolderOfEachRoomWhileEightClientsWaitBookAndCancel() {
        List<Callable<Integer>> clients = new ArrayList<>();
        for (int client = 0; client < 8; client++) {
            Random random = new Random(client);
            clients.add(() -> waitBookAndCancel(random));
        }

        Together.all(clients);
        waitlist.lookAtAll();

        assertSound();
        assertThat(waitlist.of(CAMILLE))
                .filteredOn(entry -> entry.state() == WaitlistState.OFFERED)
                .hasSizeLessThanOrEqualTo(2);
    }

    private int waitBookAndCancel(Random random) {
        for (int step = 0; step < 10; step++) {
            Room room = random.nextBoolean() ? SEINE : VISIO;
            BookingResult made = desk.book(NADIA, anOrder(room));
            WaitlistJoin joined = waitlist.join(CAMILLE, anOrder(room), Optional.empty(), Optional.empty());
            if (made instanceof BookingResult.Done done) {
                desk.cancel(done.booking(), NADIA);
            }
            if (joined instanceof WaitlistJoin.Joined waiting && random.nextBoolean()) {
                waitlist.leave(CAMILLE, waiting.entry().id());
            }
        }
        return 0;
    }
}
