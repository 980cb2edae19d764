package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.called;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.Rooms.COUNCIL;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.notification.NotificationDesk.by;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.OnEmbeddedStore;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.due.DueTime;
import org.passerelle.booking.model.Booking;
import org.passerelle.platform.work.CorrelationId.Door;

/** Managers are reminded once of a request on which nobody has decided, in time to decide. */
class UndecidedReminderTests extends OnEmbeddedStore {

    private NotificationDesk room;
    private UndecidedReminder reminder;

    @BeforeEach
    void furnish() {
        template().getCollectionNames().stream()
                .filter(name -> !name.startsWith("system."))
                .forEach(name -> template().getCollection(name).deleteMany(new Document()));
        room = new NotificationDesk(template());
        reminder = new UndecidedReminder(
                NotificationDesk.managers(), room.owed, room.begin(), Rooms::directory, room.desk.clock);
    }

    private Booking asked(String start) {
        return by(Door.WEB, () -> room.desk.booked(CAMILLE, anOrder(COUNCIL), at(start), called("Fête")));
    }

    private List<DueTime> times(Booking booking) {
        return reminder.times(room.desk.stored(booking), room.desk.clock.instant());
    }

    private List<String> due(Booking booking) {
        return times(booking).stream().map(due -> due.at().toString()).toList();
    }

    @Test
    void comesADayBeforeTheRequestLapsesOrAfterHalfOfAShorterTime() {
        Instant now = room.desk.clock.instant();
        Booking far = asked("2026-04-01T09:00");
        assertThat(due(far)).containsExactly("2026-03-31T05:00:00Z");

        Booking near = asked("2026-03-26T18:00");
        Instant deadline = Instant.parse("2026-03-26T15:00:00Z");
        assertThat(due(near))
                .containsExactly(
                        now.plus(Duration.between(now, deadline).dividedBy(2)).toString());
    }

    @Test
    void doesNotComeWhereTheTimeIsShortOrNobodyNeedsToDecide() {
        room.desk.clock.advance(Duration.between(room.desk.clock.instant(), Instant.parse("2026-03-30T07:15:00Z")));
        assertThat(due(asked("2026-03-30T10:00"))).isEmpty();

        Booking decided = asked("2026-04-10T09:00");
        done(room.desk.approving.approve(MANAGER, decided.id(), ""));
        assertThat(due(decided)).isEmpty();
        assertThat(due(room.desk.booked(CAMILLE, anOrder(SEINE), at("2026-04-10T09:00"))))
                .isEmpty();
    }

    @Test
    void followsARequestThatMoves() {
        Booking asked = asked("2026-04-01T09:00");

        done(room.desk.change(asked, CAMILLE, at("2026-04-08T09:00")));

        assertThat(due(asked)).containsExactly("2026-04-07T05:00:00Z");
    }

    @Test
    void saysByWhenToDecideAndIsOneMailHoweverOftenItIsDone() {
        Booking asked = asked("2026-04-01T09:00");
        room.told();
        DueTime due = times(asked).get(0);
        room.desk.clock.advance(Duration.between(room.desk.clock.instant(), due.at()));

        assertThat(reminder.perform(room.desk.stored(asked), due)).isTrue();

        assertThat(room.text(0)).contains("Fête", "nobody has decided yet", "07:00", "https://rooms.example/decide/");
        String first = room.mails.taken.get(0).messageId();
        assertThat(room.told()).containsExactly("operator@melun.example Still to decide: Fête");
        reminder.perform(room.desk.stored(asked), due);
        assertThat(room.mails.taken).allMatch(mail -> mail.messageId().equals(first));
    }
}
