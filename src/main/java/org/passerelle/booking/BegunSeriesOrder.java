package org.passerelle.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.allocation.RuleStarts;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Schedule;
import org.passerelle.time.Recurrence;
import org.passerelle.time.RecurrenceEnd;
import org.passerelle.time.WallTime;

/**
 * What is meant by a change of a series that has begun. What has begun stays as it is; so who moves it to another day says by
 * how much the dates that are ahead move, and there are as many of these as before. Pure.
 *
 * @param series that would be made by the order that is changed
 * @param day of its first date, as whoever changes it sees it; the rule may have moved on since
 * @param now when it is decided which dates have begun
 */
record BegunSeriesOrder(Booking series, LocalDate day, Instant now) {

    /** Of a change of the whole; a first date that is ahead is meant as it is said. */
    static BookingOrder whole(Booking series, BookingOrder order, Instant now) {
        boolean hasBegun = series.occurrences().stream().anyMatch(date -> date.hasBegun(now));
        boolean isAhead = !first(order.schedule()).isBefore(now);
        return !hasBegun || isAhead
                ? order
                : new BegunSeriesOrder(series, series.schedule().start().toLocalDate(), now).meant(order);
    }

    /**
     * Of "this and following" from a date.
     *
     * @param later the part of the series that {@code date} begins
     */
    static BookingOrder following(Occurrence date, Booking later, BookingOrder order, Instant now) {
        LocalDate day =
                LocalDate.ofInstant(date.recurrenceId(), later.schedule().zone());
        return date.hasBegun(now) ? new BegunSeriesOrder(later, day, now).meant(order) : order;
    }

    private BookingOrder meant(BookingOrder order) {
        Schedule had = series.schedule();
        Schedule wished = order.schedule();
        if (had.recurrence().isEmpty() || wished.recurrence().isEmpty()) {
            return order;
        }
        boolean isSameDay = wished.start().toLocalDate().equals(had.start().toLocalDate());
        if (!RuleStarts.areAlike(had.recurrence().get(), wished.recurrence().get())) {
            // A rule said anew has dates of its own from that day on, also before the next that the old one had.
            return isSameDay
                    ? order.on(wished.withStart(day.atTime(wished.start().toLocalTime())))
                    : order;
        }
        return isSameDay ? order : order.on(moved(had, wished));
    }

    private Schedule moved(Schedule had, Schedule wished) {
        RuleStarts starts = RuleStarts.of(had);
        List<Recurrence.Start> ahead = starts.ahead(series.occurrences(), now);
        if (ahead.isEmpty()) {
            return wished;
        }
        LocalDateTime next = ahead.get(0).local();
        LocalDate said = wished.start().toLocalDate();
        boolean isShift = said.isBefore(next.toLocalDate()) || first(wished).isBefore(now);
        LocalDateTime start = (isShift ? next.toLocalDate().plusDays(shift(wished, said)) : said)
                .atTime(wished.start().toLocalTime());
        boolean isEndSaid =
                !had.movedTo(wished.start(), wished.zone()).recurrence().equals(wished.recurrence());
        Optional<Recurrence> rule = isEndSaid
                ? wished.recurrence()
                : had.withStart(next).movedTo(start, wished.zone()).recurrence();
        int begun = starts.before(ahead.get(0).instant());
        return wished.withStart(start).withRecurrence(rule.map(each -> countingLess(each, begun)));
    }

    /** By how many days; none where the rule itself says which days it has. */
    private long shift(Schedule wished, LocalDate said) {
        boolean areChosen =
                wished.recurrence().filter(rule -> rule.by().choosesDays()).isPresent();
        return areChosen ? 0 : ChronoUnit.DAYS.between(day, said);
    }

    private static Instant first(Schedule schedule) {
        return WallTime.instant(schedule.start(), schedule.zone());
    }

    private static Recurrence countingLess(Recurrence rule, int begun) {
        return rule.end() instanceof RecurrenceEnd.After all && all.count() > begun
                ? rule.withEnd(new RecurrenceEnd.After(all.count() - begun))
                : rule;
    }
}
