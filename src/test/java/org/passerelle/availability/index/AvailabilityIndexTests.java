package org.passerelle.availability.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.availability.index.MemoryOccupancy.holding;
import static org.passerelle.availability.index.MemoryOccupancy.next;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/** What the index makes of what it is told. */
class AvailabilityIndexTests {

    private static final long NOW = Slots.containing(MutableClock.TODAY);
    private static final long WEEKS = 7 * 288;

    private final MemoryOccupancy occupancy = new MemoryOccupancy();
    private volatile Directory directory = Rooms.directory();
    private final MutableClock clock = new MutableClock();
    private final AvailabilityIndex index = new AvailabilityIndex(occupancy, () -> directory, clock);

    private static Stretch slots(long from, long to) {
        return new Stretch(1, NOW + from, NOW + to);
    }

    private boolean isFree(long from, long to) {
        return index.isFree(1, NOW + from, NOW + to);
    }

    @Test
    void takesWhatIsWrittenAndGivesBackWhatIsCancelled() {
        Holding booked = holding(slots(10, 20));

        occupancy.write(booked);
        boolean whenBooked = isFree(19, 30);
        occupancy.write(next(booked));

        assertThat(whenBooked).isFalse();
        assertThat(isFree(0, 30)).isTrue();
    }

    @Test
    void leavesNeighboursFree() {
        occupancy.write(holding(slots(10, 20)));

        assertThat(isFree(0, 10)).isTrue();
        assertThat(isFree(20, 30)).isTrue();
        assertThat(index.isFree(2, NOW, NOW + 100)).isTrue();
    }

    @Test
    void doesNotGoBackToAnOlderVersion() {
        Holding booked = holding(slots(10, 20));
        Holding moved = next(booked, slots(30, 40));

        occupancy.tell(moved);
        occupancy.tell(booked);

        assertThat(isFree(10, 20)).isTrue();
        assertThat(isFree(30, 40)).isFalse();
        assertThat(index.knows(booked.root(), 2)).isTrue();
        assertThat(index.knows(booked.root(), 3)).isFalse();
    }

    @Test
    void keepsASlotTakenThatChangesHandsWhicheverIsHeardOfFirst() {
        Holding first = holding(slots(10, 20));
        Holding second = holding(slots(10, 20));
        occupancy.write(first);

        occupancy.tell(second);
        occupancy.tell(next(first, slots(20, 30)));

        assertThat(isFree(10, 11)).isFalse();
        assertThat(isFree(19, 20)).isFalse();
        assertThat(isFree(29, 30)).isFalse();
        occupancy.tell(next(second));
        assertThat(isFree(10, 20)).isTrue();
    }

    @Test
    void beginsWithTheNewestOfADocumentThatIsReadTwice() {
        Holding booked = holding(slots(10, 20), slots(50, 60));
        Holding moved = next(booked, slots(30, 40), slots(50, 60));
        TakenTimes taken = new TakenTimes(Window.around(MutableClock.TODAY));

        taken.putAll(each -> List.of(booked, moved, booked).forEach(each));

        assertThat(taken.isFree(1, NOW + 10, NOW + 20)).isTrue();
        assertThat(taken.isFree(1, NOW + 30, NOW + 40)).isFalse();
        assertThat(taken.isFree(1, NOW + 50, NOW + 60)).isFalse();
    }

    @Test
    void answersAcrossJumpsOfTheClockBeforeAndAfterItMovesOn() {
        List<Long> starts = new ArrayList<>();
        for (long week = -150; week < 300; week++) {
            starts.add(week * WEEKS + week);
        }
        occupancy.write(
                holding(starts.stream().map(start -> slots(start, start + 3)).toArray(Stretch[]::new)));

        for (int months : new int[] {0, 1, 5, 24, 60}) {
            clock.advance(Duration.ofDays(30L * months));
            assertKnown(starts);
            index.moveOn();
            assertKnown(starts);
        }
    }

    private void assertKnown(List<Long> starts) {
        for (long start : starts) {
            assertThat(isFree(start - 5, start)).isTrue();
            assertThat(isFree(start + 2, start + 3)).isFalse();
            assertThat(isFree(start + 3, start + 300)).isTrue();
        }
    }

    @Test
    void notesWhatIsWrittenAfterTheClockHasMovedOn() {
        Holding booked = holding(slots(10, 20), slots(150 * WEEKS, 150 * WEEKS + 3));
        occupancy.write(booked);
        clock.advance(Duration.ofDays(400));
        index.moveOn();

        occupancy.write(next(booked, slots(150 * WEEKS + 1, 150 * WEEKS + 2)));

        assertThat(isFree(10, 20)).isTrue();
        assertThat(isFree(150 * WEEKS, 150 * WEEKS + 1)).isTrue();
        assertThat(isFree(150 * WEEKS + 1, 150 * WEEKS + 2)).isFalse();
    }

    @Test
    void followsTheDirectoryInForce() {
        Instant nine = Instant.parse("2026-05-08T07:00:00Z");
        Interval hour = Interval.of(nine, Duration.ofHours(1));
        boolean onTheHoliday = index.isOpen(Rooms.SEINE, hour);

        Directory without = new Directory(
                2, List.of(), List.of(Rooms.site("melun", Rooms.PARIS)), List.of(Rooms.SEINE, Rooms.ALMONT));
        directory = without;

        assertThat(onTheHoliday).isFalse();
        assertThat(index.isOpen(Rooms.SEINE, hour)).isTrue();
        assertThat(index.isOpen(Rooms.LOFT, hour)).isFalse();
    }

    @Test
    void looksAtTheHoursOfTheRoomItIsGiven() {
        Interval evening = Interval.of(Instant.parse("2026-04-01T19:00:00Z"), Duration.ofHours(1));
        Room later = Rooms.aRoom("melun-seine", 1).open("Mo-Fr 08:00-23:00").build();

        assertThat(index.isOpen(Rooms.SEINE, evening)).isFalse();
        assertThat(index.isOpen(later, evening)).isTrue();
        assertThat(index.isOpen(Rooms.SEINE, evening)).isFalse();
    }

    @Test
    void refusesWordsThatAreNotItsOwn() {
        assertThatThrownBy(() -> index.addTaken(1, 63, new long[1])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> index.addOpen(Rooms.SEINE, 65, new long[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
