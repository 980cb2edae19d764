package org.passerelle.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.AccountId;
import org.passerelle.account.PersonId;
import org.passerelle.account.Preferences;
import org.passerelle.booking.due.DueTime;
import org.passerelle.booking.due.TimedAction;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.notification.choice.ChosenMails;
import org.passerelle.notification.choice.MailChoices;
import org.passerelle.notification.owed.BookingNotification;
import org.passerelle.notification.owed.NotificationKind;
import org.passerelle.notification.owed.OwedNotifications;
import org.springframework.stereotype.Component;

/**
 * Reminds whoever booked of each date, so long before as they choose. What falls into their quiet hours comes at their end, or
 * not at all if the date has begun by then. Nobody is reminded of what was booked, approved or moved since it would have been time.
 */
@Component
class ReminderAction implements TimedAction {

    /** Dates further away are looked at when they come nearer. */
    private static final Duration FAR = REACH.multipliedBy(3);

    private final ChosenMails chosen;
    private final Preferences preferences;
    private final OwedNotifications owed;
    private final NotificationOutbox outbox;
    private final Clock clock;

    ReminderAction(
            ChosenMails chosen,
            Preferences preferences,
            OwedNotifications owed,
            NotificationOutbox outbox,
            Clock clock) {
        this.chosen = chosen;
        this.preferences = preferences;
        this.owed = owed;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "reminder";
    }

    @Override
    public List<DueTime> times(Booking booking, Instant now) {
        PersonId owner = booking.owner().organiser();
        if (booking.state() != BookingState.CONFIRMED || !(owner instanceof AccountId)) {
            return List.of();
        }
        MailChoices choices = chosen.of(owner);
        return choices.reminders()
                ? booking.occurrences().stream()
                        .filter(date -> isNear(date, now))
                        .flatMap(date -> time(booking, date, choices).stream())
                        .toList()
                : List.of();
    }

    private static boolean isNear(Occurrence date, Instant now) {
        Instant start = date.time().start();
        return date.state() == OccurrenceState.PLANNED
                && start.isAfter(now.minus(REACH))
                && start.isBefore(now.plus(FAR));
    }

    private Optional<DueTime> time(Booking booking, Occurrence date, MailChoices choices) {
        Instant start = date.time().start();
        ZoneId zone = booking.schedule().zone();
        Instant wished = before(start, choices.reminderBefore(), zone);
        if (!wished.isAfter(booking.status().shifted())) {
            return Optional.empty();
        }
        ZoneId own = preferences.of(booking.owner().organiser()).zone().orElse(zone);
        return Optional.of(choices.quietHours().after(wished, own))
                .filter(at -> at.isBefore(start))
                .map(at -> new DueTime(booking.id(), Optional.of(date.recurrenceId()), at, start));
    }

    /** A day is one on the wall. */
    private static Instant before(Instant start, Duration pause, ZoneId zone) {
        return pause.equals(MailChoices.LONGEST_REMINDER)
                ? start.atZone(zone).minusDays(1).toInstant()
                : start.minus(pause);
    }

    @Override
    public boolean perform(Booking booking, DueTime due) {
        Optional<Occurrence> date = due.recurrenceId().flatMap(booking::occurrence);
        date.ifPresent(planned -> owed.add(
                List.of(new BookingNotification(
                        booking.id(),
                        booking.owner().organiser(),
                        NotificationKind.REMINDER,
                        due.at().getEpochSecond(),
                        due.at(),
                        Optional.empty(),
                        "",
                        List.of(OccurrenceSnapshot.of(planned)))),
                clock.instant()));
        outbox.lookSoon();
        return date.isPresent();
    }
}
