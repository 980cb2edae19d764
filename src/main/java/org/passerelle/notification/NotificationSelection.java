package org.passerelle.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.notification.choice.MailChoices;
import org.passerelle.notification.owed.BookingNotification;
import org.passerelle.notification.owed.OwedNotification;

/** Of several notifications to one person about one booking, in one strand, the one mail that tells what then holds. */
final class NotificationSelection {

    /** So long after a start it is told that a device does not answer. */
    private static final Duration FIRST_PART = Duration.ofMinutes(15);

    private NotificationSelection() {}

    /**
     * What is to be told; empty if all of it no longer holds, or is not wanted.
     *
     * @param owed in the order of the changes
     */
    static Optional<BookingNotification> of(
            Booking booking, List<OwedNotification> owed, MailChoices choices, Instant now) {
        List<BookingNotification> standing = owed.stream()
                .map(OwedNotification::notification)
                .filter(notification -> isWanted(notification, choices) && holds(notification, booking, now))
                .toList();
        return standing.stream()
                .max(Comparator.comparing((BookingNotification notification) ->
                                notification.kind().rank())
                        .thenComparing(BookingNotification::position))
                .map(last -> merged(last, standing));
    }

    private static boolean isWanted(BookingNotification notification, MailChoices choices) {
        return switch (notification.kind()) {
            case CONFIRMATION -> choices.confirmations();
            case CHANGED -> choices.changes();
            case DECIDE, DECIDE_MOVE, ANSWERED, UNDECIDED -> choices.requests();
            case REMINDER -> choices.reminders();
            default -> true;
        };
    }

    private static boolean holds(BookingNotification notification, Booking booking, Instant now) {
        boolean stands = booking.state() == BookingState.CONFIRMED || booking.state() == BookingState.REQUESTED;
        return switch (notification.kind()) {
            case CONFIRMATION, BOOKED_FOR_YOU, HANDED_OVER, CHANGED, RELEASED -> stands;
            case APPROVED, MOVE_DECIDED -> booking.state() == BookingState.CONFIRMED;
            case CANCELLED, DECLINED, LAPSED -> !booking.isLive(now);
            case DECIDE, ANSWERED -> booking.state() == BookingState.REQUESTED;
            case UNDECIDED -> booking.askedAt().isPresent();
            case ASKED_BACK ->
                booking.state() == BookingState.REQUESTED
                        && booking.status().request().open().isPresent();
            case DECIDE_MOVE -> booking.asking().findAny().isPresent();
            case REMINDER -> booking.state() == BookingState.CONFIRMED && isAhead(notification, booking, now);
            case NO_SHOW -> booking.state() == BookingState.CONFIRMED && isMissed(notification, booking, now);
            case ORDERED -> booking.state() == BookingState.CONFIRMED;
            case ORDER_CANCELLED -> booking.isVoid();
            case OFFERED -> booking.state() == BookingState.HELD && booking.isLive(now);
            case ROOM_FAILED -> booking.isLive(now) && isToBeSaved(notification, booking, now);
            case DEVICE_FAILED -> booking.isLive(now) && isToBeSaved(notification, booking, now.minus(FIRST_PART));
        };
    }

    /** Whether the date still takes place then, and has not begun. */
    private static boolean isAhead(BookingNotification reminder, Booking booking, Instant now) {
        return reminder.before().stream()
                .anyMatch(date -> date.time().start().isAfter(now) && isAsPlanned(date, booking));
    }

    /** Whether still nobody has come, and the rooms are not given back yet. */
    private static boolean isMissed(BookingNotification warning, Booking booking, Instant now) {
        return Instant.ofEpochSecond(warning.position()).isAfter(now)
                && warning.before().stream().anyMatch(date -> isAsPlanned(date, booking));
    }

    /** Whether the date begins after {@code now}, and is still in rooms that cannot be used. */
    private static boolean isToBeSaved(BookingNotification rescue, Booking booking, Instant now) {
        return rescue.before().stream()
                .anyMatch(date -> date.time().start().isAfter(now)
                        && isAtItsTime(date, booking)
                        && booking.occurrence(date.recurrenceId())
                                .filter(present -> present.rooms().stream().anyMatch(date.rooms()::contains))
                                .isPresent());
    }

    private static boolean isAtItsTime(OccurrenceSnapshot date, Booking booking) {
        return booking.occurrence(date.recurrenceId())
                .filter(present -> present.occupies() && present.time().equals(date.time()))
                .isPresent();
    }

    private static boolean isAsPlanned(OccurrenceSnapshot date, Booking booking) {
        return booking.occurrence(date.recurrenceId())
                .filter(present -> present.state() == OccurrenceState.PLANNED
                        && present.time().equals(date.time()))
                .isPresent();
    }

    /** Under the name of {@code last}, with how the dates were before the first, and with the last thing that was said. */
    private static BookingNotification merged(BookingNotification last, List<BookingNotification> all) {
        Set<Instant> known = new HashSet<>();
        List<OccurrenceSnapshot> before = new ArrayList<>();
        String message = "";
        for (BookingNotification each : all) {
            each.before().stream()
                    .filter(date -> known.add(date.recurrenceId()))
                    .forEach(before::add);
            message = each.message().isBlank() ? message : each.message();
        }
        return new BookingNotification(
                last.booking(),
                last.to(),
                last.kind(),
                last.position(),
                last.at(),
                last.by(),
                last.message().isBlank() ? message : last.message(),
                before);
    }
}
