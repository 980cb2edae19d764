package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.called;
import static org.passerelle.booking.Orders.renamed;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.notification.NotificationDesk.by;

import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.OnEmbeddedStore;
import org.passerelle.booking.model.Booking;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.Postbox.HandoverOutcome;
import org.passerelle.mail.Postbox.Receipt;
import org.passerelle.mail.quota.MailLimits;
import org.passerelle.mail.quota.QuotaWiring;
import org.passerelle.notification.mongo.NotificationStoresWiring;
import org.passerelle.notification.owed.LogPosition;
import org.passerelle.platform.StoreAccess;
import org.passerelle.platform.work.CorrelationId.Door;

/** What is owed is told once whatever happens to the mail server and to the program, and no longer once it no longer holds. */
class NotificationDeliveryTests extends OnEmbeddedStore {

    private static final Receipt AWAY = new Receipt(HandoverOutcome.UNREACHABLE, "away");
    private static final Receipt LATER = new Receipt(HandoverOutcome.LATER, "busy");

    private NotificationDesk room;

    @BeforeEach
    void furnish() {
        template().getCollectionNames().stream()
                .filter(name -> !name.startsWith("system."))
                .forEach(name -> template().getCollection(name).deleteMany(new Document()));
        room = NotificationDesk.begun(template());
    }

    private Booking booked(Door door, String title, String start) {
        return by(door, () -> room.desk.booked(CAMILLE, anOrder(SEINE), called(title), at(start)));
    }

    @Test
    void aServerThatIsAwayGetsTheSameMailOnceItIsBack() {
        Booking booked = booked(Door.MAIL, "Board", "2026-04-01T09:00");
        room.mails.answers.add(AWAY);
        room.desk.cancel(booked, MANAGER);
        assertThat(room.mails.tries).isEqualTo(1);

        room.after(Duration.ofSeconds(20));
        assertThat(room.mails.tries).isEqualTo(1);
        room.after(Duration.ofMinutes(2));

        assertThat(room.told()).containsExactly("camille@atelier-brie.example Cancelled: Board");
        room.after(Duration.ofDays(1));
        assertThat(room.told()).isEmpty();
        assertThat(room.owed.count()).isZero();
    }

    @Test
    void aMailThatIsNotTakenHoldsUpNoOther() {
        room.mails.answers.add(LATER);

        booked(Door.WEB, "One", "2026-04-01T09:00");
        booked(Door.WEB, "Two", "2026-04-01T11:00");

        assertThat(room.told()).containsExactly("camille@atelier-brie.example Booked: Two");
        room.after(Duration.ofMinutes(2));
        assertThat(room.told()).containsExactly("camille@atelier-brie.example Booked: One");
    }

    @Test
    void oneThatFailsForAReasonThatNobodyForesawHoldsUpNoOther() {
        Booking broken = booked(Door.MAIL, "Broken", "2026-05-04T09:00");
        room.mails.onFirst = () -> {
            throw new IllegalStateException("Nobody foresaw this");
        };
        room.desk.cancel(broken, MANAGER);
        booked(Door.WEB, "Two", "2026-04-01T11:00");

        assertThat(room.told()).containsExactly("camille@atelier-brie.example Booked: Two");
        assertThat(room.owed.count()).isEqualTo(1);
        room.after(Duration.ofMinutes(2));
        assertThat(room.told()).containsExactly("camille@atelier-brie.example Cancelled: Broken");
    }

    @Test
    void whatIsNotTakenForDaysIsGivenUp() {
        for (int i = 0; i < 40; i++) {
            room.mails.answers.add(LATER);
        }
        Booking booked = booked(Door.MAIL, "Board", "2026-05-04T09:00");
        room.desk.cancel(booked, MANAGER);

        for (int hours = 0; hours < 100; hours++) {
            room.after(Duration.ofHours(1));
        }

        assertThat(room.owed.count()).isZero();
        assertThat(room.mails.tries).isBetween(5, 20);
    }

    @Test
    void aCrashAfterTheHandoverRepeatsTheMailUnderTheSameName() {
        Booking booked = booked(Door.MAIL, "Board", "2026-04-01T09:00");
        room.desk.cancel(booked, MANAGER);
        OutgoingMail first = room.mails.taken.get(0);

        template().getCollection("changeLogReaders").deleteMany(new Document());
        room.begin().lookSoon();

        assertThat(room.mails.taken).hasSize(2);
        assertThat(room.mails.taken.get(1).messageId()).isEqualTo(first.messageId());
        assertThat(room.mails.taken.get(1).bytes()).isEqualTo(first.bytes());
    }

    @Test
    void whatWasWrittenWhileNobodyReadIsToldOnceAtTheNextStart() {
        NotificationDesk silent = new NotificationDesk(template());
        by(Door.WEB, () -> silent.desk.booked(CAMILLE, anOrder(SEINE), called("Board")));
        assertThat(silent.told()).isEmpty();

        silent.begin().lookSoon();
        silent.begin().lookSoon();

        assertThat(silent.told()).containsExactly("camille@atelier-brie.example Booked: Board");
    }

    @Test
    void whatWasUndoneBeforeItWasToldIsNotTold() {
        room.mails.answers.add(AWAY);
        Booking booked = booked(Door.WEB, "Board", "2026-04-01T09:00");
        room.desk.change(booked, MANAGER, renamed("Other"));
        room.desk.cancel(booked, CAMILLE);

        room.after(Duration.ofMinutes(10));

        assertThat(room.told()).isEmpty();
        assertThat(room.owed.count()).isZero();
    }

    @Test
    void manyChangesWithinAWhileAreToldInOneMail() {
        Booking booked = booked(Door.MAIL, "Board", "2026-04-01T09:00");
        room.desk.change(booked, MANAGER, at("2026-04-01T10:00"));
        room.told();

        room.desk.change(booked, MANAGER, at("2026-04-01T11:00"));
        room.desk.change(booked, MANAGER, at("2026-04-01T12:00"));
        assertThat(room.told()).isEmpty();
        room.after(Duration.ofMinutes(6));

        assertThat(room.text(0)).contains("12:00–13:00", "10:00–11:00").doesNotContain("11:00–12:00");
        assertThat(room.mails.taken).hasSize(1);
    }

    @Test
    void aCancellationWaitsForNoPause() {
        Booking booked = booked(Door.MAIL, "Board", "2026-04-01T09:00");
        room.desk.change(booked, MANAGER, renamed("Other"));

        room.desk.cancel(booked, MANAGER);

        assertThat(room.told())
                .containsExactly(
                        "camille@atelier-brie.example Changed: Other", "camille@atelier-brie.example Cancelled: Other");
    }

    @Test
    void beyondTheLimitOfADayNothingIsConfirmedButACancellationStillArrives() {
        MailLimits two = new MailLimits(Duration.ofDays(1), 9, 9, 9, 2, 9, 9);
        NotificationDesk limited = new NotificationDesk(template());
        limited.begin(QuotaWiring.quota(template(), address -> false, two, limited.desk.clock), StoreAccess.EXCLUSIVE);
        for (String hour : List.of("09", "10", "11", "12")) {
            by(
                    Door.API,
                    () -> limited.desk.booked(CAMILLE, anOrder(SEINE), at("2026-04-01T" + hour + ":00"), called(hour)));
        }
        assertThat(limited.told())
                .containsExactly("camille@atelier-brie.example Booked: 09", "camille@atelier-brie.example Booked: 10");
        assertThat(limited.owed.count()).isZero();
        Booking booked = by(Door.MAIL, () -> limited.desk.booked(CAMILLE, anOrder(ALMONT), called("Board")));

        limited.desk.cancel(booked, MANAGER);

        assertThat(limited.told()).containsExactly("camille@atelier-brie.example Cancelled: Board");
        limited.desk.clock.advance(Duration.ofDays(1));
        by(Door.API, () -> limited.desk.booked(CAMILLE, anOrder(SEINE), at("2026-04-02T09:00"), called("After")));
        assertThat(limited.told()).containsExactly("camille@atelier-brie.example Booked: After");
    }

    @Test
    void ofTwoNodesOneTells() {
        NotificationDesk two = new NotificationDesk(template());
        two.begin(QuotaWiring.generous(two.desk.clock), StoreAccess.SHARED);
        NotificationOutbox other = two.begin(QuotaWiring.generous(two.desk.clock), StoreAccess.SHARED);
        Booking booked = by(Door.WEB, () -> two.desk.booked(CAMILLE, anOrder(ALMONT), called("Board")));

        other.lookSoon();
        two.desk.cancel(booked, MANAGER);
        other.lookSoon();

        assertThat(two.told())
                .containsExactly(
                        "camille@atelier-brie.example Booked: Board", "camille@atelier-brie.example Cancelled: Board");
        assertThat(two.owed.count()).isZero();
    }

    @Test
    void whileAnotherNodeReadsNothingIsReadTwice() {
        NotificationDesk two = new NotificationDesk(template());
        LogPosition other = NotificationStoresWiring.position(template());
        assertThat(other.claim(two.desk.clock.instant(), Duration.ofMinutes(1))).isTrue();
        two.begin(QuotaWiring.generous(two.desk.clock), StoreAccess.SHARED);

        by(Door.WEB, () -> two.desk.booked(CAMILLE, anOrder(ALMONT), called("Board")));
        assertThat(two.owed.count()).isZero();
        assertThat(two.told()).isEmpty();

        two.after(Duration.ofMinutes(1));
        assertThat(two.told()).containsExactly("camille@atelier-brie.example Booked: Board");
        assertThat(other.claim(two.desk.clock.instant(), Duration.ofMinutes(1))).isTrue();
    }
}
