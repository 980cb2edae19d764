package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.called;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.inviting;
import static org.passerelle.booking.Orders.renamed;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.Rooms.COUNCIL;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.notification.NotificationDesk.by;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.OnEmbeddedStore;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.override.OverridableRule;
import org.passerelle.mail.Mails;
import org.passerelle.mail.Postbox.HandoverOutcome;
import org.passerelle.mail.Postbox.Receipt;
import org.passerelle.notification.choice.MailChoices;
import org.passerelle.platform.work.CorrelationId.Door;

/** People are told by mail what others do to their bookings, and get their own into their calendar; nobody is told what they did. */
class NotificationsTests extends OnEmbeddedStore {

    private NotificationDesk room;

    @BeforeEach
    void furnish() {
        template().getCollectionNames().stream()
                .filter(name -> !name.startsWith("system."))
                .forEach(name -> template().getCollection(name).deleteMany(new Document()));
        room = NotificationDesk.begun(template());
    }

    @SafeVarargs
    private Booking booked(Door door, UnaryOperator<BookingOrder>... changes) {
        return by(door, () -> room.desk.booked(CAMILLE, anOrder(SEINE), changes));
    }

    private static UnaryOperator<BookingOrder> hidden() {
        return order ->
                order.about(new Content("Licenciement", "", Visibility.PRIVATE, 0, List.of(), Optional.empty()));
    }

    @Test
    void whoeverBooksOnAPageOrByAProgramGetsItIntoTheirCalendar() {
        booked(Door.WEB, called("Board"));
        booked(Door.API, called("Budget"), at("2026-04-01T14:00"));

        assertThat(Mails.calendar(room.mails.taken.get(0)))
                .contains("METHOD:PUBLISH", "SUMMARY:Board", "STATUS:CONFIRMED", "ORGANIZER")
                .doesNotContain("ATTENDEE");
        assertThat(room.told())
                .containsExactly(
                        "camille@atelier-brie.example Booked: Board", "camille@atelier-brie.example Booked: Budget");
    }

    @Test
    void whoeverBooksByMailHasTheAnswerOfTheRoom() {
        Booking booked = booked(Door.MAIL);
        room.byMail.add(booked.id());

        room.desk.cancel(booked, MANAGER);

        assertThat(room.told()).isEmpty();
    }

    @Test
    void whoeverIsInvitedToTheirOwnMeetingHasTheInvitation() {
        Booking booked = booked(Door.WEB, inviting("camille@atelier-brie.example"));

        room.desk.change(booked, MANAGER, renamed("Other"));
        room.desk.cancel(booked, MANAGER);

        assertThat(room.told()).isEmpty();
    }

    @Test
    void nobodyIsToldWhatTheyDidThemselves() {
        Booking booked = booked(Door.WEB);
        room.told();

        room.desk.change(booked, CAMILLE, at("2026-04-02T09:00"));
        room.desk.cancel(booked, CAMILLE);

        assertThat(room.told()).isEmpty();
    }

    @Test
    void aChangeBySomebodyElseIsToldWithWhatWas() {
        Booking booked = booked(Door.MAIL, called("Board"));

        room.desk.change(booked, MANAGER, at("2026-04-02T10:00"));

        assertThat(room.text(0))
                .contains("operator@melun.example changed your booking", "Thursday 2 April 2026, 10:00–11:00")
                .containsSubsequence("Until now", "Wednesday 1 April 2026, 09:00–10:00")
                .contains("https://rooms.example/bookings/" + booked.id().value(), "/preferences/mails");
        assertThat(Mails.calendar(room.mails.taken.get(0))).contains("SEQUENCE:1", "20260402T100000");
        assertThat(room.told()).containsExactly("camille@atelier-brie.example Changed: Board");
    }

    @Test
    void aRuleThatWasSetAsideIsToldToWhoeverTheBookingIsFor() {
        Booking booked = booked(Door.MAIL, called("Board"));

        room.desk.change(
                booked,
                MANAGER,
                order -> at("2026-04-01T20:30").apply(order).overriding(Set.of(OverridableRule.HOURS)));

        assertThat(room.text(0)).containsSubsequence("Rules set aside", "opening hours (by operator@melun.example)");
    }

    @Test
    void ofASeriesTheDatesThatChangedAreTold() {
        Booking series = booked(Door.MAIL, called("Board"), every("FREQ=DAILY;COUNT=3"));

        room.desk.moveDate(series, MANAGER, "2026-04-02T07:00:00Z", "2026-04-02T12:00:00Z");

        assertThat(room.text(0))
                .contains("Thursday 2 April 2026, 14:00–15:00", "Thursday 2 April 2026, 09:00–10:00")
                .doesNotContain("1 April", "3 April");
    }

    @Test
    void aDateThatSomebodyElseCallsOffIsToldAsSuch() {
        Booking series = booked(Door.MAIL, called("Board"), every("FREQ=DAILY;COUNT=3"));

        room.desk.cancelling.cancelDate(MANAGER, series.id(), Instant.parse("2026-04-02T07:00:00Z"), Optional.empty());

        assertThat(room.text(0))
                .containsSubsequence("Called off", "Thursday 2 April 2026, 09:00–10:00")
                .doesNotContain("1 April", "3 April");
    }

    @Test
    void aCancellationBySomebodyElseIsToldInTheLanguageOfItsReader() {
        room.speaks(CAMILLE, Locale.FRENCH);
        Booking booked = booked(Door.MAIL, called("Comité"));

        room.desk.cancel(booked, MANAGER);

        assertThat(room.text(0))
                .contains("operator@melun.example a annulé votre réservation.", "mercredi 1er avril 2026, 09:00–10:00");
        assertThat(Mails.calendar(room.mails.taken.get(0))).contains("STATUS:CANCELLED");
        assertThat(room.mailed().get(0).subject()).startsWith("Annulé\u202f: Comité (mer. 1er avr. 2026, 09:00");
    }

    @Test
    void aRequestIsToldToWhoManagesTheSiteAndItsDecisionToWhoAsked() {
        Booking request = by(Door.WEB, () -> room.desk.booked(CAMILLE, anOrder(COUNCIL), called("Fête")));
        assertThat(room.told())
                .containsExactlyInAnyOrder(
                        "camille@atelier-brie.example Request sent: Fête",
                        "operator@melun.example For your decision: Fête");

        room.desk.approving.decline(MANAGER, request.id(), "La salle est inondée.\nDésolé");

        assertThat(room.text(0)).containsSubsequence("Message", "La salle est inondée.", "Désolé");
        assertThat(room.mailed())
                .singleElement()
                .satisfies(mail -> assertThat(mail.to()).contains("camille@atelier-brie.example"));
    }

    @Test
    void anApprovalIsToldWithTheConfirmedEvent() {
        Booking request = by(Door.WEB, () -> room.desk.booked(CAMILLE, anOrder(COUNCIL), called("Fête")));
        assertThat(Mails.calendar(room.mails.taken.stream()
                        .filter(mail -> mail.recipient().startsWith("camille"))
                        .findFirst()
                        .orElseThrow()))
                .contains("STATUS:TENTATIVE");
        room.told();

        room.desk.approving.approve(MANAGER, request.id(), "");

        assertThat(Mails.calendar(room.mails.taken.get(0))).contains("STATUS:CONFIRMED");
        assertThat(room.told()).containsExactly("camille@atelier-brie.example Approved: Fête");
    }

    /** Two Wednesdays in a room that needs approval, approved; nobody has anything left to be told. */
    private Booking agreed() {
        Booking asked = by(
                Door.WEB,
                () -> room.desk.booked(CAMILLE, anOrder(COUNCIL), called("Fête"), every("FREQ=WEEKLY;COUNT=2")));
        room.desk.approving.approve(MANAGER, asked.id(), "");
        room.told();
        return asked;
    }

    @Test
    void aMoveThatNeedsAgreementIsToldToWhoDecidesWithBothTimes() {
        Booking agreed = agreed();

        by(Door.WEB, () -> room.desk.moveDate(agreed, CAMILLE, "2026-04-08T07:00:00Z", "2026-04-09T12:00:00Z"));

        assertThat(room.text(0))
                .contains("camille@atelier-brie.example wishes to move", "/decide/")
                .containsSubsequence("Wednesday 8 April 2026, 09:00–10:00", "Thursday 9 April 2026, 14:00–15:00")
                .doesNotContain("1 April");
        assertThat(room.told()).containsExactly("operator@melun.example Move for your decision: Fête");
    }

    @Test
    void howAMoveWasDecidedIsToldToWhoAskedForIt() {
        Booking agreed = agreed();
        room.desk.moveDate(agreed, CAMILLE, "2026-04-08T07:00:00Z", "2026-04-09T12:00:00Z");
        room.told();

        room.desk.approving.decline(MANAGER, agreed.id(), "Cours de danse");

        assertThat(room.text(0))
                .contains("Your booking stays as it was", "Cours de danse")
                .containsSubsequence(
                        "When",
                        "Wednesday 8 April 2026, 09:00–10:00",
                        "Not moved to",
                        "Thursday 9 April 2026, 14:00–15:00");
        assertThat(room.told()).containsExactly("camille@atelier-brie.example Not moved: Fête");

        room.speaks(CAMILLE, Locale.FRENCH);
        room.desk.moveDate(agreed, CAMILLE, "2026-04-08T07:00:00Z", "2026-04-10T12:00:00Z");
        room.told();
        room.desk.approving.approve(MANAGER, agreed.id(), "");

        assertThat(room.text(0))
                .contains("a accepté le déplacement")
                .containsSubsequence("vendredi 10 avril 2026, 14:00–15:00", "mercredi 8 avril 2026, 09:00–10:00");
        assertThat(room.told()).containsExactly("camille@atelier-brie.example Déplacement accepté\u202f: Fête");
    }

    @Test
    void aMoveOnWhichNobodyDecidesIsToldToHaveLapsed() {
        Booking agreed = agreed();
        room.desk.moveDate(agreed, CAMILLE, "2026-04-08T07:00:00Z", "2026-04-09T12:00:00Z");
        room.told();

        room.after(Duration.between(room.desk.clock.instant(), Instant.parse("2026-04-08T07:00:00Z")));
        room.desk.approving.lapse(agreed.id());

        assertThat(room.text(0)).contains("was not decided in time. Your booking stays as it was.");
    }

    @Test
    void aManagerWhoMayNotReadARequestLearnsNothingOfIt() {
        by(Door.WEB, () -> room.desk.booked(CAMILLE, anOrder(COUNCIL), hidden()));

        assertThat(room.mailed())
                .filteredOn(mail -> mail.to().contains("operator@melun.example"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject()).startsWith("For your decision: Private booking");
                    assertThat(new String(mail.bytes(), StandardCharsets.UTF_8))
                            .contains("Why you are asked", "is booked with the agreement")
                            .doesNotContain("Licenciement", "camille");
                });
    }

    @Test
    void aManagerDecidesByTheLinkInTheMail() {
        by(Door.WEB, () -> room.desk.booked(CAMILLE, anOrder(COUNCIL), called("Fête")));

        assertThat(room.mailed())
                .filteredOn(mail -> mail.to().contains("operator@melun.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text("text/plain").orElseThrow())
                        .contains("Approve or decline: https://rooms.example/decide/"));
    }

    private String mailTo(String address) {
        return room.mailed().stream()
                .filter(mail -> mail.to().contains(address))
                .reduce((first, last) -> last)
                .flatMap(mail -> mail.text("text/plain"))
                .orElseThrow();
    }

    @Test
    void aQuestionGoesToWhoeverAskedForTheRoomAndTheAnswerToWhoeverDecides() {
        Booking request = by(Door.WEB, () -> room.desk.booked(CAMILLE, anOrder(COUNCIL), called("Fête")));
        room.told();

        by(Door.WEB, () -> room.desk.approving.ask(MANAGER, request.id(), "How many chairs?", Optional.empty()));

        assertThat(mailTo("camille@"))
                .contains("How many chairs?", "Answer the question: https://rooms.example/reply/", "kept for you");
        assertThat(room.told()).containsExactly("camille@atelier-brie.example A question about your request: Fête");

        by(Door.WEB, () -> room.desk.approving.answer(CAMILLE, request.id(), "Twelve", Optional.empty()));

        assertThat(mailTo("operator@")).contains("Twelve", "https://rooms.example/decide/");
        assertThat(room.told()).containsExactly("operator@melun.example Answered, for your decision: Fête");
    }

    @Test
    void whoeverWroteToTheRoomFromElsewhereGetsTheQuestionTooAndALinkThatNeedsNoAccount() {
        Person kim = Person.outsider(new EmailAddress("kim@elsewhere.example"), "Kim");
        Booking request = by(Door.MAIL, () -> room.desk.booked(kim, anOrder(COUNCIL), called("Fête")));
        room.byMail.add(request.id());
        room.told();

        by(Door.WEB, () -> room.desk.approving.ask(MANAGER, request.id(), "Who are you?", Optional.empty()));

        assertThat(mailTo("kim@")).contains("Who are you?", "https://rooms.example/reply/");
        assertThat(room.told()).containsExactly("kim@elsewhere.example A question about your request: Fête");
    }

    @Test
    void aQuestionThatWasAnsweredBeforeTheMailLeftIsToldToNobody() {
        Booking request = by(Door.WEB, () -> room.desk.booked(CAMILLE, anOrder(COUNCIL), called("Fête")));
        room.told();
        room.mails.answers.add(new Receipt(HandoverOutcome.LATER, ""));
        by(Door.WEB, () -> room.desk.approving.ask(MANAGER, request.id(), "How many?", Optional.empty()));
        by(Door.WEB, () -> room.desk.approving.answer(CAMILLE, request.id(), "Six", Optional.empty()));

        room.after(Duration.ofHours(1));

        assertThat(room.told()).isNotEmpty().noneMatch(mail -> mail.startsWith("camille"));
    }

    @Test
    void whatIsNewHasNoChangedRooms() {
        Booking booked = booked(Door.WEB, called("Board"));
        room.desk.cancel(booked, MANAGER);

        assertThat(room.mailed())
                .hasSize(2)
                .allSatisfy(mail ->
                        assertThat(mail.text("text/plain").orElseThrow()).doesNotContain("Rooms changed"));
    }

    private static MailChoices choosing(boolean confirmations, boolean changes, boolean requests) {
        MailChoices usual = MailChoices.DEFAULT;
        return new MailChoices(confirmations, changes, requests, false, usual.reminderBefore(), usual.quietHours());
    }

    @Test
    void eachChoosesWhichMailsTheyGet() {
        room.chosen.put(CAMILLE.id(), choosing(false, false, true));
        room.chosen.put(MANAGER.id(), choosing(true, true, false));
        Booking booked = booked(Door.WEB, called("Board"));
        by(Door.WEB, () -> room.desk.booked(CAMILLE, anOrder(COUNCIL)));
        room.desk.change(booked, MANAGER, renamed("Other"));
        assertThat(room.told()).isEmpty();

        room.desk.cancel(booked, MANAGER);

        assertThat(room.told()).containsExactly("camille@atelier-brie.example Cancelled: Other");
    }
}
