package org.passerelle.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.inviting;
import static org.passerelle.booking.Orders.renamed;
import static org.passerelle.booking.Outcomes.isDone;
import static org.passerelle.booking.People.ADMINISTRATOR;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.SEINE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.CalendarUid;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.calendar.PartStat;
import org.passerelle.calendar.write.Invitation.Revision;
import org.passerelle.invitation.Answers.AnswerResult;
import org.passerelle.invitation.OpenedInvitation.InvitationState;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.invitation.pending.Invitee;
import org.passerelle.invitation.pending.Snapshot;
import org.passerelle.mail.MailTokens.Use;
import org.passerelle.mail.Mails;
import org.passerelle.mail.Postbox;
import org.passerelle.time.Interval;

/** What people and their calendar programs answer, in whatever order it comes. */
class AnswersTests extends WithMailroom {

    private static final EmailAddress KIM = new EmailAddress("kim@example.org");
    private static final EmailAddress EVA = new EmailAddress("eva@example.org");

    private Booking meeting() {
        return desk.booked(CAMILLE, anOrder(SEINE), inviting(KIM.value()));
    }

    private Booking weekly() {
        return desk.booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=4"), inviting(KIM.value()));
    }

    private Reply reply(Booking booking, EmailAddress who, PartStat standing, int sequence, int second) {
        return new Reply(
                List.of("someone@example.org", room.addresses.replies(booking.id())),
                booking.uid(),
                who,
                Optional.empty(),
                standing,
                new Revision(sequence, desk.clock.instant().plusSeconds(second)),
                "Volontiers");
    }

    private Reply about(Reply reply, String date) {
        return new Reply(
                reply.addresses(),
                reply.uid(),
                reply.attendee(),
                Optional.of(Instant.parse(date)),
                reply.standing(),
                reply.revision(),
                reply.comment());
    }

    private Invitee invitee(Booking booking, EmailAddress whom) {
        return deliveries
                .of(List.of(booking.id()))
                .getOrDefault(booking.id(), Delivery.NONE)
                .of(whom);
    }

    private PartStat standing(Booking booking) {
        return invitee(booking, KIM).standing(Snapshot.of(desk.stored(booking)));
    }

    private static Interval hourFrom(String start) {
        return Interval.of(Instant.parse(start), Duration.ofHours(1));
    }

    @Test
    void takesTheLaterOfTwoAnswersInWhateverOrderTheyCome() {
        Booking booking = meeting();

        assertThat(room.answers.take(reply(booking, KIM, PartStat.DECLINED, 0, 20)))
                .isEqualTo(AnswerResult.TAKEN);
        assertThat(room.answers.take(reply(booking, KIM, PartStat.ACCEPTED, 0, 10)))
                .isEqualTo(AnswerResult.STALE);
        assertThat(room.answers.take(reply(booking, KIM, PartStat.DECLINED, 0, 20)))
                .isEqualTo(AnswerResult.STALE);

        assertThat(standing(booking)).isEqualTo(PartStat.DECLINED);
        assertThat(invitee(booking, KIM).answer().orElseThrow().comment()).isEqualTo("Volontiers");
    }

    @Test
    void letsGoOfAnAnswerToATimeThatNoLongerHolds() {
        Booking booking = meeting();
        room.answers.take(reply(booking, KIM, PartStat.ACCEPTED, 0, 1));
        desk.change(booking, CAMILLE, at("2026-04-02T10:00"));

        assertThat(standing(booking)).isEqualTo(PartStat.NEEDS_ACTION);
        assertThat(room.answers.take(reply(booking, KIM, PartStat.ACCEPTED, 0, 9)))
                .isEqualTo(AnswerResult.STALE);
        assertThat(room.answers.take(reply(booking, KIM, PartStat.TENTATIVE, 1, 2)))
                .isEqualTo(AnswerResult.TAKEN);
        assertThat(standing(booking)).isEqualTo(PartStat.TENTATIVE);
    }

    @Test
    void keepsAnAnswerThroughANewTitleAndSendsItAlong() {
        Booking booking = meeting();
        room.answers.take(reply(booking, KIM, PartStat.ACCEPTED, 0, 1));
        mails.taken.clear();

        desk.change(booking, CAMILLE, renamed("Budget"));

        assertThat(standing(booking)).isEqualTo(PartStat.ACCEPTED);
        assertThat(Mails.calendar(mails.taken.get(0))).contains("PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:kim@example.org");
    }

    @Test
    void takesAnAnswerToTheSeriesAlsoAfterOneDateMoved() {
        Booking weekly = weekly();
        desk.moveDate(weekly, CAMILLE, "2026-04-08T07:00:00Z", "2026-04-08T12:00:00Z");

        assertThat(room.answers.take(reply(weekly, KIM, PartStat.ACCEPTED, 0, 1)))
                .isEqualTo(AnswerResult.TAKEN);
    }

    private static final String SECOND = "2026-04-08T07:00:00Z";

    private PartStat onSecond(Booking booking) {
        Delivery delivery = deliveries.of(List.of(booking.id())).getOrDefault(booking.id(), Delivery.NONE);
        return room.invitations
                .standings(desk.stored(booking), delivery)
                .of(KIM)
                .on(Instant.parse(SECOND));
    }

    /** RFC 6638 section 3.2.8. */
    @Test
    void asksAgainForADateThatWasMovedAndForNoOther() {
        Booking weekly = weekly();
        room.answers.take(reply(weekly, KIM, PartStat.ACCEPTED, 0, 1));
        assertThat(onSecond(weekly)).isEqualTo(PartStat.ACCEPTED);
        mails.taken.clear();

        desk.moveDate(weekly, CAMILLE, SECOND, "2026-04-08T12:00:00Z");

        assertThat(Mails.calendar(mails.taken.get(0)))
                .contains("RECURRENCE-ID", "PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:kim@example.org");
        assertThat(onSecond(weekly)).isEqualTo(PartStat.NEEDS_ACTION);
        assertThat(standing(weekly)).isEqualTo(PartStat.ACCEPTED);
    }

    @Test
    void asksAgainForADateThatIsBackWhereItWasAccepted() {
        Booking weekly = weekly();
        room.answers.take(reply(weekly, KIM, PartStat.ACCEPTED, 0, 1));
        room.answers.take(about(reply(weekly, KIM, PartStat.ACCEPTED, 0, 1), SECOND));

        desk.moveDate(weekly, CAMILLE, SECOND, "2026-04-08T12:00:00Z");
        desk.moveDate(weekly, CAMILLE, SECOND, SECOND);

        assertThat(onSecond(weekly)).isEqualTo(PartStat.NEEDS_ACTION);
    }

    @Test
    void takesForAMovedDateOnlyWhatAnswersItsNewTime() {
        Booking weekly = weekly();
        room.answers.take(reply(weekly, KIM, PartStat.ACCEPTED, 0, 1));
        desk.moveDate(weekly, CAMILLE, SECOND, "2026-04-08T12:00:00Z");

        AnswerResult crossed = room.answers.take(about(reply(weekly, KIM, PartStat.ACCEPTED, 0, 9), SECOND));
        room.answers.take(reply(weekly, KIM, PartStat.ACCEPTED, 0, 10));

        assertThat(crossed).isEqualTo(AnswerResult.STALE);
        assertThat(onSecond(weekly)).isEqualTo(PartStat.NEEDS_ACTION);
        assertThat(room.answers.take(about(reply(weekly, KIM, PartStat.DECLINED, 1, 11), SECOND)))
                .isEqualTo(AnswerResult.TAKEN);
        assertThat(onSecond(weekly)).isEqualTo(PartStat.DECLINED);
        assertThat(standing(weekly)).isEqualTo(PartStat.ACCEPTED);
    }

    @Test
    void takesAnAnswerToTheWholeForTheMovedDateOnceItWasTold() {
        Booking weekly = weekly();
        desk.moveDate(weekly, CAMILLE, SECOND, "2026-04-08T12:00:00Z");

        room.answers.take(reply(weekly, KIM, PartStat.ACCEPTED, 1, 1));

        assertThat(onSecond(weekly)).isEqualTo(PartStat.ACCEPTED);
    }

    @Test
    void answersOnThePageForTheOneDateThatTheMailIsAbout() {
        Booking weekly = weekly();
        String token = Mailroom.TOKENS.of(Use.ANSWER, weekly.id(), KIM);
        Optional<Instant> second = Optional.of(Instant.parse(SECOND));
        room.answers.take(reply(weekly, KIM, PartStat.ACCEPTED, 0, 1));
        desk.moveDate(weekly, CAMILLE, SECOND, "2026-04-08T12:00:00Z");

        assertThat(room.invitations.answer(token, second, PartStat.DECLINED)).contains(AnswerResult.TAKEN);

        assertThat(onSecond(weekly)).isEqualTo(PartStat.DECLINED);
        assertThat(standing(weekly)).isEqualTo(PartStat.ACCEPTED);
        assertThat(room.invitations.open(token, second, Locale.ENGLISH)).get().satisfies(opened -> {
            assertThat(opened.standing()).isEqualTo(PartStat.DECLINED);
            assertThat(opened.facts().get(0).lines()).hasSize(1);
        });
        desk.cancelling.cancelDate(CAMILLE, weekly.id(), Instant.parse(SECOND), Optional.empty());
        assertThat(room.invitations.open(token, second, Locale.ENGLISH))
                .get()
                .extracting(OpenedInvitation::state)
                .isEqualTo(InvitationState.DATE_CANCELLED);
    }

    @Test
    void takesNoAnswerYetForNone() {
        Booking booking = meeting();
        room.answers.take(reply(booking, KIM, PartStat.ACCEPTED, 0, 1));

        assertThat(room.answers.take(reply(booking, KIM, PartStat.NEEDS_ACTION, 0, 9)))
                .isEqualTo(AnswerResult.NO_ANSWER);
        assertThat(room.answers.take(reply(booking, EVA, PartStat.NEEDS_ACTION, 0, 9)))
                .isEqualTo(AnswerResult.UNKNOWN);

        assertThat(standing(booking)).isEqualTo(PartStat.ACCEPTED);
        assertThat(invitee(booking, EVA).answer()).isEmpty();
    }

    @Test
    void keepsATimeProposedWithoutAnAnswer() {
        Booking booking = meeting();
        room.answers.take(reply(booking, KIM, PartStat.ACCEPTED, 0, 1));
        Reply none = reply(booking, KIM, PartStat.NEEDS_ACTION, 0, 9);

        assertThat(room.answers.take(new Reply.Counter(none, hourFrom("2026-04-01T12:00:00Z"))))
                .isEqualTo(AnswerResult.TAKEN);

        assertThat(invitee(booking, KIM).proposal()).isPresent();
        assertThat(standing(booking)).isEqualTo(PartStat.ACCEPTED);
    }

    @Test
    void keepsAnswersToSingleDatesApart() {
        Booking weekly = weekly();

        room.answers.take(reply(weekly, KIM, PartStat.ACCEPTED, 0, 1));
        AnswerResult one =
                room.answers.take(about(reply(weekly, KIM, PartStat.DECLINED, 0, 2), "2026-04-08T07:00:00Z"));
        AnswerResult none =
                room.answers.take(about(reply(weekly, KIM, PartStat.DECLINED, 0, 2), "2026-04-09T07:00:00Z"));

        assertThat(one).isEqualTo(AnswerResult.TAKEN);
        assertThat(none).isEqualTo(AnswerResult.TOO_LATE);
        assertThat(standing(weekly)).isEqualTo(PartStat.ACCEPTED);
        assertThat(invitee(weekly, KIM).dateAnswers()).containsOnlyKeys(Instant.parse("2026-04-08T07:00:00Z"));
    }

    @Test
    void notesWhoAnswersUninvitedWithoutInvitingThem() {
        Booking booking = meeting();
        mails.taken.clear();

        assertThat(room.answers.take(reply(booking, EVA, PartStat.ACCEPTED, 0, 1)))
                .isEqualTo(AnswerResult.UNINVITED);

        assertThat(desk.stored(booking).content().attendees()).hasSize(1);
        assertThat(invitee(booking, EVA).answer()).isPresent();
        room.outbox.lookAtAll();
        assertThat(mails.taken).isEmpty();
    }

    @Test
    void keepsOnlySoManyOfThem() {
        Booking booking = meeting();
        for (int i = 0; i < 50; i++) {
            EmailAddress somebody = new EmailAddress("u" + i + "@example.org");
            assertThat(room.answers.take(reply(booking, somebody, PartStat.ACCEPTED, 0, 1)))
                    .isEqualTo(AnswerResult.UNINVITED);
        }

        assertThat(room.answers.take(reply(booking, EVA, PartStat.ACCEPTED, 0, 1)))
                .isEqualTo(AnswerResult.UNKNOWN);
        assertThat(room.answers.take(reply(booking, KIM, PartStat.ACCEPTED, 0, 1)))
                .isEqualTo(AnswerResult.TAKEN);
    }

    @Test
    void knowsNothingOfWhatDidNotComeToTheAddressOfTheBooking() {
        Booking booking = meeting();
        Booking other = desk.booked(CAMILLE, anOrder(Rooms.ALMONT), inviting(KIM.value()));
        Reply right = reply(booking, KIM, PartStat.ACCEPTED, 0, 1);

        for (List<String> addresses : List.of(
                List.<String>of(),
                List.of("rsvp@rooms.example"),
                List.of(room.addresses.replies(other.id())),
                List.of(room.addresses.bounces(booking.id(), KIM)))) {
            Reply elsewhere =
                    new Reply(addresses, right.uid(), KIM, Optional.empty(), right.standing(), right.revision(), "");
            assertThat(room.answers.take(elsewhere)).isEqualTo(AnswerResult.UNKNOWN);
        }
        Reply foreign = new Reply(
                right.addresses(), CalendarUid.random(), KIM, Optional.empty(), right.standing(), right.revision(), "");
        assertThat(room.answers.take(foreign)).isEqualTo(AnswerResult.UNKNOWN);
        assertThat(standing(booking)).isEqualTo(PartStat.NEEDS_ACTION);
    }

    @Test
    void comesTooLateForWhatIsCalledOff() {
        Booking booking = meeting();
        desk.cancel(booking, CAMILLE);

        assertThat(room.answers.take(reply(booking, KIM, PartStat.ACCEPTED, 9, 1)))
                .isEqualTo(AnswerResult.TOO_LATE);
    }

    @Test
    void letsAPressOnThePageCountAfterAnAnswerFromAClockThatIsAhead() {
        Booking booking = meeting();
        String token = Mailroom.TOKENS.of(Use.ANSWER, booking.id(), KIM);
        room.answers.take(reply(booking, KIM, PartStat.ACCEPTED, 3, 900));

        assertThat(room.invitations.answer(token, Optional.empty(), PartStat.DECLINED))
                .contains(AnswerResult.TAKEN);

        assertThat(standing(booking)).isEqualTo(PartStat.DECLINED);
    }

    @Test
    void opensThePageOnlyWithTheLinkOfThatPerson() {
        Booking booking = meeting();
        String token = Mailroom.TOKENS.of(Use.ANSWER, booking.id(), KIM);

        assertThat(room.invitations.open(token, Optional.empty(), Locale.FRENCH))
                .get()
                .satisfies(opened -> {
                    assertThat(opened.state()).isEqualTo(InvitationState.OPEN);
                    assertThat(opened.title()).contains("Comité");
                });
        assertThat(room.invitations.open(
                        Mailroom.TOKENS.of(Use.ANSWER, booking.id(), EVA), Optional.empty(), Locale.FRENCH))
                .isEmpty();
        desk.cancel(booking, CAMILLE);
        assertThat(room.invitations.open(token, Optional.empty(), Locale.FRENCH))
                .get()
                .satisfies(opened -> {
                    assertThat(opened.state()).isEqualTo(InvitationState.CANCELLED);
                    assertThat(opened.title()).isEmpty();
                });
        assertThat(room.invitations.answer(token, Optional.empty(), PartStat.ACCEPTED))
                .isEmpty();
    }

    @Test
    void movesTheMeetingToAProposedTimeWithOnePress() {
        Booking booking = meeting();
        Reply maybe = reply(booking, KIM, PartStat.TENTATIVE, 0, 1);
        room.answers.take(new Reply.Counter(maybe, hourFrom("2026-04-01T12:00:00Z")));
        mails.taken.clear();

        for (Person other : List.of(NADIA, ADMINISTRATOR)) {
            assertThatThrownBy(() -> room.proposals(desk).take(other, booking.id(), KIM))
                    .isInstanceOf(NotYourBooking.class);
        }
        assertThat(isDone(room.proposals(desk).take(CAMILLE, booking.id(), KIM)))
                .isTrue();

        assertThat(desk.stored(booking).occurrences().get(0).time()).isEqualTo(hourFrom("2026-04-01T12:00:00Z"));
        assertThat(mails.inWords()).containsExactly("kim@example.org REQUEST");
        assertThat(invitee(booking, KIM).proposal()).isEmpty();
        assertThatThrownBy(() -> room.proposals(desk).take(CAMILLE, booking.id(), KIM))
                .isInstanceOf(UnknownBooking.class);
    }

    @Test
    void movesOneDateToAProposedTime() {
        Booking weekly = weekly();
        Reply maybe = about(reply(weekly, KIM, PartStat.TENTATIVE, 0, 1), "2026-04-08T07:00:00Z");
        room.answers.take(new Reply.Counter(maybe, hourFrom("2026-04-08T13:00:00Z")));

        assertThat(isDone(room.proposals(desk).take(CAMILLE, weekly.id(), KIM))).isTrue();

        assertThat(desk.stored(weekly)
                        .occurrence(Instant.parse("2026-04-08T07:00:00Z"))
                        .orElseThrow()
                        .time())
                .isEqualTo(hourFrom("2026-04-08T13:00:00Z"));
    }

    @Test
    void tellsWhoProposedThatTheTimeStaysAlsoAfterACrash() {
        Booking booking = meeting();
        room.answers.take(
                new Reply.Counter(reply(booking, KIM, PartStat.TENTATIVE, 0, 1), hourFrom("2026-04-01T12:00:00Z")));
        mails.taken.clear();
        mails.answers.add(new Postbox.Receipt(Postbox.HandoverOutcome.LATER, "451 not now"));

        room.proposals(desk).decline(CAMILLE, booking.id(), KIM);
        assertThat(mails.taken).isEmpty();
        desk.clock.advance(Duration.ofMinutes(2));
        new Mailroom(desk, deliveries, mails).outbox.lookAtAll();

        assertThat(mails.inWords()).containsExactly("kim@example.org DECLINECOUNTER");
        assertThat(invitee(booking, KIM).proposal()).isEmpty();
        assertThat(deliveries.owing()).isEmpty();
    }
}
