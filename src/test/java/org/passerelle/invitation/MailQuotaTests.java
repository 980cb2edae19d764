package org.passerelle.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.inviting;
import static org.passerelle.booking.Orders.renamed;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.SEINE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.OnEmbeddedStore;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.invitation.pending.Invitee;
import org.passerelle.invitation.store.MongoDeliveriesWiring;
import org.passerelle.invitation.store.MongoTalliesWiring;
import org.passerelle.mail.Mails;
import org.passerelle.mail.Postbox;
import org.passerelle.mail.quota.MailLimits;
import org.passerelle.mail.quota.QuotaWiring;

/** What leaves in a day is limited; what is over a limit waits, is shown, and leaves when the limit frees. */
class MailQuotaTests extends OnEmbeddedStore {

    private static final String KIM = "kim@example.org";
    private static final Duration DAY = Duration.ofDays(1);

    private BookingDesk desk;
    private Deliveries deliveries;
    private Mails mails = new Mails();
    private @Nullable Mailroom room;
    private @Nullable Occupancy occupancy;

    @BeforeEach
    void furnish() {
        MongoBookingsWiring.Wired wired = MongoBookingsWiring.wiredOver(template());
        desk = new BookingDesk(wired.bookings());
        occupancy = wired.occupancy();
        deliveries = MongoDeliveriesWiring.over(template());
        MongoTalliesWiring.begin(template());
    }

    private void limits(int ofPerson, int ofPersonToStrangers, int ofMember, int ofStranger, int toOneStranger) {
        MailLimits limits =
                new MailLimits(DAY, 1_000, ofPerson, ofPersonToStrangers, ofMember, ofStranger, toOneStranger);
        mails = new Mails();
        room = new Mailroom(
                        desk,
                        deliveries,
                        mails,
                        Mailroom.AT_ONCE,
                        QuotaWiring.quota(
                                template(), address -> address.value().endsWith("@example.org"), limits, desk.clock))
                .listening(Objects.requireNonNull(occupancy));
    }

    private Mailroom room() {
        return Objects.requireNonNull(room);
    }

    private Invitee invitee(Booking booking, String whom) {
        Booking stored = desk.stored(booking);
        return Objects.requireNonNull(room().invitations.of(List.of(stored)).get(stored.id()))
                .of(new EmailAddress(whom));
    }

    private static String[] strangers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "s" + i + "@example.org").toArray(String[]::new);
    }

    @Test
    void sendsOnePersonOnlySoMuchWhoeverCausesIt() {
        limits(1_000, 1_000, 1_000, 3, 1_000);
        List<Booking> made = new ArrayList<>();
        for (int day = 1; day <= 6; day++) {
            made.add(desk.booked(
                    day % 2 == 0 ? CAMILLE : LOUIS,
                    anOrder(SEINE),
                    at("2026-04-01T" + (9 + day) + ":00"),
                    inviting(KIM)));
        }

        assertThat(mails.inWords()).hasSize(3);
        Instant frees = desk.clock.instant().plus(DAY);
        assertThat(made.subList(3, 6)).allSatisfy(booking -> {
            assertThat(Mailing.of(invitee(booking, KIM))).isEqualTo(Mailing.WAITING);
            assertThat(Mailing.said(invitee(booking, KIM))).isEqualTo("mails-per-stranger");
            assertThat(Mailing.next(invitee(booking, KIM))).contains(frees);
            assertThat(room().events).contains(new MailPostponed(booking.id().root(), frees));
        });
        assertThat(room().heldBack.roots(10)).hasSize(3);
        desk.clock.advance(DAY);
        room().outbox.lookAtAll();
        assertThat(mails.inWords()).hasSize(3);
        assertThat(deliveries.owing()).isEmpty();
        assertThat(room().heldBack.roots(10)).isEmpty();
    }

    @Test
    void countsWhatOnePersonCausesForOneStrangerApart() {
        limits(1_000, 1_000, 1_000, 1_000, 2);
        for (int day = 1; day <= 4; day++) {
            desk.booked(CAMILLE, anOrder(SEINE), at("2026-04-01T" + (9 + day) + ":00"), inviting(KIM));
        }
        assertThat(mails.inWords()).hasSize(2);

        desk.booked(LOUIS, anOrder(ALMONT), inviting(KIM));

        assertThat(mails.inWords()).containsExactly(KIM + " REQUEST");
    }

    /** RFC 5233: all of them are read by the same person. */
    @Test
    void countsAMailboxOnceHoweverItsNameGoesOn() {
        limits(1_000, 1_000, 1_000, 3, 1_000);

        desk.booked(
                CAMILLE,
                anOrder(SEINE),
                inviting("kim@example.org", "kim+a@example.org", "kim+b@example.org", "kim+c@example.org"));

        assertThat(mails.inWords()).hasSize(3);
    }

    @Test
    void hasFarLowerLimitsForStrangersThanForMembers() {
        limits(1_000, 4, 6, 1_000, 1_000);
        String member = LOUIS.email().value();

        Booking booking = desk.booked(CAMILLE, anOrder(SEINE), inviting(strangers(10)));
        assertThat(mails.inWords()).hasSize(4);
        assertThat(Mailing.said(invitee(booking, "s9@example.org"))).isEqualTo("stranger-mails-per-person");
        for (int day = 1; day <= 8; day++) {
            desk.booked(CAMILLE, anOrder(ALMONT), at("2026-04-01T" + (9 + day) + ":00"), inviting(member));
        }
        assertThat(mails.inWords()).hasSize(6).containsOnly(member + " REQUEST");
    }

    @Test
    void letsOnePersonCauseOnlySoMuch() {
        limits(5, 1_000, 1_000, 1_000, 1_000);

        Booking booking = desk.booked(CAMILLE, anOrder(SEINE), inviting(strangers(8)));

        assertThat(mails.inWords()).hasSize(5);
        assertThat(Mailing.said(invitee(booking, "s7@example.org"))).isEqualTo("mails-per-person");
        desk.booked(LOUIS, anOrder(ALMONT), inviting(strangers(8)));
        assertThat(mails.inWords()).hasSize(5);
    }

    @Test
    void boundsWhatOneBookingToAndFroCanSend() {
        limits(1_000, 1_000, 1_000, 4, 4);
        Booking booking = desk.booked(CAMILLE, anOrder(SEINE), inviting(KIM));

        for (int i = 0; i < 40; i++) {
            desk.change(booking, CAMILLE, renamed("Budget " + i));
        }

        assertThat(mails.inWords()).hasSize(4);
        assertThat(Mailing.of(invitee(booking, KIM))).isEqualTo(Mailing.WAITING);
    }

    @Test
    void tellsACancellationWhateverIsUsedUp() {
        limits(1_000, 1_000, 1_000, 1, 1);
        Booking booking = desk.booked(CAMILLE, anOrder(SEINE), inviting(KIM));
        desk.change(booking, CAMILLE, renamed("Budget"));
        assertThat(mails.inWords()).containsExactly(KIM + " REQUEST");

        desk.cancel(booking, CAMILLE);

        assertThat(mails.inWords()).containsExactly(KIM + " CANCEL");
        assertThat(room().heldBack.roots(10)).isEmpty();
    }

    @Test
    void keepsAReserveForWhatIsUrgentAndNoMore() {
        limits(1_000, 1_000, 1_000, 2, 2);
        Booking weekly = desk.booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=9"), inviting(KIM));
        mails.taken.clear();

        weekly.occurrences().stream()
                .limit(8)
                .forEach(date ->
                        desk.cancelling.cancelDate(CAMILLE, weekly.id(), date.recurrenceId(), Optional.empty()));

        assertThat(mails.inWords()).hasSize(3).containsOnly(KIM + " CANCEL");
    }

    @Test
    void countsNothingForWhatDidNotLeave() {
        limits(1_000, 1_000, 1_000, 2, 2);
        for (int i = 0; i < 3; i++) {
            mails.answers.add(new Postbox.Receipt(Postbox.HandoverOutcome.LATER, "451 come back"));
        }
        Booking booking = desk.booked(CAMILLE, anOrder(SEINE), inviting(KIM));
        for (int i = 0; i < 3; i++) {
            desk.clock.advance(Duration.ofHours(1));
            room().outbox.lookAt(booking.id().root());
        }
        assertThat(mails.inWords()).containsExactly(KIM + " REQUEST");

        desk.change(booking, CAMILLE, renamed("Budget"));

        assertThat(mails.inWords()).containsExactly(KIM + " REQUEST");
    }

    @Test
    void remembersAfterARestartWhatWasCounted() {
        limits(1_000, 1_000, 1_000, 1, 1);
        desk.booked(CAMILLE, anOrder(SEINE), inviting(KIM));
        limits(1_000, 1_000, 1_000, 1, 1);

        Booking second = desk.booked(CAMILLE, anOrder(ALMONT), inviting(KIM));

        assertThat(mails.inWords()).isEmpty();
        assertThat(Mailing.of(invitee(second, KIM))).isEqualTo(Mailing.WAITING);
    }
}
