package org.passerelle.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.inviting;
import static org.passerelle.booking.Orders.renamed;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.Rooms.SEINE;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.OnEmbeddedStore;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.invitation.store.MongoDeliveriesWiring;
import org.passerelle.mail.Mails;

/** The first mail leaves at once; what changes within five minutes of it is told in one, but for what cannot wait. */
class GatheredNewsTests extends OnEmbeddedStore {

    private static final String KIM = "kim@example.org";
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final OutgoingProperties SETTINGS = new OutgoingProperties(PAUSE, Duration.ofHours(2));

    private BookingDesk desk;
    private Deliveries deliveries;
    private Mails mails;
    private Mailroom room;

    @BeforeEach
    void furnish() {
        MongoBookingsWiring.Wired wired = MongoBookingsWiring.wiredOver(template());
        desk = new BookingDesk(wired.bookings());
        deliveries = MongoDeliveriesWiring.over(template());
        mails = new Mails();
        room = new Mailroom(desk, deliveries, mails, SETTINGS).listening(wired.occupancy());
    }

    private Booking invited() {
        Booking booking = desk.booked(CAMILLE, anOrder(SEINE), inviting(KIM));
        assertThat(mails.inWords()).as("the first mail").containsExactly(KIM + " REQUEST");
        return booking;
    }

    @Test
    void tellsInOneMailWhatChangesWithinThePause() {
        Booking booking = invited();

        for (int hour = 10; hour < 18; hour++) {
            desk.change(booking, CAMILLE, at("2026-04-02T" + hour + ":00"));
            desk.change(booking, CAMILLE, renamed("Budget " + hour));
        }

        assertThat(mails.inWords()).isEmpty();
        assertThat(room.events)
                .last()
                .isEqualTo(new MailPostponed(
                        booking.id().root(), desk.clock.instant().plus(PAUSE)));
        desk.clock.advance(PAUSE);
        room.outbox.lookAt(booking.id().root());
        assertThat(mails.taken)
                .singleElement()
                .satisfies(mail -> assertThat(Mails.calendar(mail))
                        .contains("SUMMARY:Budget 17", "DTSTART;TZID=Europe/Paris:20260402T170000"));
        assertThat(deliveries.owing()).isEmpty();
    }

    @Test
    void tellsNothingOfWhatWasTakenBackMeanwhile() {
        Booking booking = invited();

        desk.change(booking, CAMILLE, renamed("Budget"));
        desk.change(booking, CAMILLE, renamed(booking.content().title()));
        desk.clock.advance(PAUSE);
        room.outbox.lookAt(booking.id().root());

        assertThat(mails.inWords()).isEmpty();
        assertThat(deliveries.owing()).isEmpty();
    }

    @Test
    void findsAfterTheNextStartWhatWaited() {
        Booking booking = invited();
        desk.change(booking, CAMILLE, at("2026-04-02T10:00"));
        Mailroom started = new Mailroom(desk, deliveries, mails, SETTINGS);

        started.outbox.lookAtAll();
        assertThat(mails.inWords()).isEmpty();
        desk.clock.advance(PAUSE);
        started.outbox.lookAtAll();

        assertThat(mails.inWords()).containsExactly(KIM + " REQUEST");
    }

    @Test
    void tellsACancellationAtOnceAndWithItWhatWaited() {
        Booking booking = invited();
        desk.change(booking, CAMILLE, at("2026-04-02T10:00"));

        desk.cancel(booking, CAMILLE);

        assertThat(mails.inWords()).containsExactly(KIM + " CANCEL");
    }

    @Test
    void tellsWhoIsNoLongerInvitedAtOnceAndInvitesThemAgainAfterThePause() {
        Booking booking = invited();

        desk.change(booking, CAMILLE, inviting());
        assertThat(mails.inWords()).containsExactly(KIM + " CANCEL");
        for (int i = 0; i < 20; i++) {
            desk.change(booking, CAMILLE, inviting(KIM));
            desk.change(booking, CAMILLE, inviting());
        }
        desk.change(booking, CAMILLE, inviting(KIM));

        assertThat(mails.inWords()).isEmpty();
        desk.clock.advance(PAUSE);
        room.outbox.lookAt(booking.id().root());
        assertThat(mails.inWords()).containsExactly(KIM + " REQUEST");
    }

    @Test
    void tellsAChangeOfADateWithinTwoHoursAtOnce() {
        Booking weekly = desk.booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=3"), inviting(KIM));
        Instant first = weekly.occurrences().get(0).time().start();
        desk.clock.advance(Duration.between(desk.clock.instant(), first.minus(Duration.ofMinutes(100))));
        desk.change(weekly, CAMILLE, renamed("Budget"));
        mails.taken.clear();

        desk.change(weekly, CAMILLE, renamed("Budget 2"));
        assertThat(mails.inWords()).as("a title waits").isEmpty();
        desk.moveDate(
                weekly,
                CAMILLE,
                first.toString(),
                first.plus(Duration.ofHours(5)).toString());
        assertThat(mails.inWords()).as("moved from within two hours").containsExactly(KIM + " REQUEST");
        desk.moveDate(
                weekly,
                CAMILLE,
                first.toString(),
                first.plus(Duration.ofHours(7)).toString());
        assertThat(mails.inWords()).as("neither was nor is within two hours").isEmpty();
        desk.moveDate(
                weekly,
                CAMILLE,
                first.toString(),
                first.plus(Duration.ofMinutes(15)).toString());
        assertThat(mails.inWords()).as("moved to within two hours").containsExactly(KIM + " REQUEST");
    }

    @Test
    void keepsNothingBackUntilItWouldComeTooLate() {
        Booking booking = invited();
        Instant start = booking.occurrences().get(0).time().start();
        desk.clock.advance(Duration.between(desk.clock.instant(), start.minus(Duration.ofMinutes(4))));
        desk.change(booking, CAMILLE, renamed("Budget"));
        mails.taken.clear();
        desk.clock.advance(Duration.ofMinutes(2));

        desk.change(booking, CAMILLE, renamed("Budget in room 4"));

        assertThat(mails.inWords()).containsExactly(KIM + " REQUEST");
    }

    @Test
    void letsAnotherNodeSendACancellationWhileOneWaits() {
        Deliveries one = MongoDeliveriesWiring.sharedOver(template());
        Deliveries other = MongoDeliveriesWiring.sharedOver(template());
        BookingDesk quiet = new BookingDesk(MongoBookingsWiring.over(template()));
        Booking booking = quiet.booked(CAMILLE, anOrder(SEINE), inviting(KIM));
        Mailroom first = new Mailroom(quiet, one, mails, SETTINGS);
        first.outbox.lookAt(booking.id().root());
        quiet.change(booking, CAMILLE, at("2026-04-02T10:00"));
        first.outbox.lookAt(booking.id().root());
        mails.taken.clear();

        quiet.cancel(booking, CAMILLE);
        new Mailroom(quiet, other, mails, SETTINGS).outbox.lookAt(booking.id().root());

        assertThat(mails.inWords()).containsExactly(KIM + " CANCEL");
    }
}
