package org.passerelle.availability.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.availability.index.MemoryOccupancy.holding;
import static org.passerelle.availability.index.MemoryOccupancy.next;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.MutableClock;
import org.passerelle.Together;
import org.passerelle.availability.SelfCheck.CheckFindings;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.time.Slots;

/** The index finds out when it is not what is stored, and puts itself right. */
class SelfCheckTests {

    private static final long NOW = Slots.containing(MutableClock.TODAY);
    private static final Stretch MORNING = new Stretch(1, NOW, NOW + 12);
    private static final Stretch NOON = new Stretch(2, NOW + 36, NOW + 48);

    private final MemoryOccupancy occupancy = new MemoryOccupancy();
    private final AvailabilityIndex index =
            new AvailabilityIndex(occupancy, Rooms::directory, new MutableClock(), Duration.ofMillis(20));

    private boolean isFree(Stretch stretch) {
        return index.isFree(stretch.number(), stretch.firstSlot(), stretch.endSlot());
    }

    @Test
    void findsNothingWhereNothingDiffers() {
        occupancy.write(holding(MORNING));
        occupancy.write(next(holding(MORNING), NOON));

        assertThat(index.check()).isEqualTo(new CheckFindings(2, 0, 0, Set.of()));
    }

    @Test
    void learnsOfABookingItWasNotToldOf() {
        occupancy.store(holding(MORNING));

        CheckFindings first = index.check();

        assertThat(first).isEqualTo(new CheckFindings(1, 1, 1, Set.of(1)));
        assertThat(isFree(MORNING)).isFalse();
        assertThat(index.check().differences()).isZero();
    }

    @Test
    void learnsOfAMoveItWasNotToldOf() {
        Holding booked = holding(MORNING);
        occupancy.write(booked);
        occupancy.store(next(booked, NOON));

        CheckFindings findings = index.check();

        assertThat(findings).isEqualTo(new CheckFindings(1, 1, 1, Set.of(1, 2)));
        assertThat(isFree(MORNING)).isTrue();
        assertThat(isFree(NOON)).isFalse();
    }

    @Test
    void forgetsADocumentThatIsGone() {
        Holding booked = holding(MORNING);
        occupancy.write(booked);
        occupancy.write(holding(NOON));
        occupancy.remove(booked.root());

        CheckFindings findings = index.check();

        assertThat(findings).isEqualTo(new CheckFindings(1, 1, 1, Set.of(1)));
        assertThat(isFree(MORNING)).isTrue();
        assertThat(isFree(NOON)).isFalse();
    }

    @Test
    void seesThatTheSameVersionHoldsSomethingElse() {
        Holding booked = holding(MORNING);
        occupancy.write(booked);
        occupancy.store(new Holding(booked.root(), booked.version(), List.of(NOON)));

        assertThat(index.check()).isEqualTo(new CheckFindings(1, 1, 1, Set.of(1, 2)));
        assertThat(isFree(MORNING)).isTrue();
    }

    @Test
    void remakesANumberThatDoesNotFollowFromTheDocuments() {
        Window window = Window.around(MutableClock.TODAY);
        Timelines timelines = new Timelines();
        TakenTimes taken = new TakenTimes(window, timelines);
        taken.put(holding(MORNING, NOON));
        timelines.replace(2, right -> Timeline.of(window, new long[] {Stretches.of(5, 6)}));

        Set<Integer> remade = taken.remakeWhatDoesNotFollow();

        assertThat(remade).containsExactly(2);
        assertThat(taken.isFree(2, NOON.firstSlot(), NOON.endSlot())).isFalse();
        assertThat(taken.remakeWhatDoesNotFollow()).isEmpty();
    }

    @Test
    void doesNotTakeWritesDuringTheCheckForDifferences() {
        AvailabilityIndex patient =
                new AvailabilityIndex(occupancy, Rooms::directory, new MutableClock(), Duration.ofMinutes(1));
        AtomicBoolean checking = new AtomicBoolean(true);
        Callable<Integer> writer = () -> {
            List<Holding> holdings = new ArrayList<>();
            for (int i = 0; checking.get(); i++) {
                if (i < 50) {
                    holdings.add(holding(MORNING));
                } else {
                    holdings.set(i % 50, next(holdings.get(i % 50), i % 3 == 0 ? NOON : MORNING));
                }
                occupancy.write(holdings.get(i % 50));
            }
            return 0;
        };
        Callable<Integer> checker = () -> {
            int differences = 0;
            for (int i = 0; i < 20; i++) {
                differences += patient.check().differences();
            }
            checking.set(false);
            return differences;
        };

        assertThat(Together.all(List.of(writer, checker))).containsExactly(0, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-25T09:00:00Z, PT17H",
        "2026-03-25T01:59:59Z, PT1S",
        "2026-03-25T02:00:00Z, PT24H",
    })
    void comesAroundEveryNight(Instant now, Duration wait) {
        assertThat(IndexUpkeep.untilCheck(now)).isEqualTo(wait);
    }
}
