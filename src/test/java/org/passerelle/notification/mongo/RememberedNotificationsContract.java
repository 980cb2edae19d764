package org.passerelle.notification.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.account.AccountId;
import org.passerelle.booking.model.BookingId;
import org.passerelle.contract.FactsOf;
import org.passerelle.notification.owed.BookingNotification;
import org.passerelle.notification.owed.NotificationKind;
import org.passerelle.notification.owed.OwedNotifications;

/** The same in the memory of the only program that writes, and nothing is lost with that memory. */
@FactsOf(RememberedNotifications.class)
public abstract class RememberedNotificationsContract extends OwedNotificationsContract {

    private static final Instant NOON = Instant.parse("2026-03-25T12:00:00Z");
    private static final BookingId MEETING = new BookingId("0123456789abcdef0123456789abcdef");

    @Override
    OwedNotifications owed(MongoOwedNotifications stored) {
        return new RememberedNotifications(stored);
    }

    private OwedNotifications afterARestart() {
        return owed(new MongoOwedNotifications(mongo()));
    }

    private static BookingNotification cancelled(long position) {
        return new BookingNotification(
                MEETING,
                new AccountId("kim"),
                NotificationKind.CANCELLED,
                position,
                NOON,
                Optional.empty(),
                "",
                List.of());
    }

    @Test
    void isTheSameAfterARestart() {
        OwedNotifications before = afterARestart();
        before.add(List.of(cancelled(1), cancelled(2), cancelled(3)), NOON);
        before.postpone(List.of(cancelled(2)), 4, NOON.plusSeconds(60));
        before.remove(List.of(cancelled(3)));

        OwedNotifications after = afterARestart();

        assertThat(after.due(NOON.plusSeconds(60), 9))
                .isEqualTo(before.due(NOON.plusSeconds(60), 9))
                .hasSize(2);
        assertThat(after.about(List.of(MEETING))).isEqualTo(before.about(List.of(MEETING)));
        assertThat(after.next()).contains(NOON);
        assertThat(after.count()).isEqualTo(2);
    }

    @Test
    void tellsNothingBeforeItsTimeAlsoWhenTheClockWasSetBack() {
        OwedNotifications owed = afterARestart();
        owed.add(List.of(cancelled(1)), NOON);

        assertThat(owed.due(NOON, 9)).hasSize(1);
        assertThat(owed.due(NOON.minusMillis(1), 9)).isEmpty();
        owed.postpone(List.of(cancelled(1)), 1, NOON.plusSeconds(1));
        assertThat(owed.due(NOON, 9)).isEmpty();
        assertThat(owed.due(NOON.plusSeconds(1), 9)).hasSize(1);
    }
}
