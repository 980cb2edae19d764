package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.forPeople;
import static org.passerelle.booking.Orders.ids;
import static org.passerelle.booking.Orders.inRooms;
import static org.passerelle.booking.Orders.lasting;
import static org.passerelle.booking.Orders.renamed;
import static org.passerelle.booking.Orders.skipping;
import static org.passerelle.booking.Orders.substituting;
import static org.passerelle.booking.Orders.without;
import static org.passerelle.booking.Outcomes.assertRefused;
import static org.passerelle.booking.Outcomes.conflicts;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.COUNCIL;
import static org.passerelle.booking.Rooms.LAB;
import static org.passerelle.booking.Rooms.LOFT;
import static org.passerelle.booking.Rooms.PARIS;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.booking.Rooms.STUDIO;
import static org.passerelle.booking.Rooms.VISIO;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.DateOutcome;
import org.passerelle.booking.model.OccurrenceEdit;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Room;
import org.passerelle.time.EventDuration;

/** What was changed by hand on single dates stays when the series changes, and the rest goes along. */
public interface HandChangeContract {

    String SECOND = "2026-04-08T07:00:00Z";
    String THIRD = "2026-04-15T07:00:00Z";

    BookingDesk desk();

    StoredBookings stored();

    private Booking weekly() {
        return desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=4"));
    }

    private static List<String> shown(Booking booking) {
        return booking.occupying()
                .map(date -> wall(date.time().start()) + "-"
                        + wall(date.time().end()).substring(6) + " "
                        + date.rooms().stream().map(room -> room.value()).collect(Collectors.joining("+")))
                .toList();
    }

    private static String wall(Instant moment) {
        return LocalDateTime.ofInstant(moment, PARIS).toString().substring(5);
    }

    private Booking one(Booking series, String date, OccurrenceEdit edit) {
        return done(desk().changingOne.change(CAMILLE, series.id(), Instant.parse(date), Optional.empty(), edit));
    }

    private static OccurrenceEdit to(Room... rooms) {
        return new OccurrenceEdit(Optional.empty(), Optional.empty(), Optional.of(ids(rooms)));
    }

    private static OccurrenceEdit lasts(String length) {
        return new OccurrenceEdit(Optional.empty(), Optional.of(EventDuration.parse(length)), Optional.empty());
    }

    @Test
    default void keepsAMovedDateAndGivesItTheNewLength() {
        Booking series = weekly();
        done(desk().moveDate(series, CAMILLE, SECOND, "2026-04-09T12:00:00Z"));

        Booking longer = done(desk().change(series, CAMILLE, lasting("PT90M")));
        Booking later = done(desk().change(series, CAMILLE, at("2026-04-01T09:30")));

        assertThat(shown(longer)).contains("04-01T09:00-10:30 melun-seine", "04-09T14:00-15:30 melun-seine");
        assertThat(shown(later)).contains("04-01T09:30-11:00 melun-seine", "04-09T14:00-15:30 melun-seine");
        assertThat(later.occurrence(Instant.parse("2026-04-08T07:30:00Z"))).isPresent();
        stored().assertSound();
    }

    @Test
    default void keepsALengthAndARoomOfItsOwnAtTheNewTime() {
        Booking series = weekly();
        one(series, SECOND, lasts("PT3H"));
        one(series, THIRD, to(VISIO));

        Booking later = done(desk().change(series, CAMILLE, at("2026-04-01T10:00")));

        assertThat(shown(later))
                .containsExactly(
                        "04-01T10:00-11:00 melun-seine",
                        "04-08T10:00-13:00 melun-seine",
                        "04-15T10:00-11:00 melun-visio",
                        "04-22T10:00-11:00 melun-seine");
    }

    @Test
    default void movesWhatWasMovedByHandNoMoreWithThisAndFollowing() {
        Booking series = weekly();
        one(series, THIRD, to(VISIO));

        Booking following = done(desk().changeFollowing(series, CAMILLE, SECOND, at("2026-04-08T09:30")));

        assertThat(shown(following)).contains("04-15T09:30-10:30 melun-visio", "04-22T09:30-10:30 melun-seine");
    }

    @Test
    default void leavesADroppedSiteDroppedWhenTheRoomsOfTheSeriesChange() {
        Booking series = desk().booked(CAMILLE, anOrder(STUDIO, LOFT), every("FREQ=WEEKLY;COUNT=3"));
        one(series, SECOND, to(STUDIO));

        Booking changed = done(desk().change(series, CAMILLE, inRooms(SEINE, LOFT)));

        assertThat(shown(changed))
                .containsExactly(
                        "04-01T09:00-10:00 melun-seine+montreal-loft",
                        "04-08T09:00-10:00 melun-seine",
                        "04-15T09:00-10:00 melun-seine+montreal-loft");
    }

    @Test
    default void namesADateThatWouldBeLeftWithoutAnyRoom() {
        Booking series = desk().booked(CAMILLE, anOrder(STUDIO, LOFT), every("FREQ=WEEKLY;COUNT=3"));
        one(series, SECOND, to(STUDIO));

        BookingResult result = desk().change(series, CAMILLE, inRooms(LOFT));

        assertRefused(result, ReasonCode.NOT_ALLOWED);
        assertThat(((BookingResult.Refused) result).reasons().get(0).recurrenceId())
                .contains(Instant.parse(SECOND));
    }

    @Test
    default void namesADateMovedByHandThatStandsInTheWayOfItsSeries() {
        Booking series = weekly();
        done(desk().moveDate(series, CAMILLE, SECOND, "2026-04-15T12:00:00Z"));
        Booking before = desk().stored(series);

        BookingResult result = desk().change(series, CAMILLE, at("2026-04-01T14:00"));

        assertThat(conflicts(result)).extracting(Conflict::recurrenceId).contains(Instant.parse(SECOND));
        assertThat(desk().stored(series)).isEqualTo(before);
    }

    @Test
    default void namesADateThatCannotGoAlongByWhatItIsCalled() {
        Booking series = weekly();
        done(desk().moveDate(series, CAMILLE, SECOND, "2026-04-09T16:30:00Z"));

        BookingResult result =
                desk().change(series, CAMILLE, order -> Orders.changed(order, at("2026-04-01T10:00"), lasting("PT3H")));

        assertThat(((BookingResult.Refused) result).reasons())
                .extracting(Reason::code, Reason::recurrenceId)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        ReasonCode.OUTSIDE_OPENING_HOURS, Optional.of(Instant.parse(SECOND))));
    }

    @Test
    default void carriesDatesAlongWhenTheDayOfTheWeekChanges() {
        Booking series = desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=5"), without("2026-04-22"));
        done(desk().moveDate(series, CAMILLE, SECOND, "2026-04-10T12:00:00Z"));
        desk().cancelling.cancelDate(CAMILLE, series.id(), Instant.parse(THIRD), Optional.empty());

        Booking thursdays = done(desk().change(series, CAMILLE, at("2026-04-02T09:00")));

        assertThat(shown(thursdays))
                .containsExactly(
                        "04-02T09:00-10:00 melun-seine",
                        "04-10T14:00-15:00 melun-seine",
                        "04-30T09:00-10:00 melun-seine");
        stored().assertSound();
    }

    @Test
    default void keepsEachDateOfARuleThatEndsAtAMoment() {
        Booking series = desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;UNTIL=20260415T070000Z"));

        Booking later =
                done(desk().change(series, CAMILLE, order -> Orders.changed(order, afterAll("2026-04-01T14:00"))));

        assertThat(shown(later)).hasSize(3);
    }

    private static java.util.function.UnaryOperator<BookingOrder> afterAll(String start) {
        return order -> new BookingOrder(
                order.content(),
                order.schedule().movedTo(LocalDateTime.parse(start), PARIS),
                order.rooms(),
                order.onConflict(),
                order.reacquire());
    }

    @Test
    default void putsADateBackThatWasCalledOff() {
        Booking series = weekly();
        desk().cancelling.cancelDate(CAMILLE, series.id(), Instant.parse(SECOND), Optional.empty());

        Booking back = done(desk().moveDate(series, CAMILLE, SECOND, SECOND));

        assertThat(shown(back)).isEqualTo(shown(series));
        conflicts(desk().book(NADIA, Orders.changed(anOrder(SEINE), at("2026-04-08T09:00"))));
        stored().assertSound();
    }

    @Test
    default void putsNoDateBackWhoseRoomIsTakenByNow() {
        Booking series = weekly();
        desk().cancelling.cancelDate(CAMILLE, series.id(), Instant.parse(SECOND), Optional.empty());
        desk().booked(NADIA, anOrder(SEINE), at("2026-04-08T09:00"));

        assertThat(conflicts(desk().moveDate(series, CAMILLE, SECOND, SECOND)))
                .extracting(Conflict::recurrenceId)
                .containsExactly(Instant.parse(SECOND));
        assertRefused(
                desk().changingOne.change(CAMILLE, series.id(), Instant.parse(SECOND), Optional.empty(), to(VISIO)),
                ReasonCode.NOT_ALLOWED);
    }

    @Test
    default void doesWithoutALeftOutDateForGood() {
        Booking inTheWay = desk().booked(NADIA, anOrder(SEINE), at("2026-04-08T09:00"));
        Booking series = desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=3"), skipping());

        Booking without =
                done(desk().cancelling.cancelDate(CAMILLE, series.id(), Instant.parse(SECOND), Optional.empty()));
        done(desk().cancel(inTheWay, NADIA));

        assertThat(without.skipped()).isEmpty();
        assertThat(without.missesRooms()).isFalse();
        assertThat(shown(desk().stored(series))).hasSize(2);
        Booking again =
                done(desk().cancelling.cancelDate(CAMILLE, series.id(), Instant.parse(SECOND), Optional.empty()));
        assertThat(again.version()).isEqualTo(without.version());
        assertThat(shown(done(desk().moveDate(series, CAMILLE, SECOND, SECOND))))
                .hasSize(3);
    }

    @Test
    default void hasALeftOutDateAtAnotherTime() {
        desk().booked(NADIA, anOrder(SEINE), at("2026-04-08T09:00"));
        Booking series = desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=3"), skipping());

        Booking had = done(desk().moveDate(series, CAMILLE, SECOND, "2026-04-08T12:00:00Z"));

        assertThat(shown(had)).contains("04-08T14:00-15:00 melun-seine");
        assertThat(had.skipped()).isEmpty();
        stored().assertSound();
    }

    @Test
    default void keepsTheRoomsThatStandInWhenTheSeriesLastsLonger() {
        desk().booked(NADIA, anOrder(SEINE), at("2026-04-08T09:00"));
        Booking series = desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=3"), substituting());
        String settled = shown(series).get(1).substring(18);

        Booking longer = done(desk().change(series, CAMILLE, lasting("PT2H")));
        Booking more = done(desk().change(series, CAMILLE, every("FREQ=WEEKLY;COUNT=5")));

        assertThat(settled).isNotEqualTo("melun-seine");
        assertThat(shown(longer)).contains("04-08T09:00-11:00 " + settled);
        assertThat(shown(more)).contains("04-08T09:00-11:00 " + settled).hasSize(5);
        assertThat(more.occurrences().get(1).outcome()).isEqualTo(DateOutcome.SUBSTITUTED);
        assertThat(more.occurrences().get(1).wished()).isEqualTo(ids(SEINE));
    }

    @Test
    default void judgesOnlyWhatAnEditTouches() {
        Booking booking = desk().booked(CAMILLE, anOrder(LAB), lasting("PT2H"));
        desk().clock.advance(Duration.between(desk().clock.instant(), Instant.parse("2026-04-01T06:30:00Z")));

        done(desk().change(booking, CAMILLE, lasting("PT1H")));
        done(desk().change(booking, CAMILLE, renamed("Other")));
        done(desk().change(booking, CAMILLE, inRooms(LAB, SEINE)));
        done(desk().change(booking, CAMILLE, inRooms(LAB)));
        assertRefused(desk().change(booking, CAMILLE, lasting("PT90M")), ReasonCode.TOO_SOON);
        assertRefused(desk().change(booking, CAMILLE, lasting("PT1M")), ReasonCode.TOO_SHORT);
        assertRefused(desk().change(booking, CAMILLE, forPeople(9)), ReasonCode.OVER_CAPACITY);
    }

    @Test
    default void asksNobodyToAgreeAgainToWhatShrinks() {
        Booking asked = desk().booked(CAMILLE, anOrder(COUNCIL), lasting("PT2H"));
        Booking shorter = done(desk().change(asked, CAMILLE, lasting("PT1H")));
        desk().approving.approve(MANAGER, asked.id(), "");

        Booking agreed = done(desk().change(asked, CAMILLE, lasting("PT45M")));
        Booking longer = done(desk().change(asked, CAMILLE, lasting("PT50M")));

        assertThat(shorter.state()).isEqualTo(BookingState.REQUESTED);
        assertThat(agreed.state()).isEqualTo(BookingState.CONFIRMED);
        assertThat(longer.state()).isEqualTo(BookingState.REQUESTED);
    }

    @Test
    default void changesASeriesThatHasBegunFromHereOn() {
        Booking series = weekly();
        desk().clock.advance(Duration.ofDays(8));

        done(desk().change(series, CAMILLE, inRooms(VISIO)));
        done(desk().change(series, CAMILLE, lasting("PT45M")));
        Booking rhythm = done(desk().change(
                        series,
                        CAMILLE,
                        order -> Orders.changed(order, at("2026-04-02T10:00"), every("FREQ=WEEKLY;COUNT=3"))));

        assertThat(shown(rhythm))
                .containsExactly(
                        "04-01T09:00-10:00 melun-seine",
                        "04-09T10:00-10:45 melun-visio",
                        "04-16T10:00-10:45 melun-visio");
        stored().assertSound();
    }

    @Test
    default void losesNoDateOfARuleThatNoLongerHasTheBegunOne() {
        Booking series = weekly();
        desk().clock.advance(Duration.ofDays(7).plusHours(1));
        done(desk().change(series, CAMILLE, at("2026-04-08T14:00")));

        Booking shorter =
                done(desk().changeFollowing(desk().stored(series), CAMILLE, "2026-04-01T07:00:00Z", lasting("PT45M")));

        assertThat(shown(shorter))
                .containsExactly(
                        "04-01T09:00-10:00 melun-seine",
                        "04-08T14:00-14:45 melun-seine",
                        "04-15T14:00-14:45 melun-seine",
                        "04-22T14:00-14:45 melun-seine",
                        "04-29T14:00-14:45 melun-seine");
        stored().assertSound();
    }
}
