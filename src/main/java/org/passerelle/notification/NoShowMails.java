package org.passerelle.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.arrival.NoShowExpected;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.notification.owed.BookingNotification;
import org.passerelle.notification.owed.NotificationKind;
import org.passerelle.notification.owed.OwedNotifications;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Warns whoever booked that the rooms are about to be given back. It is owed before whoever tells of it goes on, who is told anew after a crash. */
@Component
class NoShowMails {

    private final ReadingBookings reading;
    private final OwedNotifications owed;
    private final NotificationOutbox outbox;
    private final Clock clock;

    NoShowMails(ReadingBookings reading, OwedNotifications owed, NotificationOutbox outbox, Clock clock) {
        this.reading = reading;
        this.owed = owed;
        this.outbox = outbox;
        this.clock = clock;
    }

    @EventListener
    void on(NoShowExpected expected) {
        Optional<Booking> booking = reading.find(expected.booking());
        Optional<Occurrence> date = booking.flatMap(found -> found.occurrence(expected.recurrenceId()));
        if (booking.isPresent() && date.isPresent()) {
            Instant now = clock.instant();
            owed.add(List.of(warning(booking.get(), date.get(), expected.at(), now)), now);
            outbox.lookSoon();
        }
    }

    private static BookingNotification warning(Booking booking, Occurrence date, Instant until, Instant now) {
        return new BookingNotification(
                booking.id(),
                booking.owner().organiser(),
                NotificationKind.NO_SHOW,
                until.getEpochSecond(),
                now,
                Optional.empty(),
                "",
                List.of(OccurrenceSnapshot.of(date)));
    }
}
