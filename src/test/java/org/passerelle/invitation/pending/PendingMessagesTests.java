package org.passerelle.invitation.pending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.calendar.CalendarBookings.TODAY;
import static org.passerelle.calendar.CalendarBookings.changed;
import static org.passerelle.calendar.CalendarBookings.series;
import static org.passerelle.calendar.CalendarBookings.single;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Status;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.calendar.PartStat;
import org.passerelle.calendar.write.Joining;
import org.passerelle.time.Interval;

/** Who is owed what, given what they know. Kim and Sam are invited, in this order. */
class PendingMessagesTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String KIM = "kim@example.org";
    private static final String SAM = "sam@example.org";

    private static Booking meeting() {
        return single("Europe/Paris", "2026-04-01T09:00", HOUR);
    }

    private static Booking weekly() {
        return series("Europe/Paris", "2026-04-01T09:00", HOUR, "FREQ=WEEKLY;COUNT=6");
    }

    /** What is kept once everything that was owed for {@code booking} has been sent. */
    private static Delivery sent(Booking booking, Delivery before) {
        Map<EmailAddress, Invitee> people = new HashMap<>(before.people());
        Map<String, Snapshot> editions = new HashMap<>(before.editions());
        for (PendingMessage owed : PendingMessages.of(booking, before, TODAY)) {
            EmailAddress whom = owed.whom().email();
            Invitee invitee = before.of(whom);
            people.put(
                    whom,
                    new Invitee(
                            whom,
                            Optional.of(owed.sentAt(TODAY, invitee.sent())),
                            Optional.empty(),
                            invitee.answer(),
                            invitee.dateAnswers(),
                            invitee.proposal(),
                            Optional.empty()));
            editions.put(owed.now().digest(), owed.now());
        }
        return new Delivery(people, editions);
    }

    private static Delivery sent(Booking booking) {
        return sent(booking, Delivery.NONE);
    }

    private static List<String> owed(Booking booking, Delivery delivery) {
        return PendingMessages.of(booking, delivery, TODAY).stream()
                .map(PendingMessagesTests::inWords)
                .toList();
    }

    /** For instance {@code kim@example.org REQUEST 2026-04-08T07:00:00Z #1}. */
    private static String inWords(PendingMessage owed) {
        return owed.whom().email() + " " + owed.kind()
                + owed.only().map(date -> " " + date).orElse("") + " #"
                + owed.revision().sequence();
    }

    private static Booking inviting(Booking booking, String... addresses) {
        List<Attendee> attendees = new ArrayList<>();
        for (String address : addresses) {
            attendees.add(new Attendee(new EmailAddress(address), ""));
        }
        Content old = booking.content();
        return booking.withContent(new Content(
                        old.title(), old.notes(), old.visibility(), old.headcount(), attendees, old.conference()))
                .withStatus(booking.status().edited(TODAY.plusSeconds(60)));
    }

    private static Booking named(Booking booking, String title) {
        Content old = booking.content();
        return booking.withContent(new Content(
                        title, old.notes(), old.visibility(), old.headcount(), old.attendees(), old.conference()))
                .withStatus(booking.status().edited(TODAY.plusSeconds(60)));
    }

    private static Booking moved(Booking booking, String date, Duration by) {
        return changed(booking, date, each -> at(each, each.time().start().plus(by)))
                .withStatus(booking.status().rescheduled(TODAY.plusSeconds(60)));
    }

    private static Occurrence at(Occurrence date, Instant start) {
        return date.withTime(Interval.of(start, date.time().length()), date.places());
    }

    private static Booking without(Booking booking, String... dates) {
        Booking left = booking;
        for (String date : dates) {
            left = changed(left, date, each -> each.in(OccurrenceState.CANCELLED));
        }
        return left.withStatus(booking.status().rescheduled(TODAY.plusSeconds(60)));
    }

    @Test
    void invitesEverybodyOnce() {
        assertThat(owed(meeting(), Delivery.NONE)).containsExactly(KIM + " REQUEST #0", SAM + " REQUEST #0");
        assertThat(owed(meeting(), sent(meeting()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = BookingState.class,
            names = {"HELD", "REQUESTED"})
    void invitesNobodyToWhatIsNotFirm(BookingState state) {
        Booking booking = meeting().withStatus(Status.fresh(state, Optional.of(TODAY.plusSeconds(600)), TODAY));

        assertThat(owed(booking, Delivery.NONE)).isEmpty();
        assertThat(owed(booking.cancelled(TODAY), Delivery.NONE)).isEmpty();
    }

    @Test
    void invitesNobodyToWhatIsOver() {
        assertThat(PendingMessages.of(meeting(), Delivery.NONE, Instant.parse("2026-04-01T08:00:00Z")))
                .isEmpty();
    }

    @Test
    void tellsEverybodyANewTimeUnderAHigherSequence() {
        Booking later = moved(meeting(), "2026-04-01T07:00:00Z", HOUR);

        List<PendingMessage> owed = PendingMessages.of(later, sent(meeting()), TODAY);

        assertThat(owed.stream().map(PendingMessagesTests::inWords))
                .containsExactly(KIM + " REQUEST #1", SAM + " REQUEST #1");
        assertThat(owed.get(0).before()).contains(Snapshot.of(meeting()));
    }

    @Test
    void tellsThatADateUnderWayIsCalledOffAndNotThatNobodyCame() {
        String date = "2026-04-08T07:00:00Z";
        Instant during = Instant.parse("2026-04-08T07:30:00Z");
        Delivery delivery = sent(weekly());
        Booking released = changed(weekly(), date, each -> each.in(OccurrenceState.RELEASED));

        assertThat(PendingMessages.of(without(weekly(), date), delivery, during).stream()
                        .map(PendingMessagesTests::inWords))
                .containsExactly(KIM + " CANCEL " + date + " #1", SAM + " CANCEL " + date + " #1");
        assertThat(PendingMessages.of(released, delivery, during)).isEmpty();
        assertThat(PendingMessages.of(without(weekly(), date), delivery, Instant.parse("2026-04-08T08:00:00Z")))
                .isEmpty();
    }

    @Test
    void tellsNobodyThatNobodyCameToTheOneMeetingThereWas() {
        Instant during = Instant.parse("2026-04-01T07:15:00Z");
        Booking released = changed(meeting(), "2026-04-01T07:00:00Z", each -> each.in(OccurrenceState.RELEASED))
                .withStatus(meeting().status().rescheduled(during));

        assertThat(PendingMessages.of(released, sent(meeting()), during)).isEmpty();
        assertThat(PendingMessages.of(named(released, "Another"), sent(meeting()), during))
                .isEmpty();
    }

    /** A program lets another time go that comes under a sequence that it knows. */
    @Test
    void tellsAnotherTimeAboveWhateverSequenceTheyKnow() {
        Booking without = inviting(meeting(), KIM);
        Delivery delivery = sent(inviting(without, KIM, SAM), sent(without, sent(meeting())));
        assertThat(delivery.of(new EmailAddress(SAM)).sent().orElseThrow().sequence())
                .isEqualTo(2);

        Booking later = moved(meeting(), "2026-04-01T07:00:00Z", HOUR);

        assertThat(owed(later, delivery)).containsExactly(KIM + " REQUEST #1", SAM + " REQUEST #3");
    }

    @Test
    void tellsANewTitleUnderTheSameSequenceAndALaterStamp() {
        List<PendingMessage> first = PendingMessages.of(meeting(), Delivery.NONE, TODAY);

        List<PendingMessage> second = PendingMessages.of(named(meeting(), "Budget"), sent(meeting()), TODAY);

        assertThat(second.get(0).revision().sequence()).isZero();
        assertThat(second.get(0).revision().stamp())
                .isAfter(first.get(0).revision().stamp());
    }

    @Test
    void stampsLaterEvenWhatChangedInTheSameSecond() {
        Booking renamed =
                named(meeting(), "Budget").withStatus(meeting().status().edited(TODAY));

        PendingMessage second =
                PendingMessages.of(renamed, sent(meeting()), TODAY).get(0);

        assertThat(second.revision().stamp()).isEqualTo(TODAY.plusSeconds(1));
    }

    @Test
    void tellsNobodyWhatIsNotTold() {
        Content old = meeting().content();
        Booking headcount = meeting()
                .withContent(
                        new Content(old.title(), old.notes(), old.visibility(), 7, old.attendees(), old.conference()))
                .withStatus(meeting().status().edited(TODAY.plusSeconds(60)));

        assertThat(owed(headcount, sent(meeting()))).isEmpty();
    }

    @Test
    void tellsOnlyWhomItConcernsWhenSomebodyComesOrGoes() {
        Booking changed = inviting(meeting(), SAM, "eva@example.org");

        assertThat(owed(changed, sent(meeting()))).containsExactly("eva@example.org REQUEST #0", KIM + " CANCEL #1");
    }

    @Test
    void invitesAgainAboveTheWithdrawal() {
        Delivery withdrawn = sent(inviting(meeting(), SAM), sent(meeting()));

        assertThat(owed(inviting(meeting(), SAM), withdrawn)).isEmpty();
        assertThat(owed(inviting(meeting(), SAM, KIM), withdrawn)).containsExactly(KIM + " REQUEST #2");
    }

    @Test
    void callsOffForThoseWhoWereInvited() {
        Booking off = meeting().cancelled(TODAY.plusSeconds(60));

        assertThat(owed(off, Delivery.NONE)).isEmpty();
        assertThat(owed(off, sent(meeting()))).containsExactly(KIM + " CANCEL #1", SAM + " CANCEL #1");
        assertThat(owed(off, sent(off, sent(meeting())))).isEmpty();
    }

    @Test
    void speaksOfOneDateWhenOneDateChanged() {
        Booking changed = moved(weekly(), "2026-04-08T07:00:00Z", HOUR);

        assertThat(owed(changed, sent(weekly())))
                .containsExactly(KIM + " REQUEST 2026-04-08T07:00:00Z #1", SAM + " REQUEST 2026-04-08T07:00:00Z #1");
        assertThat(owed(changed, sent(changed, sent(weekly())))).isEmpty();
    }

    @Test
    void callsOffOneDateAndStillCountsThemAsInvited() {
        Booking fewer = without(weekly(), "2026-04-08T07:00:00Z");
        Delivery told = sent(fewer, sent(weekly()));

        assertThat(owed(fewer, sent(weekly())))
                .containsExactly(KIM + " CANCEL 2026-04-08T07:00:00Z #1", SAM + " CANCEL 2026-04-08T07:00:00Z #1");
        assertThat(owed(fewer, told)).isEmpty();
        assertThat(owed(fewer.cancelled(TODAY), told)).containsExactly(KIM + " CANCEL #2", SAM + " CANCEL #2");
    }

    @Test
    void speaksOfTheWholeWhenSeveralDatesChanged() {
        Booking fewer = without(weekly(), "2026-04-08T07:00:00Z", "2026-04-15T07:00:00Z");

        assertThat(owed(fewer, sent(weekly()))).containsExactly(KIM + " REQUEST #1", SAM + " REQUEST #1");
    }

    @Test
    void speaksOfTheWholeWhenADateComesBack() {
        Booking fewer = without(weekly(), "2026-04-08T07:00:00Z");
        Booking again = weekly().withStatus(fewer.status().rescheduled(TODAY.plusSeconds(120)));

        assertThat(owed(again, sent(fewer, sent(weekly())))).containsExactly(KIM + " REQUEST #2", SAM + " REQUEST #2");
    }

    @Test
    void tellsNobodyThatAMeetingEndedEarly() {
        Instant during = Instant.parse("2026-04-01T07:30:00Z");
        Booking ended = changed(
                        meeting(),
                        "2026-04-01T07:00:00Z",
                        date -> date.withTime(Interval.of(date.time().start(), during), date.places())
                                .in(OccurrenceState.ENDED))
                .withStatus(meeting().status().rescheduled(during));

        assertThat(PendingMessages.of(ended, sent(meeting()), during)).isEmpty();
    }

    @Test
    void tellsNobodyThatAMeetingWentOn() {
        Instant during = Instant.parse("2026-04-01T08:00:00Z");
        Booking longer = changed(
                        meeting(),
                        "2026-04-01T07:00:00Z",
                        date -> date.withTime(Interval.of(date.time().start(), during.plusSeconds(900)), date.places()))
                .withStatus(meeting().status().rescheduled(during));

        assertThat(PendingMessages.of(longer, sent(meeting()), during)).isEmpty();
    }

    @Test
    void keepsTheNameOfAMailUntilItIsSent() {
        PendingMessage first =
                PendingMessages.of(meeting(), Delivery.NONE, TODAY).get(0);

        PendingMessage again = PendingMessages.of(meeting(), Delivery.NONE, TODAY.plusSeconds(3600))
                .get(0);
        PendingMessage other =
                PendingMessages.of(meeting(), Delivery.NONE, TODAY).get(1);

        assertThat(again.key()).isEqualTo(first.key()).isNotEqualTo(other.key());
    }

    @Test
    void namesAMailAnewWhenTheSameIsOwedOnceMore() {
        PendingMessage first =
                PendingMessages.of(meeting(), Delivery.NONE, TODAY).get(0);
        Delivery thereAndBack = sent(named(meeting(), "Budget"), sent(meeting()));

        PendingMessage third =
                PendingMessages.of(meeting(), thereAndBack, TODAY).get(0);

        assertThat(third.now()).isEqualTo(first.now());
        assertThat(third.key()).isNotEqualTo(first.key());
    }

    @Test
    void letsAnAnswerStandUntilTheTimeChanges() {
        Snapshot edition = Snapshot.of(meeting());
        AttendeeReply yes = new AttendeeReply(
                PartStat.ACCEPTED, edition.meeting(), 0, TODAY, TODAY, AttendeeReply.ReplyChannel.WEB, "");
        Invitee kim = new Invitee(
                new EmailAddress(KIM),
                Optional.empty(),
                Optional.empty(),
                Optional.of(yes),
                Map.of(),
                Optional.empty(),
                Optional.empty());

        assertThat(kim.standing(Snapshot.of(named(meeting(), "Budget")))).isEqualTo(PartStat.ACCEPTED);
        assertThat(kim.standing(Snapshot.of(moved(meeting(), "2026-04-01T07:00:00Z", HOUR))))
                .isEqualTo(PartStat.NEEDS_ACTION);
    }

    private static Booking linked(Booking booking, ConferenceWish wish) {
        return booking.withContent(booking.content().linked(Optional.of(wish)))
                .withStatus(booking.status().edited(TODAY.plusSeconds(60)));
    }

    @Test
    void tellsANewLinkToWhoeverItIsForAndAllNewLinksToEverybody() {
        ConferenceWish wish = new ConferenceWish("jitsi");
        ConferenceWish kims =
                wish.withNewLink(Joining.person(new EmailAddress(KIM)).key());
        Delivery before = sent(linked(meeting(), wish));
        Delivery between = sent(linked(meeting(), kims), before);

        assertThat(owed(linked(meeting(), kims), before)).containsExactly(KIM + " REQUEST #0");
        assertThat(owed(linked(meeting(), kims), between)).isEmpty();
        assertThat(owed(linked(meeting(), kims.withNewLinks()), between))
                .containsExactly(KIM + " REQUEST #0", SAM + " REQUEST #0");
    }

    @Test
    void tellsNobodyANewLinkOfARoom() {
        ConferenceWish wish = new ConferenceWish("jitsi");
        Delivery before = sent(linked(meeting(), wish));

        assertThat(owed(linked(meeting(), wish.withNewLink("ROOM:melun-visio")), before))
                .isEmpty();
    }

    @Test
    void knowsEditionsByTheNamesUnderWhichTheyWereAlwaysStored() {
        Booking booking = linked(meeting(), new ConferenceWish("jitsi").withNewLinks());
        String schedule = "2026-04-01T09:00\0Europe/Paris\0PT1H\0Optional.empty\0[]";

        assertThat(Snapshot.of(booking).text())
                .isEqualTo(Snapshot.digest(String.join(
                        "\0",
                        schedule,
                        booking.content().title(),
                        booking.content().notes(),
                        booking.rooms().toString(),
                        "Optional[ConferenceWish[provider=jitsi, quality=HD, generation=1,"
                                + " external=Optional.empty]]")));
    }
}
