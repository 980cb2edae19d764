package org.passerelle.notification.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.booking.changelog.LoggedChange;
import org.passerelle.booking.decision.RequestDecision.DecisionState;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Occurrence.RequestedMove;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.notification.owed.NotificationKind;

/**
 * Which dates a notification speaks of.
 *
 * @param told that take place; of a booking that is off those that no longer do
 * @param moved as they were before, those of {@code told} that were at another time
 * @param calledOff as they were before, those that no longer take place while others do
 * @param before all of {@code told} that there were before
 * @param requested as they would be, those that are asked for at another place, or were in vain
 */
record NotificationDates(
        List<OccurrenceSnapshot> told,
        List<OccurrenceSnapshot> moved,
        List<OccurrenceSnapshot> calledOff,
        List<OccurrenceSnapshot> before,
        List<OccurrenceSnapshot> requested) {

    static NotificationDates of(NotificationOccasion occasion) {
        return switch (occasion.notification().kind()) {
            case CANCELLED, DECLINED, LAPSED, ORDER_CANCELLED -> plain(gone(occasion));
            case RELEASED -> plain(released(occasion));
            case CHANGED, ORDERED -> changed(occasion);
            case MOVE_DECIDED -> decided(occasion);
            case DECIDE_MOVE -> moving(occasion);
            case UNDECIDED ->
                occasion.booking().state() == BookingState.REQUESTED ? plain(ahead(occasion)) : moving(occasion);
            case REMINDER, NO_SHOW, ROOM_FAILED, DEVICE_FAILED -> plain(reminded(occasion));
            default -> plain(ahead(occasion));
        };
    }

    private static NotificationDates plain(List<OccurrenceSnapshot> told) {
        return new NotificationDates(told, List.of(), List.of(), List.of(), List.of());
    }

    private static List<OccurrenceSnapshot> ahead(NotificationOccasion occasion) {
        return snapshots(
                occasion.booking().occupying().filter(date -> date.time().end().isAfter(occasion.now())));
    }

    private static List<OccurrenceSnapshot> gone(NotificationOccasion occasion) {
        return snapshots(occasion.booking().occurrences().stream()
                .filter(date -> date.state() == OccurrenceState.CANCELLED
                        && date.time().end().isAfter(occasion.notification().at())));
    }

    private static List<OccurrenceSnapshot> released(NotificationOccasion occasion) {
        return occasion.notification().before().stream()
                .filter(date -> state(occasion.booking(), date)
                        .filter(OccurrenceState.RELEASED::equals)
                        .isPresent())
                .toList();
    }

    /** As it is now, in the rooms that it has now. */
    private static List<OccurrenceSnapshot> reminded(NotificationOccasion occasion) {
        return ahead(occasion).stream()
                .filter(date -> same(occasion.notification().before(), date)
                        .filter(known -> known.time().equals(date.time()))
                        .isPresent())
                .toList();
    }

    /** Of a series of which only some dates changed, these. */
    private static NotificationDates changed(NotificationOccasion occasion) {
        Booking booking = occasion.booking();
        List<OccurrenceSnapshot> known = occasion.notification().before();
        List<OccurrenceSnapshot> ahead = ahead(occasion);
        if (!known.isEmpty()
                && known.stream().allMatch(date -> state(booking, date).isEmpty())) {
            return replaced(ahead, booking.schedule().recurs() ? known : known.subList(0, 1));
        }
        boolean areSome = booking.schedule().recurs() && !known.isEmpty() && known.size() < LoggedChange.MOST_DATES;
        List<OccurrenceSnapshot> told = areSome
                ? ahead.stream().filter(date -> same(known, date).isPresent()).toList()
                : ahead;
        List<OccurrenceSnapshot> before =
                told.stream().flatMap(date -> same(known, date).stream()).toList();
        List<OccurrenceSnapshot> moved = before.stream()
                .filter(was -> same(told, was)
                        .filter(is -> !is.time().equals(was.time()))
                        .isPresent())
                .toList();
        List<OccurrenceSnapshot> calledOff = known.stream()
                .filter(date -> state(booking, date)
                        .filter(state -> state != OccurrenceState.CANCELLED)
                        .isEmpty())
                .toList();
        return new NotificationDates(told, moved, calledOff, before, requested(booking.asking()));
    }

    /** All dates are others, as when the whole was moved. */
    private static NotificationDates replaced(List<OccurrenceSnapshot> told, List<OccurrenceSnapshot> before) {
        List<OccurrenceSnapshot> moved = before.stream()
                .filter(was -> told.stream().noneMatch(is -> is.time().equals(was.time())))
                .toList();
        return new NotificationDates(told, moved, List.of(), before, List.of());
    }

    /** Dates in the place of which something is asked for, as they are until then. */
    private static NotificationDates moving(NotificationOccasion occasion) {
        Booking booking = occasion.booking();
        return new NotificationDates(
                snapshots(booking.asking()), List.of(), List.of(), List.of(), requested(booking.asking()));
    }

    /** Dates about which it was decided whether they move, as they are now. */
    private static NotificationDates decided(NotificationOccasion occasion) {
        List<OccurrenceSnapshot> known = occasion.notification().before();
        List<OccurrenceSnapshot> told = ahead(occasion).stream()
                .filter(date -> same(known, date).isPresent())
                .toList();
        List<OccurrenceSnapshot> moved = known.stream()
                .filter(was -> same(told, was)
                        .filter(is -> !is.time().equals(was.time()))
                        .isPresent())
                .toList();
        return new NotificationDates(
                told,
                moved,
                List.of(),
                known.stream().filter(was -> same(told, was).isPresent()).toList(),
                requested(decidedDates(occasion)
                        .filter(date -> date.requested()
                                .flatMap(RequestedMove::decision)
                                .filter(made -> made.state() != DecisionState.APPROVED)
                                .isPresent())));
    }

    /** Those about which the notification tells how it was decided. */
    static Stream<Occurrence> decidedDates(NotificationOccasion occasion) {
        return occasion.notification().before().stream()
                .flatMap(was -> occasion.booking().occurrence(was.recurrenceId()).stream())
                .filter(date ->
                        date.requested().flatMap(RequestedMove::decision).isPresent());
    }

    private static List<OccurrenceSnapshot> requested(Stream<Occurrence> dates) {
        return dates.flatMap(date -> date
                        .requested()
                        .map(move -> new OccurrenceSnapshot(date.recurrenceId(), move.time(), move.rooms()))
                        .stream())
                .toList();
    }

    private static Optional<OccurrenceSnapshot> same(List<OccurrenceSnapshot> dates, OccurrenceSnapshot wanted) {
        return dates.stream()
                .filter(date -> date.recurrenceId().equals(wanted.recurrenceId()))
                .findFirst();
    }

    private static Optional<OccurrenceState> state(Booking booking, OccurrenceSnapshot date) {
        return booking.occurrence(date.recurrenceId()).map(Occurrence::state);
    }

    private static List<OccurrenceSnapshot> snapshots(Stream<Occurrence> dates) {
        return dates.map(OccurrenceSnapshot::of).toList();
    }

    /** The first that the notification speaks of. */
    Optional<OccurrenceSnapshot> first() {
        return Stream.of(told, calledOff, requested).flatMap(List::stream).findFirst();
    }

    /** Whether there is nothing that its reader should be told. */
    static boolean areNone(NotificationOccasion occasion) {
        boolean isAboutDates = occasion.notification().kind() != NotificationKind.CHANGED;
        NotificationDates dates = of(occasion);
        return isAboutDates
                && dates.told().isEmpty()
                && dates.calledOff().isEmpty()
                && dates.requested().isEmpty();
    }
}
