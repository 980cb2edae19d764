package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.LOUIS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.BookingId;
import org.passerelle.notification.owed.BookingNotification;
import org.passerelle.notification.owed.NotificationKind;
import org.passerelle.notification.owed.OwedNotification;

/** Whoever is owed much keeps nobody waiting who is owed little. */
class FairTurnsTests {

    private static final Instant NOW = Instant.parse("2026-04-01T09:00:00Z");

    private static OwedNotification owed(PersonId to, long position) {
        return new OwedNotification(
                new BookingNotification(
                        BookingId.random(),
                        to,
                        NotificationKind.CONFIRMATION,
                        position,
                        NOW,
                        Optional.empty(),
                        "",
                        List.of()),
                0,
                NOW);
    }

    private static List<Long> positions(List<OwedNotification> turns) {
        return turns.stream().map(each -> each.notification().position()).toList();
    }

    @Test
    void theOneMailOfSomebodyComesBeforeTheSecondOfWhoIsOwedAThousand() {
        List<OwedNotification> due = new ArrayList<>();
        for (long position = 0; position < 1_000; position++) {
            due.add(owed(CAMILLE.id(), position));
        }
        due.add(owed(LOUIS.id(), 1_000));

        assertThat(positions(FairTurns.of(due, 4))).containsExactly(0L, 1_000L, 1L, 2L);
    }

    @Test
    void theMailsOfOnePersonStayInTheOrderOfTheChanges() {
        List<OwedNotification> due = List.of(
                owed(CAMILLE.id(), 1),
                owed(LOUIS.id(), 2),
                owed(CAMILLE.id(), 3),
                owed(CAMILLE.id(), 4),
                owed(LOUIS.id(), 5));

        assertThat(positions(FairTurns.of(due, 10))).containsExactly(1L, 2L, 3L, 5L, 4L);
        assertThat(FairTurns.of(List.of(), 10)).isEmpty();
    }
}
