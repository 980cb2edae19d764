package org.passerelle.availability.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.availability.Held;
import org.passerelle.availability.RandomNetwork;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.availability.query.NaiveFreeTimes;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.Property;
import org.passerelle.time.Slots;

/** The index answers as lists of what is held and a look at the wall clock do. */
class AgreesWithPaperTests {

    private static final LocalDate TODAY = LocalDate.ofInstant(MutableClock.TODAY, ZoneOffset.UTC);
    private static final int NETWORKS = Integer.getInteger("index.networks", 20);
    private static final int QUESTIONS = 60;

    /** Days around which something is held and asked for, counted from today: past, both changes of the clock, the ends of the window, beyond. */
    private static final int[] DAYS = {-900, -98, -91, -84, -1, 0, 4, 10, 214, 368, 812, 819, 826, 1_200};

    /** @param seed of the questions */
    private record Network(Directory directory, List<Held> held, long seed) {

        static Network of(Random random) {
            Directory directory =
                    RandomNetwork.directory(random, TODAY.plusDays(day(random)), 1 + random.nextInt(3), 4);
            List<Held> held = new ArrayList<>();
            for (int day : DAYS) {
                held.addAll(RandomNetwork.held(random, directory, from(day), 6, 2));
            }
            return new Network(directory, held, random.nextLong());
        }

        NaiveFreeTimes onPaper() {
            return new NaiveFreeTimes(directory, held);
        }

        FreeTimes indexed() {
            MemoryOccupancy occupancy = new MemoryOccupancy();
            Random random = new Random(seed);
            List<Stretch> together = new ArrayList<>();
            for (Held each : held) {
                together.add(MemoryOccupancy.stretch(each.number(), each.occupied()));
                if (random.nextInt(3) == 0) {
                    occupancy.store(MemoryOccupancy.holding(together.toArray(Stretch[]::new)));
                    together.clear();
                }
            }
            occupancy.store(MemoryOccupancy.holding(together.toArray(Stretch[]::new)));
            return new AvailabilityIndex(occupancy, () -> directory, new MutableClock());
        }
    }

    private static Instant from(int day) {
        return MutableClock.TODAY.plus(Duration.ofDays(day));
    }

    private static int day(Random random) {
        return DAYS[random.nextInt(DAYS.length)];
    }

    @Test
    void onWhatIsTaken() {
        Property.check(1, NETWORKS, Network::of, network -> {
            FreeTimes paper = network.onPaper();
            FreeTimes index = network.indexed();
            Random random = new Random(network.seed());
            for (int i = 0; i < QUESTIONS; i++) {
                int number = 1 + random.nextInt(14);
                Interval time = time(random);

                assertThat(index.isFree(number, Slots.first(time), Slots.endExclusive(time)))
                        .as("%d free %s", number, time)
                        .isEqualTo(paper.isFree(number, Slots.first(time), Slots.endExclusive(time)));
                long first = Slots.first(time) & -Long.SIZE;
                long[] taken = words(random);
                long[] expected = taken.clone();
                index.addTaken(number, first, taken);
                paper.addTaken(number, first, expected);
                assertThat(taken).as("%d taken from %d", number, first).isEqualTo(expected);
            }
        });
    }

    @Test
    void onWhatIsOpen() {
        Property.check(1, NETWORKS, Network::of, network -> {
            FreeTimes paper = network.onPaper();
            FreeTimes index = network.indexed();
            Random random = new Random(network.seed());
            List<Room> rooms = List.copyOf(network.directory().rooms());
            for (int i = 0; i < QUESTIONS; i++) {
                Room room = rooms.get(random.nextInt(rooms.size()));
                Interval time = time(random);

                assertThat(index.isOpen(room, time))
                        .as("%s open %s", room.rules().openingHours(), time)
                        .isEqualTo(paper.isOpen(room, time));
                long first = Slots.first(time) & -Long.SIZE;
                long[] open = words(random);
                long[] expected = open.clone();
                index.addOpen(room, first, open);
                paper.addOpen(room, first, expected);
                assertThat(open)
                        .as("%s open from %d", room.rules().openingHours(), first)
                        .isEqualTo(expected);
            }
        });
    }

    @Test
    void overTheWholeWindowAndBeyond() {
        Network network = Network.of(new Random(42));
        FreeTimes paper = network.onPaper();
        FreeTimes index = network.indexed();
        long first = Slots.containing(from(-1_000)) & -Long.SIZE;
        int words = 2_250 * 288 / Long.SIZE;

        for (int number = 1; number < 3; number++) {
            long[] taken = new long[words];
            long[] expected = new long[words];
            index.addTaken(number, first, taken);
            paper.addTaken(number, first, expected);
            assertThat(taken).isEqualTo(expected);
        }
        Room room = network.directory().rooms().iterator().next();
        long[] open = new long[words];
        long[] expected = new long[words];
        index.addOpen(room, first, open);
        paper.addOpen(room, first, expected);
        assertThat(open).isEqualTo(expected);
    }

    /** Up to a day, mostly on the grid, sometimes to the second. */
    private static Interval time(Random random) {
        int grid = random.nextInt(3) == 0 ? 1 + random.nextInt(100) : 300;
        long start = random.nextLong(6 * 86_400L / grid) * grid;
        long length = grid * (1 + random.nextLong(Math.max(1, (random.nextBoolean() ? 7_200L : 86_400L) / grid)));
        return Interval.of(from(day(random)).plusSeconds(start), Duration.ofSeconds(length));
    }

    /** One to four words with some bits set already. */
    private static long[] words(Random random) {
        return random.longs(1 + random.nextInt(4))
                .map(word -> word & random.nextLong())
                .toArray();
    }
}
