package org.passerelle.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The local dates that a rule generates between two dates, in order, found one period after the other as they are asked
 * for. Ends by itself: at the last date, or after a full calendar cycle without a match.
 */
final class RecurrenceDates implements Iterator<LocalDate> {

    private final Recurrence rule;
    private final DayFilter filter;
    private final LocalDate from;
    private final LocalDate to;
    private final RecurrencePeriods periods;
    private long period;
    private final boolean positionsCanExist;
    private Iterator<LocalDate> found = List.<LocalDate>of().iterator();

    /**
     * @param start the local date the series starts on, which sets the rhythm
     * @param from no date before this one is wanted, so the search may begin here
     * @param to the last date wanted
     */
    RecurrenceDates(Recurrence rule, LocalDate start, LocalDate from, LocalDate to) {
        this.rule = rule;
        this.filter = new DayFilter(rule, start);
        this.from = from.isAfter(start) ? from : start;
        this.to = to;
        this.positionsCanExist = rule.by().positions().isEmpty()
                || rule.by().positions().stream()
                        .anyMatch(position ->
                                Math.abs(position) <= rule.frequency().mostDays());
        this.periods = new RecurrencePeriods(rule, start);
        this.period = periods.containing(this.from) / rule.interval() * rule.interval();
    }

    @Override
    public boolean hasNext() {
        if (!positionsCanExist) {
            return false;
        }
        for (int empty = 0; !found.hasNext() && empty <= rule.frequency().periodsInCalendarCycle(); empty++) {
            var periodStart = periods.start(period);
            if (periodStart.isAfter(to)) {
                return false;
            }
            found = chosenBetween(periodStart, periods.start(period + 1)).iterator();
            period += rule.interval();
        }
        return found.hasNext();
    }

    @Override
    public LocalDate next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return found.next();
    }

    private List<LocalDate> chosenBetween(LocalDate periodStart, LocalDate periodEnd) {
        var days = new ArrayList<LocalDate>();
        for (var day = periodStart; day.isBefore(periodEnd); ) {
            if (!filter.choosesMonth(day.getMonthValue())) {
                day = day.withDayOfMonth(1).plusMonths(1);
                continue;
            }
            if (filter.choosesDay(day)) {
                days.add(day);
            }
            day = day.plusDays(1);
        }
        if (days.isEmpty()) {
            return days;
        }
        var chosen = rule.by().positions().isEmpty() ? days : atPositions(days);
        return chosen.stream()
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .toList();
    }

    private List<LocalDate> atPositions(List<LocalDate> days) {
        return rule.by().positions().stream()
                .map(position -> position > 0 ? position - 1 : days.size() + position)
                .filter(index -> index >= 0 && index < days.size())
                .sorted()
                .distinct()
                .map(days::get)
                .toList();
    }
}
