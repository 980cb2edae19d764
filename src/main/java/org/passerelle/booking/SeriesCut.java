package org.passerelle.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.passerelle.booking.allocation.RuleStarts;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Skipped;
import org.passerelle.booking.model.Status;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.time.ByParts;
import org.passerelle.time.Recurrence;
import org.passerelle.time.RecurrenceEnd;

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
        RuleStarts starts = RuleStarts.of(whole);
        // A date that has begun may be in no rule any more; then it stands for the one that the rule has on its day.
        Instant cut = starts.on(LocalDate.ofInstant(recurrenceId, whole.zone()))
                .map(Recurrence.Start::instant)
                .orElse(recurrenceId);
        Instant from = cut.isBefore(recurrenceId) ? cut : recurrenceId;
        Booking earlier = part(series, date -> date.isBefore(from));
        Booking later = part(series, date -> !date.isBefore(from));
        int before = starts.before(cut);
        return new SeriesCut(
                ended(
                        earlier.withSchedule(before == 0 ? onlyOf(earlier, rule) : ending(starts, rule, cut))
                                .withStatus(series.status().rescheduled(now)),
                        now),
                later.withSchedule(
                                before == starts.starts().size() ? onlyOf(later, rule) : goingOn(starts, rule, before))
                        .withStatus(Status.continuing(series.status(), now)));
    }

    private static Schedule ending(RuleStarts starts, Recurrence rule, Instant cut) {
        int before = starts.before(cut);
        Schedule whole = starts.schedule();
        if (before == starts.starts().size()) {
            return whole;
        }
        return whole.withRecurrence(Optional.of(rule.withEnd(
                rule.end() instanceof RecurrenceEnd.After
                        ? new RecurrenceEnd.After(before)
                        : new RecurrenceEnd.AtInstant(cut.minusNanos(1)))));
    }

    private static Schedule goingOn(RuleStarts starts, Recurrence rule, int before) {
        Recurrence left = rule.end() instanceof RecurrenceEnd.After all
                ? rule.withEnd(new RecurrenceEnd.After(all.count() - before))
                : rule;
        return starts.schedule()
                .withRecurrence(Optional.of(left))
                .withStart(starts.starts().get(before).local());
    }

    /** Of a part whose dates the rule no longer has: the first of them, and in the rhythm of the series no other. */
    private static Schedule onlyOf(Booking part, Recurrence rule) {
        Schedule schedule = part.schedule();
        Recurrence once = new Recurrence(
                rule.frequency(), rule.interval(), ByParts.NONE, new RecurrenceEnd.After(1), rule.weekStart());
        return part.occurrences().stream()
                .map(Occurrence::recurrenceId)
                .min(Comparator.naturalOrder())
                .map(first -> schedule.excluding(Set.of())
                        .withStart(LocalDateTime.ofInstant(first, schedule.zone()))
                        .withRecurrence(Optional.of(once)))
                .orElse(schedule);
    }

    /** When every date that is left has been called off, so has the whole. */
    private static Booking ended(Booking earlier, Instant now) {
        boolean none = earlier.occurrences().stream().allMatch(date -> date.state() == OccurrenceState.CANCELLED);
        return none ? earlier.withStatus(earlier.status().becoming(BookingState.CANCELLED, now)) : earlier;
    }

    private static Booking part(Booking series, Predicate<Instant> belongs) {
        List<Occurrence> occurrences = series.occurrences().stream()
                .filter(occurrence -> belongs.test(occurrence.recurrenceId()))
                .toList();
        List<Skipped> skipped = series.skipped().stream()
                .filter(each -> belongs.test(each.time().start()))
                .toList();
        return series.withDates(
                new Booking.Dates(occurrences, skipped, series.dates().reacquire()));
    }
}
