package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.called;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.inZone;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.Rooms.COUNCIL;
import static org.passerelle.booking.Rooms.PARIS;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.booking.Rooms.STUDIO;
import static org.passerelle.notification.NotificationDesk.by;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.account.Preference;
import org.passerelle.arrival.NoShowExpected;
import org.passerelle.booking.OnEmbeddedStore;
import org.passerelle.booking.due.DueTime;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.directory.Room;
import org.passerelle.mail.Postbox.HandoverOutcome;
import org.passerelle.mail.Postbox.Receipt;
import org.passerelle.notification.choice.MailChoices;
import org.passerelle.notification.choice.QuietHours;
import org.passerelle.platform.work.CorrelationId.Door;

/** Whoever booked is reminded of each date that still takes place, so long before as they choose and not in their quiet hours. */
class RemindersTests extends OnEmbeddedStore {

    private static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0));

    private NotificationDesk room;
    private ReminderAction reminders;

    @BeforeEach
    void furnish() {
        template().getCollectionNames().stream()
                .filter(name -> !name.startsWith("system."))
                .forEach(name -> template().getCollection(name).deleteMany(new Document()));
        room = new NotificationDesk(template());
        reminders = new ReminderAction(room.chosen, room.preferences, room.owed, room.begin(), room.desk.clock);
    }

    @SafeVarargs
    private Booking booked(Room where, UnaryOperator<BookingOrder>... changes) {
        return by(Door.MAIL, () -> room.desk.booked(CAMILLE, anOrder(where), changes));
    }

    private void chooses(Duration before, QuietHours quiet) {
        room.chosen.put(CAMILLE.id(), new MailChoices(true, true, true, true, before, quiet));
    }

    private void waitUntil(Instant instant) {
        room.desk.clock.advance(Duration.between(room.desk.clock.instant(), instant));
    }

    private List<DueTime> times(Booking booking) {
        return reminders.times(room.desk.stored(booking), room.desk.clock.instant());
    }

    private List<String> starts(Booking booking) {
        return times(booking).stream().map(due -> due.at().toString()).toList();
    }

    @Test
    void comesADayBeforeUnlessSomethingElseIsChosen() {
        Booking booking = booked(SEINE, at("2026-03-27T09:00"));

        assertThat(starts(booking)).containsExactly("2026-03-26T08:00:00Z");
        chooses(Duration.ofMinutes(15), NIGHT);
        assertThat(starts(booking)).containsExactly("2026-03-27T07:45:00Z");
        room.chosen.put(CAMILLE.id(), new MailChoices(true, true, true, false, MailChoices.LONGEST_REMINDER, NIGHT));
        assertThat(times(booking)).isEmpty();
    }

    @Test
    void isTheSameHourTheDayBeforeAlsoWhereANightHasAnHourLessOrMore() {
        chooses(MailChoices.LONGEST_REMINDER, NONE);

        room.desk.clock.advance(Duration.ofDays(2)); // 27 March
        assertThat(starts(booked(STUDIO, at("2026-03-29T09:00")))).containsExactly("2026-03-28T08:00:00Z");
        room.desk.clock.advance(Duration.ofDays(210)); // 23 October
        assertThat(starts(booked(STUDIO, at("2026-10-25T09:00")))).containsExactly("2026-10-24T07:00:00Z");
    }

    @Test
    void waitsForTheEndOfQuietHoursOnTheClockOfItsReaderAndIsDroppedIfTheDateHasBegun() {
        chooses(Duration.ofHours(8), NIGHT);
        Booking early = booked(STUDIO, at("2026-03-27T08:00"));
        Booking atNight = booked(STUDIO, at("2026-03-27T05:30"));

        assertThat(starts(early)).containsExactly("2026-03-27T06:00:00Z");
        assertThat(times(atNight)).isEmpty();

        room.preferences.put(
                CAMILLE.id(), new Preference(Optional.empty(), Optional.of(ZoneId.of("America/Montreal"))));
        assertThat(starts(early)).containsExactly("2026-03-26T23:00:00Z");
    }

    @Test
    void doesNotComeForWhatWasBookedOrMovedWithinThatTime() {
        assertThat(times(booked(SEINE, at("2026-03-26T09:00")))).isEmpty();

        Booking moved = booked(SEINE, at("2026-03-27T14:00"));
        assertThat(starts(moved)).containsExactly("2026-03-26T13:00:00Z");
        room.desk.change(moved, CAMILLE, at("2026-03-26T08:00"));
        assertThat(times(moved)).isEmpty();
    }

    @Test
    void followsADateThatMovesAndEndsWithOneThatIsCalledOff() {
        Booking series = booked(SEINE, at("2026-03-26T14:00"), every("FREQ=DAILY;COUNT=2"));
        assertThat(starts(series)).containsExactly("2026-03-25T13:00:00Z", "2026-03-26T13:00:00Z");

        room.desk.moveDate(series, CAMILLE, "2026-03-27T13:00:00Z", "2026-03-27T15:00:00Z");
        assertThat(starts(series)).contains("2026-03-26T15:00:00Z").doesNotContain("2026-03-26T13:00:00Z");

        room.desk.cancel(series, CAMILLE);
        assertThat(times(series)).isEmpty();
    }

    @Test
    void isNoneForWhatIsNotFirm() {
        assertThat(times(booked(COUNCIL, at("2026-03-27T14:00")))).isEmpty();
    }

    @Test
    void isToldOnceHoweverOftenItIsDone() {
        Booking booking = booked(SEINE, called("Board"), at("2026-03-27T09:00"));
        DueTime due = times(booking).get(0);
        waitUntil(due.at());
        room.mails.answers.add(new Receipt(HandoverOutcome.LATER, ""));

        reminders.perform(room.desk.stored(booking), due);
        reminders.perform(room.desk.stored(booking), due);
        room.after(Duration.ofMinutes(2));

        assertThat(room.text(0))
                .contains("Your meeting is coming up", "Friday 27 March 2026, 09:00–10:00")
                .contains("https://rooms.example/bookings/" + booking.id().value())
                .containsSubsequence("When you arrive", "Check in: https://rooms.example/check-in/");
        assertThat(room.told()).containsExactly("camille@atelier-brie.example Reminder: Board");
    }

    @Test
    void isNotToldLateOfWhatWasMovedOrHasBegun() {
        Booking moved = booked(SEINE, at("2026-03-27T09:00"));
        Booking begun = booked(SEINE, at("2026-03-27T11:00"));
        DueTime first = times(moved).get(0);
        DueTime second = times(begun).get(0);
        for (int i = 0; i < 5; i++) {
            room.mails.answers.add(new Receipt(HandoverOutcome.LATER, ""));
        }
        waitUntil(first.at());
        reminders.perform(room.desk.stored(moved), first);
        waitUntil(second.at());
        reminders.perform(room.desk.stored(begun), second);
        room.desk.change(moved, CAMILLE, at("2026-03-30T09:00"));

        room.mails.answers.clear();
        room.after(Duration.ofDays(1));

        assertThat(room.told()).isEmpty();
        assertThat(room.owed.count()).isZero();
    }

    @Test
    void whoeverIsMissedIsWarnedOnceBeforeTheRoomIsGivenBack() {
        Booking booking = booked(SEINE, called("Board"), at("2026-03-25T11:00"));
        NoShowExpected expected = new NoShowExpected(
                booking.id(), booking.occurrences().get(0).recurrenceId(), Instant.parse("2026-03-25T10:15:00Z"));
        NoShowMails warnings =
                new NoShowMails(room.desk.reading, room.owed, Objects.requireNonNull(room.outbox), room.desk.clock);
        waitUntil(Instant.parse("2026-03-25T10:05:00Z"));
        room.mails.answers.add(new Receipt(HandoverOutcome.LATER, ""));

        warnings.on(expected);
        warnings.on(expected);
        room.after(Duration.ofMinutes(2));

        assertThat(room.text(0)).contains("will be released: Wed 25 Mar 2026, 11:15, Paris time", "/check-in/");
        assertThat(room.told()).containsExactly("camille@atelier-brie.example Please check in: Board");
    }

    @Test
    void whoeverHasCheckedInIsNotWarned() {
        Booking booking = booked(SEINE, at("2026-03-25T11:00"));
        Instant date = booking.occurrences().get(0).recurrenceId();
        NoShowMails warnings =
                new NoShowMails(room.desk.reading, room.owed, Objects.requireNonNull(room.outbox), room.desk.clock);
        waitUntil(Instant.parse("2026-03-25T10:05:00Z"));
        room.desk.attendance.checkIn(CAMILLE, booking.id(), Optional.of(date));

        warnings.on(new NoShowExpected(booking.id(), date, Instant.parse("2026-03-25T10:15:00Z")));

        assertThat(room.told()).isEmpty();
        assertThat(room.owed.count()).isZero();
    }

    @Test
    void aHoldThatIsAnOfferIsToldAndOneThatSomebodyAskedForIsNot() {
        Booking own = by(Door.API, () -> done(room.desk.hold(CAMILLE, anOrder(SEINE), Duration.ofMinutes(10))));
        Booking offered = by(Door.API, () -> done(room.desk.hold(MANAGER, anOrder(STUDIO), Duration.ofMinutes(10))));
        room.offered.add(offered.id());

        room.after(Duration.ofSeconds(6));

        assertThat(room.text(0)).contains("is free", "Wed 25 Mar 2026, 10:10, Paris time");
        assertThat(room.told())
                .singleElement()
                .satisfies(mail -> assertThat(mail).startsWith("operator@melun.example Free for you"));
        assertThat(room.owed.count()).isZero();
        assertThat(own.id()).isNotEqualTo(offered.id());
    }

    @Test
    void theZoneOfTheBookingIsThatOfWhoeverHasNotSaidTheirs() {
        chooses(Duration.ofHours(10), NIGHT);

        Booking booking = booked(STUDIO, inZone(PARIS), at("2026-03-27T09:00"));

        assertThat(starts(booking)).containsExactly("2026-03-27T06:00:00Z");
    }
}
