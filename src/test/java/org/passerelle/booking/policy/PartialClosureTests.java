package org.passerelle.booking.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.booking.Rooms;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.passerelle.time.WallTime;

/** Closures of some hours, and of some rooms; 1 April 2026 is a Wednesday, the clocks change on 29 March. */
class PartialClosureTests {

    private static final RoomId SEINE = Rooms.SEINE.id();

    private static Site shut(String from, String to, RoomId... rooms) {
        return Rooms.site(
                "melun",
                Rooms.PARIS,
                new Closure(LocalDateTime.parse(from), LocalDateTime.parse(to), "Peinture", Set.of(rooms)));
    }

    private static Interval paris(String from, String to) {
        return Interval.of(
                WallTime.instant(LocalDateTime.parse(from), Rooms.PARIS),
                WallTime.instant(LocalDateTime.parse(to), Rooms.PARIS));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01T09:00, 2026-04-01T10:00, true",
        "2026-04-01T09:30, 2026-04-01T10:01, false",
        "2026-04-01T10:00, 2026-04-01T11:00, false",
        "2026-04-01T11:59, 2026-04-01T13:00, false",
        "2026-04-01T12:00, 2026-04-01T13:00, true",
    })
    void aRoomIsOpenUntilTheMomentItIsShutAndFromTheMomentItIsNot(String from, String to, boolean isOpen) {
        Site site = shut("2026-04-01T10:00", "2026-04-01T12:00", SEINE);

        assertThat(BookingPolicy.isOpen(Rooms.SEINE, site, paris(from, to))).isEqualTo(isOpen);
        assertThat(BookingPolicy.isOpen(Rooms.ALMONT, site, paris(from, to))).isTrue();
    }

    @Test
    void openTimesLeaveOutWhatIsShut() {
        Site site = shut("2026-04-01T10:00", "2026-04-01T12:00", SEINE);
        Interval day = paris("2026-04-01T00:00", "2026-04-02T00:00");

        assertThat(OpeningTimes.within(day, Rooms.SEINE, site))
                .containsExactly(
                        paris("2026-04-01T08:00", "2026-04-01T10:00"), paris("2026-04-01T12:00", "2026-04-01T20:00"));
        assertThat(OpeningTimes.within(day, Rooms.ALMONT, site))
                .containsExactly(paris("2026-04-01T08:00", "2026-04-01T20:00"));
    }

    @Test
    void aClosureIsNamedByItsReasonAndTheDayOnWhichItMeetsTheBooking() {
        Site site = shut("2026-03-31T18:00", "2026-04-01T10:00");

        assertThat(ClosedDay.within(paris("2026-04-01T09:00", "2026-04-01T11:00"), Rooms.SEINE, site))
                .contains(new ClosedDay(LocalDate.parse("2026-04-01"), "Peinture"));
        assertThat(ClosedDay.within(paris("2026-04-01T10:00", "2026-04-01T11:00"), Rooms.SEINE, site))
                .isEmpty();
    }

    @Test
    void whatTheClocksSkipIsShutAtNoTime() {
        Site site = shut("2026-03-29T02:10", "2026-03-29T02:50");
        Room room = Rooms.SEINE;

        assertThat(site.closures().get(0).during(Rooms.PARIS)).isEmpty();
        assertThat(ClosedDay.within(paris("2026-03-29T01:00", "2026-03-29T04:00"), room, site))
                .isEmpty();
    }

    @Test
    void aDayIsClosedOnlyWhereAllOfItIsForAllRooms() {
        LocalDate day = LocalDate.parse("2026-04-01");

        assertThat(shut("2026-04-01T00:00", "2026-04-02T00:00")
                        .closures()
                        .get(0)
                        .covers(day))
                .isTrue();
        assertThat(shut("2026-04-01T00:00", "2026-04-02T00:00", SEINE)
                        .closures()
                        .get(0)
                        .covers(day))
                .isFalse();
        assertThat(shut("2026-04-01T00:00", "2026-04-01T20:00")
                        .closures()
                        .get(0)
                        .covers(day))
                .isFalse();
    }
}
