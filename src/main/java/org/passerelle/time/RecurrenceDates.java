package org.passerelle.time;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The local dates that a rule generates between two dates, in order, found as they are asked for: one period after the other,
 * or for a daily rule one month after the other. Ends by itself: at the last date, or after a full calendar cycle without a
 * match. Never more than some hundred thousand steps, for a rule is tried on each kind of month or year only once.
 */
final class RecurrenceDates implements Iterator<LocalDate> {

    private final Recurrence rule;
    private final LocalDate start;
    private final LocalDate from;
    private final LocalDate to;
    private final ExpansionBudget budget;
    private final ChosenDays chosen;
    private final RecurrencePeriods periods;
    private final boolean ofDays;
    private final long longestSearch;
    private long period;
    private Iterator<LocalDate> found = List.<LocalDate>of().iterator();

    /**
     * @param start the local date the series starts on, which sets the rhythm
     * @param from no date before this one is wanted, so the search may begin here
     * @param to the last date wanted
     */
    RecurrenceDates(Recurrence rule, LocalDate start, LocalDate from, LocalDate to, ExpansionBudget budget) {
        this.rule = rule;
        this.start = start;
        this.from = from.isAfter(start) ? from : start;
        this.to = to;
        this.budget = budget;
        this.chosen = new ChosenDays(rule, start);
        this.periods = new RecurrencePeriods(rule, start);
        this.ofDays = rule.frequency() == Frequency.DAILY;
        // An interval may make the days of a daily rule match only after many cycles; but then there are few months
        // left.
        this.longestSearch = ofDays ? Long.MAX_VALUE : rule.frequency().periodsInCalendarCycle();
        this.period = ofDays ? 0 : periods.containing(this.from) / rule.interval() * rule.interval();
        budget.beginRule();
    }

    @Override
    public boolean hasNext() {
        if (!chosen.canExist()) {
            return false;
        }
        for (long empty = 0; !found.hasNext() && empty <= longestSearch; empty++) {
            LocalDate periodStart = ofDays ? from.withDayOfMonth(1).plusMonths(period) : periods.start(period);
            if (periodStart.isAfter(to)) {
                return false;
            }
            budget.spend(1);
            found = ofDays ? inMonth(periodStart) : inPeriod(periodStart);
        }
        return found.hasNext();
    }

    @Override
    public LocalDate next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        budget.spend(1);
        return found.next();
    }

    private Iterator<LocalDate> inMonth(LocalDate first) {
        period++;
        return chosen.between(first, first.plusMonths(1))
                .filter(this::isWanted)
                .filter(day -> (day.toEpochDay() - start.toEpochDay()) % rule.interval() == 0)
                .iterator();
    }

    private Iterator<LocalDate> inPeriod(LocalDate first) {
        LocalDate end = periods.start(period + 1);
        period += rule.interval();
        return chosen.between(first, end).filter(this::isWanted).iterator();
    }

    private boolean isWanted(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
