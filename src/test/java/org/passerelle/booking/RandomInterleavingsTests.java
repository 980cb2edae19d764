package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Together;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.refusal.EmptySchedule;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.directory.Room;
import org.passerelle.platform.EmbeddedMongoStore;

/** Eight people book, move, cut and cancel at random in a few rooms; what they were told is what is stored. */
class RandomInterleavingsTests {

    private static final int PEOPLE = 8;
    private static final int STEPS = 40;
    private static final List<Room> ROOMS =
            List.of(Rooms.SEINE, Rooms.ALMONT, Rooms.GRAND_SALON, Rooms.FORUM, Rooms.PROJECTORS, Rooms.COUNCIL);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatWasAcknowledgedIsStoredAndNothingIsHeldTwice(long seed, @TempDir Path folder) {
        try (EmbeddedMongoStore store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes())) {
            BookingDesk desk = new BookingDesk(MongoBookingsWiring.over(store.template()));
            StoredBookings stored =
                    new StoredBookings(store.database().getCollection(MongoBookingsWiring.COLLECTION), desk.bookings);
            List<Callable<Map<BookingId, Booking>>> people = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                Random random = new Random(seed * 1_000 + i);
                people.add(() -> work(desk, random));
            }

            Map<BookingId, Booking> told = new HashMap<>();
            Together.all(people).forEach(told::putAll);

            stored.assertSound();
            assertThat(stored.all()).hasSameSizeAs(told.values());
            // A part of a split series shares its version with the other parts, whichever of them was changed last.
            assertThat(stored.all())
                    .allSatisfy(booking -> assertThat(sameVersion(booking))
                            .isEqualTo(sameVersion(told.getOrDefault(booking.id(), booking.cancelled(Instant.EPOCH)))));
        }
    }

    private static Booking sameVersion(Booking booking) {
        return booking.withStatus(booking.status().atVersion(0));
    }

    /** What one person was last told of each of their bookings. */
    private static Map<BookingId, Booking> work(BookingDesk desk, Random random) {
        Map<BookingId, Booking> told = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            List<Booking> mine =
                    told.values().stream().filter(booking -> !booking.isVoid()).toList();
            if (mine.isEmpty() || random.nextInt(10) < 4) {
                note(told, desk.book(People.CAMILLE, order(random)));
            } else {
                try {
                    act(desk, random, mine.get(random.nextInt(mine.size())), told);
                } catch (EmptySchedule nothingLeft) {
                    // Every date of the new rule is on a day that was left out before; nothing was changed.
                    continue;
                }
            }
        }
        return told;
    }

    private static void act(BookingDesk desk, Random random, Booking booking, Map<BookingId, Booking> told) {
        List<Occurrence> dates = booking.occupying().toList();
        Instant date = dates.get(random.nextInt(dates.size())).recurrenceId();
        switch (random.nextInt(6)) {
            case 0 -> note(told, desk.change(booking, People.CAMILLE, Orders.at(start(random))));
            case 1 -> note(told, desk.change(booking, People.CAMILLE, Orders.inRooms(room(random))));
            case 2 -> note(told, desk.moveDate(booking, People.CAMILLE, date.toString(), start(random) + ":00Z"));
            case 3 -> note(told, desk.cancel(booking, People.CAMILLE));
            default -> {
                note(
                        told,
                        desk.changeFollowing(booking, People.CAMILLE, date.toString(), Orders.inRooms(room(random))));
                told.put(booking.id(), desk.stored(booking));
            }
        }
    }

    private static void note(Map<BookingId, Booking> told, BookingResult result) {
        if (result instanceof BookingResult.Done done) {
            told.put(done.booking().id(), done.booking());
        }
    }

    private static BookingOrder order(Random random) {
        BookingOrder order = Orders.changed(Orders.anOrder(room(random)), Orders.at(start(random)));
        return random.nextBoolean()
                ? order
                : Orders.changed(order, Orders.every("FREQ=WEEKLY;COUNT=4"), Orders.skipping());
    }

    private static Room room(Random random) {
        return ROOMS.get(random.nextInt(ROOMS.size()));
    }

    private static String start(Random random) {
        LocalDate day = LocalDate.of(2026, 6, 1).plusWeeks(random.nextInt(3)).plusDays(random.nextInt(5));
        return "%sT%02d:%02d".formatted(day, 9 + random.nextInt(8), 20 * random.nextInt(3));
    }
}
