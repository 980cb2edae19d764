package org.passerelle.availability.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.MutableClock;
import org.passerelle.Together;
import org.passerelle.availability.Held;
import org.passerelle.availability.query.NaiveFreeTimes;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/** Eight threads tell of bookings, moves and cancellations in any order while others read. */
class ManyAtOnceTests {

    private static final int WRITERS = 8;
    private static final int DOCUMENTS = 400;
    private static final int NUMBERS = 6;
    private static final long NOW = Slots.containing(MutableClock.TODAY);
    private static final long FIRST = NOW & -Long.SIZE;
    private static final int WORDS = 40;

    /** Held in every version of some document, and never held. */
    private static final long ALWAYS = NOW + 2_000;

    private static final long NEVER = NOW + 2_100;

    private final AvailabilityIndex index =
            new AvailabilityIndex(new MemoryOccupancy(), Rooms::directory, new MutableClock());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void inTheEndTheNewestOfEachDocumentIsKnownAndReadersMeetNothingElse(long seed) {
        Random random = new Random(seed);
        List<Holding> newest = new ArrayList<>();
        List<Holding> told = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            List<Holding> versions = versions(random, i);
            told.addAll(versions);
            newest.add(versions.get(versions.size() - 1));
        }
        newest.stream().limit(NUMBERS).map(ManyAtOnceTests::first).forEach(index::wrote);
        Collections.shuffle(told, random);
        AtomicInteger writing = new AtomicInteger(WRITERS);
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            List<Holding> share = told.subList(i * told.size() / WRITERS, (i + 1) * told.size() / WRITERS);
            tasks.add(() -> {
                share.forEach(index::wrote);
                return writing.decrementAndGet();
            });
        }
        tasks.add(() -> read(writing));
        tasks.add(() -> read(writing));

        List<Integer> results = Together.all(tasks);

        assertThat(results.subList(WRITERS, WRITERS + 2)).containsOnly(0);
        NaiveFreeTimes paper = new NaiveFreeTimes(
                Rooms.directory(),
                newest.stream().flatMap(ManyAtOnceTests::held).toList());
        for (int number = 0; number < NUMBERS; number++) {
            long[] taken = new long[WORDS];
            long[] expected = new long[WORDS];
            index.addTaken(number, FIRST, taken);
            paper.addTaken(number, FIRST, expected);
            assertThat(taken).as("number %d", number).isEqualTo(expected);
        }
    }

    /** How often something was seen that is true at no time. */
    private int read(AtomicInteger writing) {
        int wrong = 0;
        do {
            for (int number = 0; number < NUMBERS; number++) {
                long[] words = new long[WORDS];
                index.addTaken(number, FIRST, words);
                wrong += isSet(words, ALWAYS) && !isSet(words, NEVER) ? 0 : 1;
                wrong += index.isFree(number, ALWAYS, ALWAYS + 1) ? 1 : 0;
                wrong += index.isFree(number, NEVER, NEVER + 1) ? 0 : 1;
            }
        } while (writing.get() > 0);
        return wrong;
    }

    private static boolean isSet(long[] words, long slot) {
        return (words[(int) (slot - FIRST) / Long.SIZE] >> (slot - FIRST) & 1) != 0;
    }

    /** One to five versions of a document; one of the first few holds a slot of its number in each of them. */
    private static List<Holding> versions(Random random, int document) {
        List<Holding> versions = new ArrayList<>();
        Holding holding = MemoryOccupancy.holding();
        int count = 1 + random.nextInt(5);
        for (int version = 0; version < count; version++) {
            List<Stretch> stretches = new ArrayList<>();
            if (document < NUMBERS) {
                stretches.add(new Stretch(document, ALWAYS - random.nextInt(9), ALWAYS + 1 + random.nextInt(9)));
            }
            for (int i = random.nextInt(6); i > 0; i--) {
                long from = NOW + 3L * random.nextInt(600);
                stretches.add(new Stretch(random.nextInt(NUMBERS), from, from + 1 + random.nextInt(60)));
            }
            holding = MemoryOccupancy.next(holding, stretches.toArray(Stretch[]::new));
            versions.add(holding);
        }
        return versions;
    }

    /** The version before all others, so that readers find what is always held from the beginning. */
    private static Holding first(Holding holding) {
        return new Holding(holding.root(), 1, holding.stretches());
    }

    private static Stream<Held> held(Holding holding) {
        return holding.stretches().stream()
                .map(each -> new Held(
                        each.number(), Interval.of(Slots.start(each.firstSlot()), Slots.start(each.endSlot()))));
    }
}
