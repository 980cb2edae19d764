package org.passerelle.booking.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.inRooms;
import static org.passerelle.booking.Orders.lasting;
import static org.passerelle.booking.Orders.renamed;
import static org.passerelle.booking.Orders.skipping;
import static org.passerelle.booking.Outcomes.assertRefused;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.booking.Rooms.aRoom;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.OnEmbeddedStore;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.booking.store.mongo.MongoBookingsWiring.Wired;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.permission.Bookers;
import org.passerelle.directory.permission.BookingGrant;
import org.passerelle.directory.permission.BookingPermission;
import org.passerelle.directory.permission.BookingPermissions;
import org.passerelle.directory.permission.PermissionConditions;
import org.passerelle.time.WeeklyHours;

/** What permissions mean for bookings that are held, moved, extended and decided on. */
class PermissionsOfBookingsTests extends OnEmbeddedStore {

    /** Given away by its manager from five in the afternoon on; Grand Groupe may ask for what is out of policy. */
    private static final Room HALL = aRoom("melun-hall", 71)
            .permitting(new BookingPermissions(
                    List.of(new BookingPermission(
                            Set.of(Bookers.EVERYONE),
                            new PermissionConditions(
                                    Optional.of(WeeklyHours.parse("Mo-Fr 17:00-20:00")),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty()),
                            BookingGrant.REQUEST)),
                    Set.of(Bookers.of("grand-groupe"))))
            .build();

    private static final Room FAR_HALL = aRoom("montreal-hall", 72)
            .at("montreal")
            .open("24/7")
            .needingApproval()
            .build();

    private BookingDesk desk;

    @BeforeEach
    void open() {
        Wired wired = MongoBookingsWiring.wiredOver(template());
        Directory directory = Rooms.directory(HALL, FAR_HALL, SEINE);
        desk = new BookingDesk(wired.bookings(), wired.occupancy(), () -> directory);
    }

    @Test
    void aHoldIsConfirmedOrAskedForByItsTime() {
        Booking morning = done(desk.hold(CAMILLE, anOrder(HALL), Duration.ofMinutes(10)));
        Booking evening =
                done(desk.hold(CAMILLE, changed(anOrder(HALL), at("2026-04-01T17:30")), Duration.ofMinutes(10)));

        assertThat(done(desk.holding.confirm(CAMILLE, morning.id(), Optional.empty()))
                        .state())
                .isEqualTo(BookingState.CONFIRMED);
        assertThat(done(desk.holding.confirm(CAMILLE, evening.id(), Optional.empty()))
                        .state())
                .isEqualTo(BookingState.REQUESTED);
    }

    @Test
    void whatMovesIntoTheEveningIsAskedForAndWhatMovesOutOfItIsNot() {
        Booking morning = desk.booked(CAMILLE, anOrder(HALL));

        Booking evening = done(desk.change(morning, CAMILLE, at("2026-04-01T16:30")));
        Booking noon = done(desk.change(evening, CAMILLE, at("2026-04-01T12:00")));

        assertThat(morning.state()).isEqualTo(BookingState.CONFIRMED);
        assertThat(evening.state()).isEqualTo(BookingState.REQUESTED);
        assertThat(noon.state()).isEqualTo(BookingState.CONFIRMED);
    }

    @Test
    void whatHasBegunIsNotExtendedIntoTheEvening() {
        Booking afternoon = desk.booked(CAMILLE, anOrder(HALL), at("2026-04-01T16:00"));
        desk.clock.advance(Duration.between(desk.clock.instant(), Instant.parse("2026-04-01T14:30:00Z")));
        desk.attendance.checkIn(CAMILLE, afternoon.id(), Optional.empty());

        assertRefused(
                desk.attendance.extend(
                        CAMILLE, afternoon.id(), Optional.empty(), Instant.parse("2026-04-01T15:15:00Z")),
                ReasonCode.NEEDS_APPROVAL);
        assertThat(desk.stored(afternoon).state()).isEqualTo(BookingState.CONFIRMED);
    }

    @Test
    void whatIsOutOfPolicyIsAskedForByThoseWhoMay() {
        assertRefused(
                desk.book(CAMILLE, changed(anOrder(HALL), at("2026-04-01T07:00"))), ReasonCode.OUTSIDE_OPENING_HOURS);

        Booking asked = desk.booked(NADIA, anOrder(HALL), at("2026-04-01T07:00"), lasting("PT2H"));
        Booking called = done(desk.change(asked, NADIA, renamed("Conseil")));
        Booking approved = done(desk.approving.approve(MANAGER, asked.id(), ""));
        Booking later = done(desk.change(approved, NADIA, at("2026-04-01T08:00")));

        assertThat(asked.state()).isEqualTo(BookingState.REQUESTED);
        assertThat(called.state()).isEqualTo(BookingState.REQUESTED);
        assertThat(approved.state()).isEqualTo(BookingState.CONFIRMED);
        assertThat(later.state()).isEqualTo(BookingState.CONFIRMED);
    }

    @Test
    void aRequestThatMovesBackIntoPolicyIsBooked() {
        Booking asked = desk.booked(NADIA, anOrder(HALL), at("2026-04-01T07:00"));

        assertThat(done(desk.change(asked, NADIA, at("2026-04-01T09:00"))).state())
                .isEqualTo(BookingState.CONFIRMED);
    }

    @Test
    void anApprovedBookingThatIsShortenedOutOfPolicyIsNotAskedForAnew() {
        Booking asked = desk.booked(NADIA, anOrder(HALL), at("2026-04-01T06:00"), lasting("PT3H"));
        Booking approved = done(desk.approving.approve(MANAGER, asked.id(), ""));

        assertThat(done(desk.change(approved, NADIA, lasting("PT1H"))).state()).isEqualTo(BookingState.CONFIRMED);
    }

    @Test
    void whatHasBegunIsNotExtendedBeyondTheHoursByAnybodyWhoCouldAsk() {
        Booking evening = desk.booked(NADIA, anOrder(HALL), at("2026-04-01T19:00"));
        done(desk.approving.approve(MANAGER, evening.id(), ""));
        desk.clock.advance(Duration.between(desk.clock.instant(), Instant.parse("2026-04-01T17:30:00Z")));
        desk.attendance.checkIn(NADIA, evening.id(), Optional.empty());

        assertRefused(
                desk.attendance.extend(NADIA, evening.id(), Optional.empty(), Instant.parse("2026-04-01T18:15:00Z")),
                ReasonCode.OUTSIDE_OPENING_HOURS);
    }

    @Test
    void aSeriesThatMayLeaveDatesOutAsksForNothingOutOfPolicy() {
        Booking series =
                desk.booked(NADIA, anOrder(HALL), at("2026-05-01T09:00"), every("FREQ=WEEKLY;COUNT=3"), skipping());

        assertThat(series.state()).isEqualTo(BookingState.CONFIRMED);
        assertThat(series.skipped()).hasSize(1);
    }

    @Test
    void whoseRoomNeedsAgreementInTheEveningAloneDoesNotDecideInTheMorning() {
        Booking morning = desk.booked(CAMILLE, anOrder(HALL), inRooms(HALL, FAR_HALL));
        Booking evening = desk.booked(CAMILLE, anOrder(HALL), inRooms(HALL, FAR_HALL), at("2026-04-01T18:00"));

        assertThatExceptionOfType(NotYourBooking.class)
                .isThrownBy(() -> desk.approving.approve(MANAGER, morning.id(), ""));
        assertThat(done(desk.approving.approve(MANAGER, evening.id(), "")).state())
                .isEqualTo(BookingState.CONFIRMED);
    }
}
