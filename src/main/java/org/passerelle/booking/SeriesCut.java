package org.passerelle.booking;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.passerelle.time.Recurrence;

/**
 * A series cut in two before one of its dates; "this and following" changes the later part and leaves the earlier as it
 * is. Both parts still bear the name of the whole.
 */
record SeriesCut(Booking earlier, Booking later) {

    /** Whether everything lies behind the cut, so that there is nothing to cut off. */
    static boolean isWhole(Booking booking, Instant recurrenceId) {
        return booking.occurrences().stream()
                .noneMatch(occurrence -> occurrence.recurrenceId().isBefore(recurrenceId));
    }

    /**
     * @param recurrenceId the first date of the later part
     * @throws UnknownBooking if the series has no such date
     */
    static SeriesCut at(Booking series, Instant recurrenceId, Instant now) {
        if (series.occurrence(recurrenceId).isEmpty()) {
            throw new UnknownBooking(series.id() + " on " + recurrenceId);
        }
        Schedule whole = series.schedule();
        Recurrence rule = whole.recurrence().orElseThrow(() -> new UnknownBooking(series.id() + " as a series"));
        // A date that has begun may be in no rule any more: what is left of the rule begins with its next one.
        LocalDateTime start = rule.starts(whole.start(), whole.zone())
                .filter(each -> !each.instant().isBefore(recurrenceId))
                .map(Recurrence.Start::local)
                .findFirst()
                .orElseGet(() -> recurrenceId
                        .atZone(whole.zone())
                        .toLocalDate()
                        .atTime(whole.start().toLocalTime()));
        Optional<Recurrence> before = rule.endingBefore(recurrenceId, whole.start(), whole.zone());
        Optional<Recurrence> after = rule.continuingFrom(recurrenceId, whole.start(), whole.zone());
        Booking earlier = ended(
                part(series, whole.withRecurrence(before), date -> date.isBefore(recurrenceId))
                        .withStatus(series.status().rescheduled(now)),
                now);
        Booking later =
                part(series, whole.withRecurrence(after).withStart(start), date -> !date.isBefore(recurrenceId));
        return new SeriesCut(earlier, later.withStatus(Status.continuing(series.status(), now)));
    }

    /** When every date that is left has been called off, so has the whole. */
    private static Booking ended(Booking earlier, Instant now) {
        boolean none = earlier.occurrences().stream().allMatch(date -> date.state() == OccurrenceState.CANCELLED);
        return none ? earlier.withStatus(earlier.status().becoming(BookingState.CANCELLED, now)) : earlier;
    }

    private static Booking part(Booking series, Schedule schedule, Predicate<Instant> belongs) {
        List<Occurrence> occurrences = series.occurrences().stream()
                .filter(occurrence -> belongs.test(occurrence.recurrenceId()))
                .toList();
        List<Skipped> skipped = series.skipped().stream()
                .filter(each -> belongs.test(each.time().start()))
                .toList();
        return series.withSchedule(schedule)
                .withDates(
                        new Booking.Dates(occurrences, skipped, series.dates().reacquire()));
    }
}
