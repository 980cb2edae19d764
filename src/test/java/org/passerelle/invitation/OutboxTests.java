package org.passerelle.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.inviting;
import static org.passerelle.booking.Orders.renamed;
import static org.passerelle.booking.Outcomes.isDone;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.COUNCIL;
import static org.passerelle.booking.Rooms.SEINE;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Preference;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.invitation.pending.DeliveryProblem;
import org.passerelle.invitation.store.MongoDeliveriesWiring;
import org.passerelle.mail.Mails;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.Postbox.HandoverOutcome;
import org.passerelle.mail.Postbox.Receipt;
import org.passerelle.platform.work.WorkQueue;

/** Mails that follow from what happens to bookings. */
class OutboxTests extends WithMailroom {

    private static final String KIM = "kim@example.org";
    private static final String SAM = "sam@example.org";
    private static final Receipt LATER = new Receipt(HandoverOutcome.LATER, "451 come back");
    private static final Receipt UNREACHABLE = new Receipt(HandoverOutcome.UNREACHABLE, "nobody there");

    private Booking invited() {
        Booking booking = desk.booked(CAMILLE, anOrder(SEINE), inviting(KIM, SAM));
        assertThat(mails.inWords()).containsExactly(KIM + " REQUEST", SAM + " REQUEST");
        return booking;
    }

    private Delivery delivery(Booking booking) {
        return deliveries.of(List.of(booking.id())).getOrDefault(booking.id(), Delivery.NONE);
    }

    private Optional<DeliveryProblem> trouble(Booking booking, String whom) {
        return delivery(booking).of(new EmailAddress(whom)).trouble();
    }

    @Test
    void tellsTheInvitedOfEachChangeThatConcernsThem() {
        Booking booking = invited();

        assertThat(isDone(desk.change(booking, CAMILLE, at("2026-04-02T10:00"))))
                .isTrue();
        assertThat(mails.inWords()).containsExactly(KIM + " REQUEST", SAM + " REQUEST");
        assertThat(isDone(desk.change(booking, CAMILLE, inviting(KIM)))).isTrue();
        assertThat(mails.inWords()).containsExactly(SAM + " CANCEL");
        desk.cancel(booking, CAMILLE);
        assertThat(mails.inWords()).containsExactly(KIM + " CANCEL");
        desk.cancel(booking, CAMILLE);
        assertThat(mails.inWords()).isEmpty();
    }

    private static String header(OutgoingMail mail, String name) {
        String text = new String(mail.bytes(), StandardCharsets.US_ASCII).replaceAll("\r\n[ \t]+", " ");
        return text.lines()
                .filter(line -> line.startsWith(name + ": "))
                .findFirst()
                .orElse("");
    }

    @Test
    void letsWhatPeopleWriteReachWhoBookedAndWhatProgramsAnswerReachUs() {
        Booking booking = desk.booked(
                CAMILLE, anOrder(SEINE), inviting(KIM, CAMILLE.email().value()));

        String agent = room.addresses.replies(booking.id());
        assertThat(header(mails.taken.get(0), "Reply-To")).contains("<" + CAMILLE.email() + ">", "<" + agent + ">");
        assertThat(Mails.calendar(mails.taken.get(0))).contains("ORGANIZER").contains(":mailto:" + agent);
        assertThat(header(mails.taken.get(1), "Reply-To")).isEmpty();
    }

    @Test
    void tellsWhoIsTakenOffTheListThatItTakesPlaceWithoutThem() {
        Booking booking = invited();

        desk.change(booking, CAMILLE, inviting(KIM));
        OutgoingMail withdrawn = mails.taken.get(0);
        mails.taken.clear();
        desk.cancel(booking, CAMILLE);
        OutgoingMail calledOff = mails.taken.get(0);

        assertThat(Mails.calendar(withdrawn)).contains("METHOD:CANCEL").doesNotContain("\nSTATUS:");
        assertThat(header(withdrawn, "Subject")).contains("No_longer_expected");
        assertThat(Mails.calendar(calledOff)).contains("METHOD:CANCEL", "\nSTATUS:CANCELLED");
        assertThat(header(calledOff, "Subject")).contains("Cancelled");
    }

    @Test
    void lettersThatCannotBeMadeHoldUpNoOthers() {
        mails.onFirst = () -> {
            throw new IllegalStateException("nobody foresaw this");
        };

        Booking booking = desk.booked(CAMILLE, anOrder(SEINE), inviting(KIM, SAM));

        assertThat(mails.inWords()).containsExactly(SAM + " REQUEST");
        assertThat(trouble(booking, KIM)).hasValueSatisfying(trouble -> {
            assertThat(trouble.stage()).isEqualTo(DeliveryProblem.Stage.TRYING);
            assertThat(trouble.said()).isEqualTo("IllegalStateException");
        });
    }

    @Test
    void keepsTheVersionAndSurvivesEdits() {
        Booking booking = invited();

        assertThat(desk.stored(booking).version()).isEqualTo(booking.version());
        desk.change(booking, CAMILLE, renamed("Budget"));
        assertThat(mails.inWords()).hasSize(2);
        assertThat(delivery(booking).people()).hasSize(2);
        assertThat(delivery(booking).editions()).hasSize(1);
    }

    @Test
    void invitesOnceARequestIsApproved() {
        Booking asked = desk.booked(CAMILLE, anOrder(COUNCIL), inviting(KIM));
        assertThat(mails.inWords()).isEmpty();

        desk.approving.approve(MANAGER, asked.id(), "");

        assertThat(mails.inWords()).containsExactly(KIM + " REQUEST");
    }

    @Test
    void speaksOfTheOneDateThatMoves() {
        Booking weekly = desk.booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=4"), inviting(KIM));
        mails.taken.clear();

        desk.moveDate(weekly, CAMILLE, "2026-04-08T07:00:00Z", "2026-04-08T12:00:00Z");

        String calendar = Mails.calendar(mails.taken.get(0));
        assertThat(calendar)
                .contains(
                        "RECURRENCE-ID;TZID=Europe/Paris:20260408T090000", "DTSTART;TZID=Europe/Paris:20260408T140000")
                .doesNotContain("RRULE:FREQ=WEEKLY");
        assertThat(mails.inWords()).containsExactly(KIM + " REQUEST");
    }

    @Test
    void invitesToTheSecondPartOfASplitSeriesAndShortensTheFirst() {
        Booking weekly = desk.booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=6"), inviting(KIM));
        mails.taken.clear();

        desk.changeFollowing(weekly, CAMILLE, "2026-04-15T07:00:00Z", at("2026-04-15T14:00"));

        assertThat(mails.taken.stream().map(mail -> uid(Mails.calendar(mail))).distinct())
                .hasSize(2)
                .contains(weekly.uid().value());
        assertThat(mails.inWords()).containsExactly(KIM + " REQUEST", KIM + " REQUEST");
    }

    private static String uid(String calendar) {
        return calendar.lines()
                .filter(line -> line.startsWith("UID:"))
                .findFirst()
                .orElseThrow()
                .substring(4);
    }

    @Test
    void concernsItselfWithNobodyWhereNobodyIsInvited() {
        desk.booked(CAMILLE, anOrder(SEINE));
        invitedLater();

        assertThat(deliveries.owing()).hasSize(1);
    }

    private void invitedLater() {
        mails.answers.add(LATER);
        desk.booked(CAMILLE, anOrder(ALMONT), inviting(KIM));
    }

    @Test
    void triesAgainAfterPausesThatGrowAndGivesUpAfterThreeDays() {
        for (int i = 0; i < 20; i++) {
            mails.answers.add(LATER);
        }
        Booking booking = desk.booked(CAMILLE, anOrder(SEINE), inviting(KIM));
        Instant start = desk.clock.instant();
        Duration last = Duration.ZERO;

        for (Optional<DeliveryProblem> trouble = trouble(booking, KIM);
                trouble.filter(each -> each.stage() == DeliveryProblem.Stage.TRYING)
                        .isPresent();
                trouble = trouble(booking, KIM)) {
            Duration pause =
                    Duration.between(desk.clock.instant(), trouble.get().next());
            assertThat(pause).isGreaterThanOrEqualTo(last);
            assertThat(room.events)
                    .last()
                    .isEqualTo(
                            new MailPostponed(booking.id().root(), trouble.get().next()));
            last = pause;
            int before = mails.tries;
            room.outbox.lookAt(booking.id().root());
            assertThat(mails.tries).as("not before its time").isEqualTo(before);
            desk.clock.advance(pause);
            room.outbox.lookAt(booking.id().root());
        }

        assertThat(trouble(booking, KIM)).get().satisfies(trouble -> {
            assertThat(trouble.stage()).isEqualTo(DeliveryProblem.Stage.GIVEN_UP);
            assertThat(trouble.said()).isEqualTo("451 come back");
        });
        assertThat(Duration.between(start, desk.clock.instant())).isBetween(Duration.ofDays(2), Duration.ofDays(3));
        assertThat(deliveries.owing()).isEmpty();
        assertThat(mails.tries).isBetween(8, 12);
    }

    @Test
    void letsOthersHaveTheirTurnWhileManyAreInvited() {
        BookingDesk quiet = new BookingDesk(MongoBookingsWiring.over(template()));
        String[] many =
                IntStream.range(0, 50).mapToObj(i -> "s" + i + "@example.org").toArray(String[]::new);
        Booking large = quiet.booked(CAMILLE, anOrder(SEINE), inviting(many));
        Booking small = quiet.booked(CAMILLE, anOrder(ALMONT), inviting(KIM));

        // The second is added while the first is being sent.
        mails.onFirst = () -> room.outbox.lookAt(small.id().root());
        room.outbox.lookAt(large.id().root());

        assertThat(mails.taken).hasSize(51);
        assertThat(mails.taken.get(Sending.MOST_AT_ONCE).recipient()).isEqualTo(KIM);
        assertThat(deliveries.owing()).isEmpty();
    }

    @Test
    void triesNoMoreWhatIsRefusedUntilThereIsSomethingNewToSay() {
        mails.answers.add(new Receipt(HandoverOutcome.REFUSED, "550 no such mailbox"));
        Booking booking = desk.booked(CAMILLE, anOrder(SEINE), inviting(KIM));

        room.outbox.lookAt(booking.id().root());
        assertThat(mails.tries).isEqualTo(1);
        assertThat(trouble(booking, KIM))
                .get()
                .extracting(DeliveryProblem::said)
                .isEqualTo("550 no such mailbox");

        desk.change(booking, CAMILLE, at("2026-04-02T10:00"));
        assertThat(mails.inWords()).containsExactly(KIM + " REQUEST");
        assertThat(trouble(booking, KIM)).isEmpty();
    }

    @Test
    void leavesAServerAloneForAWhileThatDoesNotAnswer() {
        mails.answers.add(UNREACHABLE);
        Booking first = desk.booked(CAMILLE, anOrder(SEINE), inviting(KIM, SAM));
        Booking second = desk.booked(CAMILLE, anOrder(ALMONT), inviting(KIM));

        assertThat(mails.tries).isEqualTo(1);
        assertThat(trouble(first, SAM)).get().extracting(DeliveryProblem::tries).isEqualTo(1);
        assertThat(room.outbox.load().length()).isEqualTo(2);
        assertThat(room.outbox.load().age()).isPositive();
        desk.clock.advance(Duration.ofMinutes(1));
        room.outbox.lookAtAll();
        assertThat(room.outbox.load()).isEqualTo(WorkQueue.Load.NONE);
        assertThat(mails.inWords()).containsExactlyInAnyOrder(KIM + " REQUEST", SAM + " REQUEST", KIM + " REQUEST");
        assertThat(trouble(second, KIM)).isEmpty();
    }

    @Test
    void sendsNothingToRoomsAndNothingToWhatIsNoAddress() {
        String seine = SEINE.profile().email();
        Booking booking = desk.booked(CAMILLE, anOrder(ALMONT), inviting(seine, "a,b@example.org"));

        assertThat(mails.tries).isZero();
        assertThat(trouble(booking, "a,b@example.org"))
                .get()
                .extracting(DeliveryProblem::stage)
                .isEqualTo(DeliveryProblem.Stage.GIVEN_UP);
        assertThat(deliveries.owing()).isEmpty();
    }

    @Test
    void marksWhoseMailCameBackUntilTheNextIsTaken() {
        Booking booking = desk.booked(CAMILLE, anOrder(SEINE), inviting(KIM, SAM));
        String address = mails.taken.get(0).sender();
        Bounces bounces = new Bounces(room.addresses, deliveries, desk.clock);

        assertThat(bounces.take(address, "550 5.1.1 no such user\r\nmore")).isTrue();
        assertThat(bounces.take(room.addresses.bounces(booking.id(), new EmailAddress("eva@example.org")), "x"))
                .isFalse();
        assertThat(bounces.take(room.addresses.replies(booking.id()), "x")).isFalse();

        assertThat(trouble(booking, KIM)).get().satisfies(trouble -> {
            assertThat(trouble.stage()).isEqualTo(DeliveryProblem.Stage.BOUNCED);
            assertThat(trouble.said()).isEqualTo("550 5.1.1 no such user");
        });
        assertThat(trouble(booking, SAM)).isEmpty();
        desk.change(booking, CAMILLE, at("2026-04-02T10:00"));
        assertThat(trouble(booking, KIM)).isEmpty();
    }

    @Test
    void leavesToAnotherNodeWhatThatIsSending() {
        Deliveries one = MongoDeliveriesWiring.sharedOver(template());
        Deliveries other = MongoDeliveriesWiring.sharedOver(template());
        Booking booking = invited();
        String root = booking.id().root();
        Instant now = desk.clock.instant();

        assertThat(one.claim(root, now, Duration.ofMinutes(5))).isTrue();
        assertThat(one.claim(root, now, Duration.ofMinutes(5))).isTrue();
        assertThat(other.claim(root, now, Duration.ofMinutes(5))).isFalse();
        assertThat(other.claim(root, now.plusSeconds(301), Duration.ofMinutes(5)))
                .isTrue();
        other.settle(root, booking.version());
        assertThat(one.claim(root, now, Duration.ofMinutes(5))).isTrue();
    }

    @Test
    void writesInTheLanguageOfTheReaderOrElseOfWhoeverInvites() {
        room.preferences.put(room.account(SAM), new Preference(Optional.of(Locale.ENGLISH), Optional.empty()));
        room.preferences.put(CAMILLE.id(), new Preference(Optional.of(Locale.FRENCH), Optional.empty()));

        desk.booked(CAMILLE, anOrder(SEINE), inviting(KIM, SAM));

        List<String> sent = mails.taken.stream().map(OutboxTests::text).toList();
        assertThat(sent.get(0)).contains("Content-Language: fr").contains("heure de Paris");
        assertThat(sent.get(1)).contains("Content-Language: en").contains("Paris time");
    }

    @Test
    void tellsTheTimeOnTheReadersClockAsWell() {
        ZoneId newYork = ZoneId.of("America/New_York");
        room.preferences.put(room.account(KIM), new Preference(Optional.empty(), Optional.of(newYork)));

        desk.booked(CAMILLE, anOrder(SEINE), inviting(KIM));

        assertThat(text(mails.taken.get(0))).contains("New York time");
    }

    private static String text(OutgoingMail mail) {
        return new String(mail.bytes(), StandardCharsets.US_ASCII);
    }
}
