package org.passerelle.notification.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.account.AccountId;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OutsiderId;
import org.passerelle.account.PersonId;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.booking.model.BookingId;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.directory.RoomId;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.notification.owed.BookingNotification;
import org.passerelle.notification.owed.NotificationKind;
import org.passerelle.notification.owed.OwedNotification;
import org.passerelle.notification.owed.OwedNotifications;
import org.passerelle.time.Interval;

/** Each notification is owed once, until it is told, and by one node at a time. */
@FactsOf(MongoOwedNotifications.class)
public abstract class OwedNotificationsContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00Z");
    private static final Instant TEN = NINE.plusSeconds(3_600);
    private static final AccountId KIM = new AccountId("kim");
    private static final BookingId MEETING = new BookingId("0123456789abcdef0123456789abcdef");
    private static final BookingId OTHER = new BookingId("fedcba9876543210fedcba9876543210");

    private OwedNotifications owed;

    @BeforeEach
    void begin() {
        owed = owed(new MongoOwedNotifications(mongo()));
    }

    /** As the program would have them that writes with others. */
    OwedNotifications owed(MongoOwedNotifications stored) {
        return stored;
    }

    private static BookingNotification notification(
            BookingId booking, PersonId to, NotificationKind kind, long position) {
        return new BookingNotification(
                booking,
                to,
                kind,
                position,
                NINE,
                Optional.of(ActorId.of(new AccountId("operator"))),
                "La salle est inondée\nDésolée",
                List.of(new OccurrenceSnapshot(NINE, Interval.of(NINE, TEN), List.of(new RoomId("melun-seine")))));
    }

    private static BookingNotification changed(long position) {
        return notification(MEETING, KIM, NotificationKind.CHANGED, position);
    }

    private List<BookingNotification> due(Instant now) {
        return owed.due(now, 9).stream().map(OwedNotification::notification).toList();
    }

    @Test
    void givesBackWhatItWasGivenInTheOrderOfTheChanges() {
        BookingNotification byTheProgram = new BookingNotification(
                OTHER,
                new OutsiderId(new EmailAddress("kim@example.org")),
                NotificationKind.RELEASED,
                3,
                NINE,
                Optional.empty(),
                "",
                List.of());

        owed.add(List.of(byTheProgram, changed(2), changed(1)), TEN);

        assertThat(due(TEN.minusMillis(1))).isEmpty();
        assertThat(due(TEN)).containsExactly(changed(1), changed(2), byTheProgram);
        assertThat(owed.due(TEN, 2)).hasSize(2);
        assertThat(owed.next()).contains(TEN);
        assertThat(owed.count()).isEqualTo(3);
    }

    @Test
    void owesNothingTwiceHoweverOftenItIsFound() {
        Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    owed.add(List.of(changed(1), changed(2)), NINE);
                    return true;
                })
                .toList());
        owed.postpone(List.of(changed(1)), 3, TEN);

        owed.add(List.of(changed(1), changed(3)), NINE);

        assertThat(due(TEN)).containsExactly(changed(1), changed(2), changed(3));
        assertThat(due(NINE)).containsExactly(changed(2), changed(3));
    }

    @Test
    void findsAllThatIsOwedAboutSomeBookings() {
        owed.add(
                List.of(
                        changed(4),
                        notification(MEETING, KIM, NotificationKind.CANCELLED, 5),
                        notification(MEETING, new AccountId("lea"), NotificationKind.CANCELLED, 5),
                        notification(OTHER, KIM, NotificationKind.CANCELLED, 5)),
                NINE);
        owed.postpone(List.of(changed(4)), 2, TEN);

        List<OwedNotification> all = owed.about(List.of(MEETING));

        assertThat(all)
                .extracting(each -> each.notification().kind())
                .containsExactly(NotificationKind.CHANGED, NotificationKind.CANCELLED, NotificationKind.CANCELLED);
        assertThat(all).noneMatch(each -> each.notification().booking().equals(OTHER));
        assertThat(owed.about(List.of(MEETING, OTHER))).hasSize(4);
        assertThat(all.get(0)).isEqualTo(new OwedNotification(changed(4), 2, TEN));
    }

    @Test
    void isClaimedByOneUntilTheClaimRunsOutOrItIsTriedAgain() {
        owed.add(List.of(changed(1)), NINE);
        Duration minute = Duration.ofMinutes(1);

        List<Boolean> claims = Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> owed.claim(changed(1), NINE, minute))
                .toList());

        assertThat(claims).containsOnlyOnce(true);
        assertThat(owed.claim(changed(1), NINE.plusSeconds(59), minute)).isFalse();
        assertThat(owed.claim(changed(1), NINE.plusSeconds(60), minute)).isTrue();
        owed.postpone(List.of(changed(1)), 1, NINE);
        assertThat(owed.claim(changed(1), NINE.plusSeconds(61), minute)).isTrue();
    }

    @Test
    void forgetsWhatWasTold() {
        owed.add(List.of(changed(1), changed(2)), NINE);

        owed.remove(List.of(changed(1)));
        owed.remove(List.of(changed(1)));

        assertThat(due(TEN)).containsExactly(changed(2));
        assertThat(owed.claim(changed(1), TEN, Duration.ofMinutes(1))).isFalse();
        owed.remove(List.of(changed(2)));
        assertThat(owed.next()).isEmpty();
    }
}
