package org.passerelle.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.due.DueTime;
import org.passerelle.booking.due.TimedAction;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.policy.RequestDeadline;
import org.passerelle.directory.Directories;
import org.passerelle.notification.owed.BookingNotification;
import org.passerelle.notification.owed.NotificationKind;
import org.passerelle.notification.owed.OwedNotifications;
import org.springframework.stereotype.Component;

/**
 * Reminds whoever decides of a request on which nobody has decided: once, a day before it lapses, or when half of the time is over
 * if there are less than two days. There is no reminder where so little time is left that they have just been told.
 */
@Component
class UndecidedReminder implements TimedAction {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration SHORTEST = Duration.ofMinutes(30);

    private final SiteManagers managers;
    private final OwedNotifications owed;
    private final NotificationOutbox outbox;
    private final Directories directories;
    private final Clock clock;

    UndecidedReminder(
            SiteManagers managers,
            OwedNotifications owed,
            NotificationOutbox outbox,
            Directories directories,
            Clock clock) {
        this.managers = managers;
        this.owed = owed;
        this.outbox = outbox;
        this.directories = directories;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "request-reminder";
    }

    @Override
    public List<DueTime> times(Booking booking, Instant now) {
        return RequestDeadline.of(booking, directories.current()).flatMap(deadline -> time(booking, deadline)).stream()
                .toList();
    }

    private static Optional<DueTime> time(Booking booking, Instant deadline) {
        Instant asked = booking.askedAt().orElseGet(() -> booking.status().shifted());
        Duration half = Duration.between(asked, deadline).dividedBy(2);
        Duration before = half.compareTo(LONGEST) < 0 ? half : LONGEST;
        return before.compareTo(SHORTEST) < 0
                ? Optional.empty()
                : Optional.of(new DueTime(booking.id(), Optional.empty(), deadline.minus(before), deadline));
    }

    @Override
    public boolean perform(Booking booking, DueTime due) {
        List<BookingNotification> reminders = managers.of(booking).stream()
                .map(Person::id)
                .map(manager -> new BookingNotification(
                        booking.id(),
                        manager,
                        NotificationKind.UNDECIDED,
                        due.at().getEpochSecond(),
                        due.at(),
                        Optional.empty(),
                        "",
                        List.of()))
                .toList();
        owed.add(reminders, clock.instant());
        outbox.lookSoon();
        return !reminders.isEmpty();
    }
}
