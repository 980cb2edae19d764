package org.passerelle.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.directory.Directory;
import org.passerelle.platform.StoreStatus;
import org.passerelle.platform.personal.RetainedData;

/** What is old goes at night, in pieces, and by no other rule than that of its kind. */
class RetentionWorkTests {

    /** Without a site the clock is UTC's. */
    private static final Directory NOWHERE = new Directory(1, List.of(), List.of(), List.of());

    private final MutableClock clock = new MutableClock();
    private final Map<RetainedData.RetentionKind, Long> told = new EnumMap<>(RetainedData.RetentionKind.class);
    private final AtomicInteger tidied = new AtomicInteger();
    private final List<Instant> asked = new ArrayList<>();

    /** How much there is that is too old. */
    private long old = 2 * RetentionWork.A_PIECE + 7;

    private RetentionWork work(Duration bookings) {
        RetentionProperties periods = new RetentionProperties(
                bookings,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                LocalTime.of(1, 0),
                LocalTime.of(5, 0));
        return new RetentionWork(List.of(new Old()), periods, new Told(), new Tidied(), () -> NOWHERE, clock);
    }

    private class Old implements RetainedData {

        @Override
        public RetentionKind kind() {
            return RetentionKind.BOOKINGS;
        }

        @Override
        public long forgetBefore(Instant before, int most) {
            asked.add(before);
            long some = Math.min(most, old);
            old -= some;
            return some;
        }
    }

    private class Told implements RetentionRuns {

        @Override
        public void add(RetainedData.RetentionKind kind, String night, long count, Instant now) {
            told.merge(kind, count, Long::sum);
        }

        @Override
        public Map<RetainedData.RetentionKind, RetentionRun> all() {
            return Map.of();
        }
    }

    private class Tidied implements StoreStatus {

        @Override
        public StoreState now() {
            return StoreState.WORKING;
        }

        @Override
        public void forgetFormerVersions() {
            tidied.incrementAndGet();
        }
    }

    private void toTheNight() {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-03-26T02:30:00Z")));
    }

    @Test
    void byDayNothingIsForgotten() {
        RetentionWork work = work(Duration.ofDays(100));

        work.comeRound();

        assertThat(asked).isEmpty();
    }

    @Test
    void atNightItGoesPieceByPieceAndTheLogIsTidiedOnceAtTheEnd() {
        RetentionWork work = work(Duration.ofDays(100));
        toTheNight();

        work.comeRound();
        assertThat(told).containsEntry(RetainedData.RetentionKind.BOOKINGS, (long) RetentionWork.A_PIECE);
        assertThat(tidied).hasValue(0);
        for (int i = 0; i < 10; i++) {
            work.comeRound();
        }

        assertThat(old).isZero();
        assertThat(told).containsEntry(RetainedData.RetentionKind.BOOKINGS, 2L * RetentionWork.A_PIECE + 7);
        assertThat(asked).hasSize(4).containsOnly(Instant.parse("2025-12-16T02:30:00Z"));
        assertThat(tidied).hasValue(1);
    }

    @Test
    void whatIsKeptForEverIsNotEvenLookedFor() {
        RetentionWork work = work(Duration.ZERO);
        toTheNight();

        work.comeRound();

        assertThat(asked).isEmpty();
        assertThat(tidied).hasValue(0);
    }

    @Test
    void anotherNightBeginsAnew() {
        RetentionWork work = work(Duration.ofDays(100));
        toTheNight();
        old = 0;
        work.comeRound();
        work.comeRound();
        assertThat(asked).hasSize(1);

        clock.advance(Duration.ofDays(1));
        work.comeRound();

        assertThat(asked).hasSize(2);
    }

    @Test
    void oneKindThatCannotBeDealtWithKeepsNoOther() {
        RetentionProperties periods = new RetentionProperties(
                Duration.ofDays(100),
                Duration.ofDays(100),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                LocalTime.of(1, 0),
                LocalTime.of(5, 0));
        RetainedData broken = new RetainedData() {
            @Override
            public RetentionKind kind() {
                return RetentionKind.values()[1];
            }

            @Override
            public long forgetBefore(Instant before, int most) {
                throw new IllegalStateException("Nobody foresaw this");
            }
        };
        RetentionWork work =
                new RetentionWork(List.of(broken, new Old()), periods, new Told(), new Tidied(), () -> NOWHERE, clock);
        toTheNight();

        work.comeRound();

        assertThat(told).containsEntry(RetainedData.RetentionKind.BOOKINGS, (long) RetentionWork.A_PIECE);
    }
}
