package org.passerelle.availability.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.availability.MeetingTimeFinder;
import org.passerelle.availability.RandomNetwork;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.MeetingTimeQuery.DayHours;
import org.passerelle.availability.query.MeetingTimeQuery.Order;
import org.passerelle.availability.query.MeetingTimeQuery.Party;
import org.passerelle.availability.query.MeetingTimeQuery.TimeTaste;
import org.passerelle.availability.query.MeetingTimes;
import org.passerelle.availability.query.MeetingTimes.CommonSlot;
import org.passerelle.availability.query.MeetingTimes.NoCommonSlot;
import org.passerelle.availability.query.MeetingTimes.Relaxation;
import org.passerelle.availability.query.NaiveFreeTimes;
import org.passerelle.booking.People;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.SiteId;
import org.passerelle.time.Interval;
import org.passerelle.time.Property;
import org.passerelle.time.Recurrence;
import org.passerelle.time.Slots;

/** Whatever is asked of whatever network, the planner says what trying everything says. */
class MeetingTimesAgreeWithNaiveSearchTests {

    private static final int NETWORKS = Integer.getInteger("planner.networks", 4);
    private static final int QUESTIONS = 40;
    private static final List<Integer> MINUTES = List.of(5, 7, 15, 30, 45, 52, 60, 60, 60, 90, 120, 300);
    private static final List<String> RULES =
            List.of("FREQ=DAILY;COUNT=3", "FREQ=WEEKLY;COUNT=2", "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3");

    /** Shortly before clocks change in Europe, in Australia and New Zealand, and in North America. */
    private static final List<Instant> DAYS = List.of(
            Instant.parse("2026-03-25T09:00:00Z"),
            Instant.parse("2026-10-22T07:13:20Z"),
            Instant.parse("2027-03-10T22:58:00Z"));

    /** About three weeks. */
    private static final int WORDS = 100;

    /** More than a day. */
    private static final int BEFORE = 6;

    private final AtomicInteger found = new AtomicInteger();
    private final AtomicInteger impossible = new AtomicInteger();

    /**
     * Free times of the next weeks, remembered; what is later counts as taken, or else naive answers would be needed for years.
     */
    private static final class Soon implements FreeTimes {

        private final FreeTimes times;
        private final long first;
        private final Map<Object, long[]> known = new HashMap<>();

        Soon(Instant now, FreeTimes times) {
            this.times = times;
            this.first = (Slots.containing(now) / Long.SIZE - BEFORE) * Long.SIZE;
        }

        @Override
        public boolean isFree(int number, long firstSlot, long endSlot) {
            return endSlot <= first + WORDS * Long.SIZE && times.isFree(number, firstSlot, endSlot);
        }

        @Override
        public void addTaken(int number, long firstSlot, long[] words) {
            add(number, all -> times.addTaken(number, first, all), firstSlot, words, -1);
        }

        @Override
        public boolean isOpen(Room room, Interval time) {
            return times.isOpen(room, time);
        }

        @Override
        public void addOpen(Room room, long firstSlot, long[] words) {
            add(room.id(), all -> times.addOpen(room, first, all), firstSlot, words, 0);
        }

        private void add(Object name, Consumer<long[]> making, long firstSlot, long[] words, long otherwise) {
            long[] all = known.computeIfAbsent(name, any -> {
                long[] made = new long[WORDS];
                making.accept(made);
                return made;
            });
            for (int i = 0; i < words.length; i++) {
                long word = (firstSlot - first) / Long.SIZE + i;
                words[i] |= 0 <= word && word < all.length ? all[(int) word] : otherwise;
            }
        }
    }

    /** A network at a moment, and what is asked. */
    private record Case(
            Directory directory,
            FreeTimes times,
            Instant now,
            MeetingTimeQuery query,
            Map<NaiveMeetingTimes.Asked, Boolean> known) {

        MeetingTimes plan() {
            return new MeetingTimeFinder(times, () -> directory, Clock.fixed(now, ZoneOffset.UTC)).plan(query);
        }

        Case ofAnyKind() {
            TimeTaste taste = query.taste();
            TimeTaste any =
                    new TimeTaste(taste.limit(), taste.order(), taste.dayHours(), Set.of(), false, taste.step());
            return new Case(
                    directory,
                    times,
                    now,
                    new MeetingTimeQuery(
                            query.seeker(), query.parties(), query.duration(), query.window(), query.recurrence(), any),
                    new HashMap<>());
        }

        NaiveMeetingTimes naive() {
            return new NaiveMeetingTimes(directory, times, now, query, known);
        }

        @Override
        public String toString() {
            return query + " at " + now;
        }
    }

    @Test
    void findsTheSameSlotsAndTheSameObstacles() {
        Property.check(
                20260325, NETWORKS, MeetingTimesAgreeWithNaiveSearchTests::cases, cases -> cases.forEach(this::agree));

        assertThat(found).hasValueGreaterThan(NETWORKS * QUESTIONS / 4);
        assertThat(impossible).hasValueGreaterThan(NETWORKS * QUESTIONS / 10);
    }

    private void agree(Case one) {
        NaiveMeetingTimes naive = one.naive();
        List<Instant> expected = naive.starts();

        MeetingTimes plan = one.plan();

        if (plan instanceof MeetingTimes.Found all) {
            found.incrementAndGet();
            assertThat(all.slots()).extracting(slot -> slot.time().start()).isEqualTo(expected);
            assertThat(all.slots()).allSatisfy(slot -> {
                assertThat(naive.accepts(slot, Optional.empty(), true))
                        .as("%s", slot)
                        .isTrue();
                assertThat((long) slot.score())
                        .isEqualTo(naive.score(slot.time().start()));
            });
        } else if (plan instanceof NoCommonSlot none) {
            impossible.incrementAndGet();
            assertThat(expected).isEmpty();
            assertThat(none.binding()).isEqualTo(naive.binding());
            none.relaxation().ifPresent(relaxation -> assertHelps(relaxation, one, naive));
            if (none.relaxation()
                    .filter(Relaxation.OtherRooms.class::isInstance)
                    .isPresent()) {
                return;
            }
            assertThat(none.relaxation().filter(Relaxation.AnyHour.class::isInstance))
                    .map(relaxation -> relaxation.slot().time().start())
                    .isEqualTo(one.query().taste().dayHours().isEmpty() ? Optional.empty() : naive.firstAtAnyHour());
        }
    }

    private static void assertHelps(Relaxation relaxation, Case one, NaiveMeetingTimes naive) {
        CommonSlot slot = relaxation.slot();
        Optional<Integer> without =
                relaxation instanceof Relaxation.Without left ? Optional.of(left.position()) : Optional.empty();
        boolean isLater = slot.time().end().isAfter(one.query().window().end());
        if (relaxation instanceof Relaxation.OtherRooms) {
            assertThat(one.ofAnyKind().naive().accepts(slot, without, true))
                    .as("%s", relaxation)
                    .isTrue();
            assertThat(slot.time().length()).isEqualTo(one.query().duration());
            return;
        }

        assertThat(naive.accepts(slot, without, !(relaxation instanceof Relaxation.AnyHour)))
                .as("%s", relaxation)
                .isTrue();
        assertThat(isLater).isEqualTo(relaxation instanceof Relaxation.Later);
        assertThat(slot.time().length())
                .isGreaterThanOrEqualTo(one.query().duration().multipliedBy(3).dividedBy(4));
    }

    private static List<Case> cases(Random random) {
        Instant now = one(DAYS, random);
        int sites = 1 + Math.min(random.nextInt(3), random.nextInt(3));
        Directory directory =
                RandomNetwork.directory(random, LocalDate.ofInstant(now, ZoneOffset.UTC), sites, 2 + random.nextInt(4));
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        var held = RandomNetwork.held(random, directory, minute, 18, random.nextInt(25));
        var times = new Soon(now, new NaiveFreeTimes(directory, held));
        Map<NaiveMeetingTimes.Asked, Boolean> known = new HashMap<>();
        // Questions about the same days and of the same length let the patient one remember what the rules said.
        Instant about = minute.plus(Duration.ofHours(random.nextInt(15 * 24) - 5));
        Duration length = Duration.ofMinutes(one(MINUTES, random));
        return Stream.generate(() -> {
                    Duration duration = random.nextInt(3) > 0 ? length : Duration.ofMinutes(one(MINUTES, random));
                    return new Case(directory, times, now, aQuery(random, about, duration, sites), known);
                })
                .limit(QUESTIONS)
                .toList();
    }

    private static MeetingTimeQuery aQuery(Random random, Instant about, Duration duration, int sites) {
        List<Party> parties = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(any ->
                        new Party(new SiteId("s" + random.nextInt(sites)), 1 + random.nextInt(4), equipment(random)))
                .toList();
        Instant from = about.plusSeconds(60L * random.nextInt(1_440)).plusSeconds(random.nextInt(3));
        Interval window = Interval.of(from, Duration.ofMinutes(60 + random.nextInt(1_800)));
        Optional<Recurrence> recurrence =
                random.nextInt(8) == 0 ? Optional.of(Recurrence.parse(one(RULES, random))) : Optional.empty();
        return new MeetingTimeQuery(
                People.CAMILLE, parties, Duration.ofMinutes(one(MINUTES, random)), window, recurrence, aTaste(random));
    }

    private static Set<String> equipment(Random random) {
        Set<String> words = new HashSet<>();
        if (random.nextInt(6) == 0) {
            words.add(one(RandomNetwork.EQUIPMENT, random));
        }
        if (random.nextInt(6) == 0) {
            words.add("projector");
        }
        return words;
    }

    private static TimeTaste aTaste(Random random) {
        Optional<DayHours> hours = Optional.empty();
        if (random.nextInt(4) == 0) {
            hours = Optional.of(
                    random.nextBoolean()
                            ? new DayHours(LocalTime.of(9, 0), LocalTime.of(18, 0))
                            : new DayHours(LocalTime.of(6, 2), LocalTime.of(22, 33)));
        }
        Set<RoomKind> kinds =
                random.nextInt(6) == 0 ? Set.of(RoomKind.MEETING, RoomKind.VISIO, RoomKind.OFFICE) : Set.of();
        Optional<Duration> step = random.nextInt(4) == 0
                ? Optional.of(Duration.ofMinutes(5L * (1 + random.nextInt(12))))
                : Optional.empty();
        return new TimeTaste(
                1 + random.nextInt(30),
                random.nextInt(3) == 0 ? Order.SCORE : Order.START,
                hours,
                kinds,
                random.nextInt(6) == 0,
                step);
    }

    private static <T> T one(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
