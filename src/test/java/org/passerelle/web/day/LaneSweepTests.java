package org.passerelle.web.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.account.AccountId;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.CalendarUid;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Identity;
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Status;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.policy.BookingBounds;
import org.passerelle.directory.BookingRules;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.RoomProfile;
import org.passerelle.directory.SiteId;
import org.passerelle.time.Interval;

class LaneSweepTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 25);
    private static final Interval SHOWN = between(8, 20);

    @Test
    void coversTheDayWithoutGaps() {
        DayHold hold = hold(BookingState.CONFIRMED, between(10, 11), between(10, 11), 1);

        List<LaneSweep.LaneSegment> segments = sweep(room(1), at(7), hold);

        assertThat(words(segments)).containsExactly("FREE 08–10", "BUSY 10–11", "FREE 11–20");
    }

    @Test
    void tellsWhatIsOverFromWhatIsClosed() {
        LaneSweep sweep = new LaneSweep(room(1), List.of(), List.of(between(9, 18)), from(at(12)));

        assertThat(words(sweep.over(SHOWN)))
                .containsExactly("CLOSED 08–09", "PAST 09–12", "FREE 12–18", "CLOSED 18–20");
    }

    @Test
    void showsNothingAsFreeThatCannotBeBooked() {
        LaneSweep soon = sweepOf(new LaneSweep.BookableReach(
                true, new BookingBounds(at(9), at(12).plusSeconds(60), at(18).plusSeconds(60))));
        LaneSweep others = sweepOf(new LaneSweep.BookableReach(false, new BookingBounds(at(9), at(9), at(18))));
        LaneSweep later = sweepOf(new LaneSweep.BookableReach(true, new BookingBounds(at(1), at(1), at(7))));

        assertThat(words(soon.over(SHOWN)))
                .containsExactly("PAST 08–09", "TOO_SOON 09–12", "FREE 12–18", "TOO_FAR 18–20");
        assertThat(words(others.over(SHOWN))).containsExactly("PAST 08–09", "OTHERS 09–20");
        assertThat(words(later.over(SHOWN))).containsExactly("TOO_FAR 08–20");
    }

    private static LaneSweep sweepOf(LaneSweep.BookableReach reach) {
        return new LaneSweep(room(1), List.of(), List.of(SHOWN), reach);
    }

    private static LaneSweep.BookableReach from(Instant earliest) {
        return new LaneSweep.BookableReach(
                true, new BookingBounds(earliest, earliest, Instant.parse("2100-01-01T00:00:00Z")));
    }

    @Test
    void showsTheBuffersAroundAMeeting() {
        DayHold hold = hold(BookingState.CONFIRMED, between(11, 13), between(10, 14), 1);

        assertThat(words(sweep(room(1), at(7), hold)))
                .containsExactly("FREE 08–10", "BUFFER 10–11", "BUSY 11–13", "BUFFER 13–14", "FREE 14–20");
    }

    @Test
    void doesNotTakeAHoldForCertain() {
        DayHold hold = hold(BookingState.HELD, between(10, 11), between(10, 11), 1);

        assertThat(words(sweep(room(1), at(7), hold))).contains("TENTATIVE 10–11");
    }

    @Test
    void leavesEquipmentFreeUntilTheLastUnitIsTaken() {
        DayHold first = hold(BookingState.CONFIRMED, between(9, 12), between(9, 12), 2);
        DayHold second = hold(BookingState.CONFIRMED, between(11, 13), between(11, 13), 1);

        assertThat(words(sweep(room(3), at(7), first, second)))
                .containsExactly("FREE 08–09", "FREE 09–11", "BUSY 11–12", "FREE 12–13", "FREE 13–20");
    }

    @Test
    void beginsHalfHoursOnTheClock() {
        Interval free = Interval.of(at(9).plus(Duration.ofMinutes(10)), at(10));

        assertThat(LaneSweep.starts(free, PARIS))
                .containsExactly(new Piece.PieceStart("09:10", 4), new Piece.PieceStart("09:30", 6));
    }

    @Test
    void showsAnHourLessOnTheNightTheClocksGoForward() {
        LocalDate spring = LocalDate.of(2026, 3, 29);
        Interval night = DayWindow.day(spring, PARIS);

        DayWindow window = DayWindow.of(spring, PARIS, List.of(), List.of(night));

        assertThat(window.hours()).hasSize(23);
        assertThat(window.hours().get(2)).isEqualTo(new DayWindow.Hour("03:00", 12));
    }

    private static List<LaneSweep.LaneSegment> sweep(Room room, Instant now, DayHold... holds) {
        return new LaneSweep(room, List.of(holds), List.of(SHOWN), from(now)).over(SHOWN);
    }

    private static List<String> words(List<LaneSweep.LaneSegment> segments) {
        return segments.stream()
                .map(segment -> "%s %02d–%02d"
                        .formatted(
                                segment.kind(),
                                segment.time().start().atZone(PARIS).getHour(),
                                segment.time().end().atZone(PARIS).getHour()))
                .toList();
    }

    private static Instant at(int hour) {
        return DAY.atTime(hour, 0).atZone(PARIS).toInstant();
    }

    private static Interval between(int start, int end) {
        return Interval.of(at(start), at(end));
    }

    private static Room room(int units) {
        return new Room(
                new RoomId("melun-seine"),
                new SiteId("melun"),
                units == 1 ? RoomKind.MEETING : RoomKind.EQUIPMENT,
                new RoomProfile("Salle Seine", 8, List.of(), "melun-seine@rooms.it77.example", List.of(), true),
                BookingRules.DEFAULT,
                List.of(),
                IntStream.rangeClosed(1, units).boxed().toList());
    }

    private static DayHold hold(BookingState state, Interval meeting, Interval taken, int units) {
        RoomId room = new RoomId("melun-seine");
        Booking booking = new Booking(
                new Identity(BookingId.random(), CalendarUid.random(), ""),
                new Owner(new AccountId("camille"), Optional.empty()),
                new Content("Meeting", "", Visibility.ORGANISATION, 0, List.of(), Optional.empty()),
                new Schedule(
                        LocalDateTime.ofInstant(meeting.start(), PARIS),
                        PARIS,
                        meeting.length(),
                        Optional.empty(),
                        Set.of()),
                List.of(room),
                new Booking.Dates(List.of(), List.of()),
                Status.fresh(state, Optional.empty(), at(7)));
        return new DayHold(booking, room, meeting, taken, units);
    }
}
