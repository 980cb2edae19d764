package org.passerelle.mail.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.inviting;
import static org.passerelle.booking.Orders.renamed;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.Rooms.SEINE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.Together;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.InvitationQuota;
import org.passerelle.booking.OnEmbeddedStore;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.invitation.store.MongoTalliesWiring;

/** Limits hold against everybody who counts at once, and a day after the first that was counted they are as good as new. */
class MailCountingTests extends OnEmbeddedStore {

    private static final EmailAddress KIM = new EmailAddress("kim@example.org");
    private static final Duration DAY = Duration.ofDays(1);

    private final MutableClock clock = new MutableClock();

    @BeforeEach
    void begin() {
        MongoTalliesWiring.begin(template());
        clock.reset();
    }

    private static MailLimits limits(int strangersNamed, int mailsPerStranger) {
        return new MailLimits(DAY, strangersNamed, 1_000, 1_000, 1_000, mailsPerStranger, 1_000);
    }

    private MailQuota node(int mailsPerStranger) {
        return QuotaWiring.quota(template(), address -> true, limits(1_000, mailsPerStranger), clock);
    }

    private static EmailAddress stranger(int number) {
        return new EmailAddress("s" + number + "@example.org");
    }

    @Test
    void whatIsUsedUpIsKnownWithoutALookUntilTheDayIsOverOrAMailIsGivenBack() {
        MailQuota quota = node(1);
        String camille = CAMILLE.id().toString();
        assertThat(quota.take(camille, KIM, false)).isEmpty();
        assertThat(quota.isSpent(camille, KIM)).as("nobody has asked since").isFalse();
        assertThat(quota.take(camille, KIM, false)).isPresent();

        assertThat(quota.isSpent(camille, KIM)).isTrue();
        assertThat(quota.isSpent(camille, stranger(1))).isFalse();
        assertThat(quota.take(camille, KIM, true)).as("the reserve").isEmpty();
        quota.giveBack(camille, KIM);
        quota.giveBack(camille, KIM);
        assertThat(quota.isSpent(camille, KIM)).isFalse();
        assertThat(quota.take(camille, KIM, false)).isEmpty();
        assertThat(quota.take(camille, KIM, false)).isPresent();
        clock.advance(DAY);
        assertThat(quota.isSpent(camille, KIM)).isFalse();
        assertThat(quota.take(camille, KIM, false)).isEmpty();
    }

    @Test
    void isNotExceededByTwoNodesAtOnce() {
        List<MailQuota> nodes = List.of(node(20), node(20));

        List<Long> passed = Together.all(IntStream.range(0, 8)
                .<Callable<Long>>mapToObj(thread -> () -> IntStream.range(0, 10)
                        .filter(i -> nodes.get(thread % 2)
                                .take("p" + thread, KIM, false)
                                .isEmpty())
                        .count())
                .toList());

        assertThat(passed.stream().mapToLong(Long::longValue).sum()).isEqualTo(20);
    }

    @Test
    void countsTheDayFromTheFirstThatIsCounted() {
        MailQuota quota = node(2);
        Instant first = clock.instant();
        assertThat(quota.take("camille", KIM, false)).isEmpty();
        clock.advance(Duration.ofHours(20));
        assertThat(quota.take("camille", KIM, false)).isEmpty();

        assertThat(quota.take("camille", KIM, false))
                .contains(new Full(Full.Limit.MAILS_PER_STRANGER, 2, first.plus(DAY)));
        clock.advance(Duration.ofHours(4));

        assertThat(quota.take("camille", KIM, false)).isEmpty();
    }

    @Test
    void givesTheRecipientBackWhatTheOtherLimitRefused() {
        MailLimits limits = new MailLimits(DAY, 1_000, 1, 1_000, 1_000, 2, 1_000);
        MailQuota quota = QuotaWiring.quota(template(), address -> true, limits, clock);
        quota.take("camille", KIM, false);
        for (int i = 0; i < 5; i++) {
            assertThat(quota.take("camille", KIM, false))
                    .get()
                    .extracting(Full::limit)
                    .isEqualTo(Full.Limit.MAILS_PER_PERSON);
        }

        assertThat(quota.take("louis", KIM, false)).isEmpty();
    }

    @Test
    void forgetsWhatIsOver() {
        node(2).take("camille", KIM, false);
        clock.advance(DAY.plusSeconds(1));

        node(2).take("louis", stranger(1), false);

        assertThat(MongoTalliesWiring.count(template())).isEqualTo(2);
    }

    private BookingDesk desk(int strangersNamed) {
        InvitationQuota quota = QuotaWiring.invited(
                template(), address -> address.value().endsWith("@example.org"), limits(strangersNamed, 1_000), clock);
        return new BookingDesk(MongoBookingsWiring.over(template()), quota);
    }

    private static String[] strangers(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> stranger(i).value()).toArray(String[]::new);
    }

    private BookingResult refused(int most) {
        return new BookingResult.Refused(List.of(Reason.of(
                ReasonCode.QUOTA_EXCEEDED,
                "strangers",
                Integer.toString(most),
                clock.instant().plus(DAY).toString())));
    }

    @Test
    void refusesAnOrderThatNamesMoreStrangersThanTheDayHasRoomFor() {
        BookingDesk desk = desk(5);
        desk.booked(CAMILLE, anOrder(SEINE), inviting(strangers(0, 3)));

        assertThat(desk.book(
                        CAMILLE,
                        inviting(strangers(3, 6)).apply(at("2026-04-02T09:00").apply(anOrder(SEINE)))))
                .isEqualTo(refused(5));

        desk.booked(CAMILLE, anOrder(SEINE), at("2026-04-02T09:00"), inviting(strangers(1, 5)));
        desk.booked(LOUIS, anOrder(SEINE), at("2026-04-03T09:00"), inviting(strangers(0, 5)));
        desk.booked(
                CAMILLE,
                anOrder(SEINE),
                at("2026-04-07T09:00"),
                inviting(LOUIS.email().value()));
        clock.advance(DAY);
        desk.booked(CAMILLE, anOrder(SEINE), at("2026-04-06T09:00"), inviting(strangers(5, 10)));
    }

    @Test
    void countsStrangersThatAreAddedLaterAndNotThoseWhoStay() {
        BookingDesk desk = desk(3);
        Booking booking = desk.booked(CAMILLE, anOrder(SEINE), inviting(strangers(0, 2)));

        assertThat(desk.change(booking, CAMILLE, inviting(strangers(0, 4)))).isEqualTo(refused(3));
        assertThat(desk.stored(booking).content().attendees()).hasSize(2);
        assertThat(desk.change(booking, CAMILLE, renamed("Budget"))).isInstanceOf(BookingResult.Done.class);
        assertThat(desk.change(booking, CAMILLE, inviting(strangers(1, 3)))).isInstanceOf(BookingResult.Done.class);
        assertThat(desk.change(booking, CAMILLE, inviting(strangers(3, 4)))).isEqualTo(refused(3));
    }

    @Test
    void isNotExceededByOrdersAtOnce() {
        BookingDesk desk = desk(10);

        List<BookingResult> results = Together.all(IntStream.range(0, 6)
                .<Callable<BookingResult>>mapToObj(thread -> () -> desk.book(
                        CAMILLE,
                        inviting(strangers(3 * thread, 3 * thread + 3))
                                .apply(at("2026-04-01T" + (10 + thread) + ":00").apply(anOrder(SEINE)))))
                .toList());

        assertThat(results.stream().filter(BookingResult.Done.class::isInstance))
                .hasSize(3);
        assertThat(results.stream().filter(refused(10)::equals)).hasSize(3);
    }
}
