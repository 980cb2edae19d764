package org.passerelle.booking.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Rooms.aRoom;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.Orders;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.CalendarUid;
import org.passerelle.booking.model.Identity;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.model.Status;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;

/** A request lapses so long before its first date as its rooms say, or at its start if it was made late. */
class RequestDeadlineTests {

    private static final Instant START = Instant.parse("2026-12-08T14:00:00Z");

    private static final Room USUAL = aRoom("melun-usual", 61).needingApproval().build();
    private static final Room DAY_AHEAD =
            aRoom("melun-early", 62).needingApproval("PT24H").build();
    private static final Room AT_THE_START =
            aRoom("melun-late", 63).needingApproval("PT0S").build();
    private static final Room FREE = aRoom("melun-free", 64).build();
    private static final Directory DIRECTORY = Rooms.directory(USUAL, DAY_AHEAD, AT_THE_START, FREE);

    private static Booking asked(Instant when, List<Instant> starts, Room... rooms) {
        List<Occurrence> dates = starts.stream()
                .map(start -> Interval.of(start, start.plus(Duration.ofHours(1))))
                .map(time -> new Occurrence(
                        time.start(),
                        time,
                        Arrays.stream(rooms)
                                .map(room -> new Place(room.id(), room.numbers(), time))
                                .toList(),
                        List.of(),
                        OccurrenceState.PLANNED))
                .toList();
        return new Booking(
                new Identity(BookingId.random(), CalendarUid.random(), ""),
                new Owner(People.CAMILLE.id(), Optional.empty()),
                Orders.titled("Asked"),
                Orders.anOrder(rooms).schedule(),
                Orders.ids(rooms),
                new Booking.Dates(dates, List.of()),
                Status.fresh(BookingState.REQUESTED, Optional.empty(), when));
    }

    private static Instant deadline(Instant when, Room... rooms) {
        return RequestDeadline.of(asked(when, List.of(START), rooms), DIRECTORY).orElseThrow();
    }

    @Test
    void isTwoHoursBeforeTheStart() {
        assertThat(deadline(Instant.parse("2026-12-01T10:00:00Z"), USUAL)).isEqualTo("2026-12-08T12:00:00Z");
        assertThat(deadline(Instant.parse("2026-12-08T11:00:00Z"), USUAL)).isEqualTo("2026-12-08T12:00:00Z");
    }

    @Test
    void isTheStartForWhatIsAskedForLaterThanThreeHoursBefore() {
        assertThat(deadline(Instant.parse("2026-12-08T11:00:01Z"), USUAL)).isEqualTo(START);
        assertThat(deadline(START.minusSeconds(1), USUAL)).isEqualTo(START);
    }

    @Test
    void isTheEndForWhatHasBegunWhenItIsAskedFor() {
        assertThat(deadline(START, USUAL)).isEqualTo("2026-12-08T15:00:00Z");
        assertThat(deadline(START.plusSeconds(90), USUAL)).isEqualTo("2026-12-08T15:00:00Z");
    }

    @Test
    void followsTheRuleOfTheRoom() {
        Instant longAgo = Instant.parse("2026-12-01T10:00:00Z");

        assertThat(deadline(longAgo, DAY_AHEAD)).isEqualTo("2026-12-07T14:00:00Z");
        assertThat(deadline(START.minus(Duration.ofHours(25)), DAY_AHEAD)).isEqualTo("2026-12-07T14:00:00Z");
        assertThat(deadline(START.minus(Duration.ofHours(24)), DAY_AHEAD)).isEqualTo(START);
        assertThat(deadline(longAgo, AT_THE_START)).isEqualTo(START);
    }

    @Test
    void ofSeveralRoomsThatNeedApprovalIsTheEarliest() {
        Instant longAgo = Instant.parse("2026-12-01T10:00:00Z");

        assertThat(deadline(longAgo, USUAL, DAY_AHEAD, FREE)).isEqualTo("2026-12-07T14:00:00Z");
        assertThat(deadline(longAgo, AT_THE_START, FREE)).isEqualTo(START);
    }

    @Test
    void ofASeriesIsThatOfItsFirstDateAfterItWasAskedFor() {
        List<Instant> weekly = List.of(START, START.plus(Duration.ofDays(7)), START.plus(Duration.ofDays(14)));

        assertThat(RequestDeadline.of(asked(START.minus(Duration.ofDays(3)), weekly, USUAL), DIRECTORY))
                .contains(Instant.parse("2026-12-08T12:00:00Z"));
        assertThat(RequestDeadline.of(asked(START.plus(Duration.ofDays(3)), weekly, USUAL), DIRECTORY))
                .contains(Instant.parse("2026-12-15T12:00:00Z"));
    }

    @Test
    void onlyWhatWaitsHasOne() {
        Booking asked = asked(Instant.parse("2026-12-01T10:00:00Z"), List.of(START), USUAL);

        Set.of(BookingState.CONFIRMED, BookingState.CANCELLED, BookingState.DECLINED, BookingState.HELD)
                .forEach(state -> assertThat(RequestDeadline.of(
                                asked.withStatus(asked.status().becoming(state, START)), DIRECTORY))
                        .isEmpty());
    }

    @Test
    void isOverFromThatMomentOn() {
        Booking asked = asked(Instant.parse("2026-12-01T10:00:00Z"), List.of(START), USUAL);
        Instant deadline = Instant.parse("2026-12-08T12:00:00Z");

        assertThat(RequestDeadline.isOver(asked, DIRECTORY, deadline.minusNanos(1)))
                .isFalse();
        assertThat(RequestDeadline.isOver(asked, DIRECTORY, deadline)).isTrue();
    }
}
