package org.passerelle.booking.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.inRooms;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.People.ROSE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.OnEmbeddedStore;
import org.passerelle.booking.Orders;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;

/** Whoever answers from memory is told of every write as it is made, and is told what is stored. */
class OccupancyTests extends OnEmbeddedStore {

    private static final String THIRD = "2026-04-15T07:00:00Z";

    private MongoBookingsWiring.Wired wired;
    private BookingDesk desk;
    private Map<String, Holding> told;
    private List<BookingWrite> writes;

    @BeforeEach
    void begin() {
        wired = MongoBookingsWiring.wiredOver(template());
        desk = new BookingDesk(wired.bookings());
        told = new HashMap<>();
        writes = new ArrayList<>();
        wired.occupancy().follow(new Occupancy.Follower() {
            @Override
            public void wrote(Holding holding) {
                told.put(holding.root(), holding);
            }

            @Override
            public void wrote(Holding holding, BookingWrite write) {
                wrote(holding);
                writes.add(write);
            }

            @Override
            public boolean knows(String root, long version) {
                return told.containsKey(root) && told.get(root).version() >= version;
            }
        });
    }

    /** What is told and read as sets, for stretches come in no order. */
    private static Map<String, Set<Stretch>> sets(Collection<Holding> holdings) {
        Map<String, Set<Stretch>> sets = new HashMap<>();
        holdings.forEach(each -> sets.put(each.root() + " at " + each.version(), new HashSet<>(each.stretches())));
        return sets;
    }

    private static List<Holding> all(Consumer<Consumer<Holding>> source) {
        List<Holding> all = new ArrayList<>();
        source.accept(all::add);
        return all;
    }

    private void bookAllSortsOfThings() {
        desk.booked(CAMILLE, anOrder(Rooms.FORUM, Rooms.GRAND_SALON, Rooms.PROJECTORS));
        desk.booked(ROSE, anOrder(Rooms.VISIO));
        desk.hold(NADIA, Orders.changed(anOrder(Rooms.SUITE), at("2026-04-01T16:00")), Duration.ofMinutes(5));
        Booking series = desk.booked(CAMILLE, anOrder(Rooms.LAB), every("FREQ=WEEKLY;COUNT=4"));
        desk.moveDate(series, CAMILLE, THIRD, "2026-04-15T10:07:00Z");
        desk.changeFollowing(desk.stored(series), CAMILLE, THIRD, inRooms(Rooms.STUDIO));
        desk.cancel(desk.booked(CAMILLE, anOrder(Rooms.COUNCIL)), CAMILLE);
    }

    @Test
    void whatIsToldIsWhatIsStored() {
        bookAllSortsOfThings();

        assertThat(told).hasSize(5);
        assertThat(sets(all(wired.occupancy()::readAll))).isEqualTo(sets(told.values()));
        assertThat(sets(wired.occupancy().read(told.keySet()))).isEqualTo(sets(told.values()));
    }

    @Test
    void aWriteTellsWhatItHasChangedAndWhatThatWasBefore() {
        Booking made = desk.booked(CAMILLE, anOrder(Rooms.STUDIO));
        assertThat(writes).last().satisfies(write -> {
            assertThat(write.root()).isEqualTo(made.id().root());
            assertThat(write.before()).isEmpty();
            assertThat(write.changed()).containsExactly(made);
        });

        desk.change(made, CAMILLE, inRooms(Rooms.LAB));

        assertThat(writes)
                .last()
                .satisfies(write -> assertThat(write.changed())
                        .extracting(Booking::rooms)
                        .containsExactly(List.of(Rooms.STUDIO.id()), List.of(Rooms.LAB.id())));
    }

    @Test
    void aWriteTellsNothingOfTheBookingsInItsDocumentThatItLeavesAlone() {
        Booking series = desk.booked(CAMILLE, anOrder(Rooms.LAB), every("FREQ=WEEKLY;COUNT=4"));
        desk.changeFollowing(series, CAMILLE, THIRD, inRooms(Rooms.STUDIO));
        BookingWrite split = writes.get(writes.size() - 1);
        Booking later = split.after().get(1);

        desk.cancel(desk.stored(later), CAMILLE);

        assertThat(split.before()).hasSize(1);
        assertThat(split.changed()).hasSize(3);
        assertThat(writes)
                .last()
                .satisfies(write ->
                        assertThat(write.changed()).extracting(Booking::id).containsExactly(later.id(), later.id()));
    }

    @Test
    void aFollowerThatFailsKeepsNobodyFromBookingNorTheOthersFromHearing() {
        MongoBookingsWiring.Wired broken = MongoBookingsWiring.wiredOver(template());
        List<Holding> heard = new ArrayList<>();
        broken.occupancy().follow(new Heard(holding -> {
            throw new IllegalStateException("nobody foresaw this");
        }));
        broken.occupancy().follow(new Heard(heard::add));

        new BookingDesk(broken.bookings()).booked(CAMILLE, anOrder(Rooms.STUDIO));

        assertThat(heard).hasSize(1);
    }

    private record Heard(Consumer<Holding> each) implements Occupancy.Follower {

        @Override
        public void wrote(Holding holding) {
            each.accept(holding);
        }

        @Override
        public boolean knows(String root, long version) {
            return true;
        }
    }

    @Test
    void whatIsRememberedIsWhatIsStored() {
        bookAllSortsOfThings();

        Occupancy restarted = MongoBookingsWiring.wiredOver(template()).occupancy();
        Occupancy shared = MongoBookingsWiring.wiredSharedOver(template()).occupancy();

        assertThat(sets(all(wired.occupancy()::recallAll))).isEqualTo(sets(told.values()));
        assertThat(sets(all(restarted::recallAll))).isEqualTo(sets(told.values()));
        assertThat(sets(all(shared::recallAll))).isEqualTo(sets(told.values()));
    }

    @Test
    void whatIsHeldAreTheWholeSlotsThatAreClaimed() {
        bookAllSortsOfThings();

        List<Long> held = told.values().stream()
                .flatMap(each -> each.stretches().stream())
                .flatMap(each -> LongStream.range(each.firstSlot(), each.endSlot())
                        .mapToObj(slot -> Claims.of(each.number(), slot)))
                .sorted()
                .toList();

        assertThat(held).isNotEmpty().isEqualTo(claimsOfRooms());
    }

    /** As they are stored, without those of Rose's allowance. */
    private List<Long> claimsOfRooms() {
        return documents().find().into(new ArrayList<>()).stream()
                .flatMap(document -> document.getList("claims", Long.class, List.of()).stream())
                .filter(claim -> Claims.number(claim) < 100)
                .sorted()
                .toList();
    }
}
