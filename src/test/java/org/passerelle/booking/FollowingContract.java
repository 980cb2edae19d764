package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.called;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.inRooms;
import static org.passerelle.booking.Orders.skipping;
import static org.passerelle.booking.Outcomes.assertRefused;
import static org.passerelle.booking.Outcomes.conflicts;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.People.ROSE;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.booking.Rooms.VISIO;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.time.Recurrence;

/** "This and following": a series is cut in two in one step, and nobody gets in between. */
public interface FollowingContract {

    String SECOND = "2026-04-08T07:00:00Z";
    String THIRD = "2026-04-15T07:00:00Z";

    BookingDesk desk();

    StoredBookings stored();

    private Booking weekly(String end) {
        return desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;" + end));
    }

    private static String rule(Booking booking) {
        return booking.schedule().recurrence().map(Recurrence::toString).orElse("");
    }

    private static List<String> starts(Booking booking) {
        return booking.occupying().map(date -> date.time().start().toString()).toList();
    }

    @Test
    default void splitsASeriesInTwo() {
        Booking series = weekly("COUNT=4");

        Booking later = done(desk().changeFollowing(series, CAMILLE, THIRD, at("2026-04-15T11:00")));

        Booking earlier = desk().stored(series);
        assertThat(later.id().value()).isEqualTo(series.id() + ".1");
        assertThat(later.uid()).isNotEqualTo(series.uid());
        assertThat(rule(earlier)).isEqualTo("FREQ=WEEKLY;COUNT=2");
        assertThat(rule(later)).isEqualTo("FREQ=WEEKLY;COUNT=2");
        assertThat(starts(earlier)).containsExactly("2026-04-01T07:00:00Z", SECOND);
        assertThat(starts(later)).containsExactly("2026-04-15T09:00:00Z", "2026-04-22T09:00:00Z");
        assertThat(desk().stored(later)).isEqualTo(later);
        desk().booked(NADIA, anOrder(SEINE), at("2026-04-15T09:00"));
        stored().assertSound();
    }

    @Test
    default void endsTheEarlierPartOfASeriesWithAnEndBeforeTheCut() {
        Booking series = weekly("UNTIL=20260422T070000Z");

        Booking later = done(desk().changeFollowing(series, CAMILLE, THIRD, called("Later")));

        assertThat(rule(desk().stored(series))).isEqualTo("FREQ=WEEKLY;UNTIL=20260415T065959Z");
        assertThat(rule(later)).isEqualTo("FREQ=WEEKLY;UNTIL=20260422T070000Z");
        assertThat(later.content().title()).isEqualTo("Later");
        assertThat(desk().stored(series).content().title()).isEqualTo("Comité");
    }

    @Test
    default void editsBothPartsAfterwardsWithoutEitherLosingItsClaims() {
        Booking series = weekly("COUNT=4");
        Booking later = done(desk().changeFollowing(series, CAMILLE, THIRD, at("2026-04-15T11:00")));

        done(desk().change(series, CAMILLE, at("2026-04-01T09:30")));
        done(desk().change(later, CAMILLE, inRooms(VISIO)));
        done(desk().cancel(series, CAMILLE));

        assertThat(starts(desk().stored(later))).hasSize(2);
        assertThat(stored().claims(series.id())).hasSize(2 * 12);
        stored().assertSound();
    }

    @Test
    default void splitsAPartAgainAndDropsWhatFollows() {
        Booking series = weekly("COUNT=5");
        Booking later = done(desk().changeFollowing(series, CAMILLE, SECOND, at("2026-04-08T11:00")));

        Booking last = done(desk().changeFollowing(later, CAMILLE, "2026-04-22T09:00:00Z", inRooms(VISIO)));
        done(desk().cancelling
                .cancelFollowing(CAMILLE, later.id(), Instant.parse("2026-04-15T09:00:00Z"), Optional.empty()));

        assertThat(last.id().value()).isEqualTo(series.id() + ".2");
        assertThat(starts(desk().stored(series))).hasSize(1);
        assertThat(starts(desk().stored(later))).containsExactly("2026-04-08T09:00:00Z");
        assertThat(starts(last)).containsExactly("2026-04-22T09:00:00Z", "2026-04-29T09:00:00Z");
        stored().assertSound();
    }

    @Test
    default void refusesPartsThatCollideAndNamesTheDate() {
        Booking series = weekly("COUNT=4");
        done(desk().moveDate(series, CAMILLE, SECOND, "2026-04-15T09:30:00Z"));

        BookingResult split = desk().changeFollowing(series, CAMILLE, THIRD, at("2026-04-15T11:00"));

        assertThat(conflicts(split))
                .extracting(Conflict::recurrenceId)
                .containsExactly(Instant.parse("2026-04-15T09:00:00Z"));
        assertThat(stored().count()).isEqualTo(1);
        assertThat(desk().bookings.find(series.id().withPart(1))).isEmpty();
    }

    @Test
    default void refusesAMoveOfOnePartOntoTheOther() {
        Booking series = weekly("COUNT=4");
        Booking later = done(desk().changeFollowing(series, CAMILLE, THIRD, at("2026-04-15T11:00")));

        BookingResult move = desk().moveDate(later, CAMILLE, "2026-04-15T09:00:00Z", "2026-04-08T07:30:00Z");

        assertThat(conflicts(move)).extracting(Conflict::room).containsExactly(SEINE.id());
        stored().assertSound();
    }

    @Test
    default void findsOtherUnitsWhereTheEarlierPartHoldsSome() {
        Booking series = desk().booked(CAMILLE, anOrder(Rooms.PROJECTORS), every("FREQ=WEEKLY;COUNT=4"));
        done(desk().moveDate(series, CAMILLE, SECOND, "2026-04-15T09:00:00Z"));

        done(desk().changeFollowing(series, CAMILLE, THIRD, at("2026-04-15T11:00")));

        stored().assertSound();
    }

    @Test
    default void splitsInTheMiddleOfAWeekThatHasAQuota() {
        Booking series = desk().booked(ROSE, anOrder(SEINE), at("2026-03-30T09:00"), every("FREQ=DAILY;COUNT=4"));

        done(desk().changeFollowing(series, ROSE, "2026-04-01T07:00:00Z", at("2026-04-01T11:00")));

        stored().assertSound();
    }

    @Test
    default void changesTheWholeSeriesFromItsFirstDate() {
        Booking series = weekly("COUNT=3");

        Booking changed = done(desk().changeFollowing(series, CAMILLE, "2026-04-01T07:00:00Z", at("2026-04-01T11:00")));

        assertThat(changed.id()).isEqualTo(series.id());
        assertThat(changed.occurrences()).hasSize(3);
    }

    @Test
    default void countsOnFromTheFirstDateThatWasNotLeftOut() {
        desk().booked(NADIA, anOrder(SEINE));
        Booking series = desk().booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=3"), skipping());

        Booking changed = done(desk().changeFollowing(series, CAMILLE, SECOND, at("2026-04-08T11:00")));

        assertThat(starts(changed)).containsExactly("2026-04-08T09:00:00Z", "2026-04-15T09:00:00Z");
    }

    @Test
    default void refusesACutAtADateThatTheSeriesDoesNotHave() {
        Booking series = weekly("COUNT=3");

        assertThatThrownBy(() -> desk().changeFollowing(series, CAMILLE, "2026-03-31T07:00:00Z", called("x")))
                .isInstanceOf(UnknownBooking.class);
        assertThat(desk().stored(series)).isEqualTo(series);
    }

    @Test
    default void cancelsAnEarlierPartOfWhichEveryDateWasCalledOff() {
        Booking series = weekly("COUNT=3");
        desk().cancelling.cancelDate(CAMILLE, series.id(), Instant.parse("2026-04-01T07:00:00Z"), Optional.empty());

        Booking ended =
                done(desk().cancelling.cancelFollowing(CAMILLE, series.id(), Instant.parse(SECOND), Optional.empty()));

        assertThat(ended.state()).isEqualTo(BookingState.CANCELLED);
        assertThat(stored().claims(series.id())).isEmpty();
    }

    @Test
    default void doesNotDropDatesThatHaveBegun() {
        Booking series = weekly("COUNT=4");
        desk().clock.advance(Duration.ofDays(15));

        BookingResult result =
                desk().cancelling.cancelFollowing(CAMILLE, series.id(), Instant.parse(SECOND), Optional.empty());

        assertRefused(result, ReasonCode.IN_THE_PAST);
        assertThat(desk().stored(series)).isEqualTo(series);
    }

    @Test
    default void goesOnAtTheHourOfTheRuleWhenCutOnANightWhoseClocksSkipIt() {
        Booking series =
                desk().booked(CAMILLE, anOrder(Rooms.STUDIO), at("2026-03-27T02:30"), every("FREQ=DAILY;COUNT=5"));

        Booking later = done(desk().changeFollowing(series, CAMILLE, "2026-03-29T01:00:00Z", called("Later")));

        assertThat(starts(later))
                .containsExactly("2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z", "2026-03-31T00:30:00Z");
        assertThat(changed(BookingOrder.of(later)).schedule().start()).hasToString("2026-03-29T02:30");
    }
}
