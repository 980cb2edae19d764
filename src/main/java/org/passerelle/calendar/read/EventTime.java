package org.passerelle.calendar.read;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.passerelle.calendar.zone.EventClock;
import org.passerelle.time.ExpansionBudget;
import org.passerelle.time.ExpansionTooDear;
import org.passerelle.time.Recurrence;

/**
 * When an event is; of a recurring one, its first date.
 *
 * @param end after the start, or at it for an event that takes no time
 * @param recurring how its other dates are made, if it has any
 */
public record EventTime(EventMoment start, Instant end, RecurringTime recurring) {

    private static final int MOST_STEPS = 100_000;

    /** Of a message that need not say when, and does not. */
    public static final EventTime NOT_TOLD = new EventTime(
            EventMoment.at(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), ZoneOffset.UTC), Instant.EPOCH);

    /** One that lasts exactly until {@code end}. */
    public EventTime(EventMoment start, Instant end) {
        this(
                start,
                end,
                new RecurringTime(
                        start.local(), EventClock.in(start.zone()), EventLength.between(start.instant(), end)));
    }

    /** Whether it was said; else there is nothing else to be asked of it. */
    public boolean isTold() {
        return !equals(NOT_TOLD);
    }

    public ZoneId zone() {
        return start.zone();
    }

    public boolean wholeDays() {
        return start.wholeDay();
    }

    /** The exact length of this date; a whole day on which clocks change has 23 or 25 hours. */
    public Duration length() {
        return Duration.between(start.instant(), end);
    }

    /** The date of the same series that begins when its clock shows {@code local}. */
    public EventTime at(LocalDateTime local) {
        return recurring.at(local, wholeDays());
    }

    /** The date of the same series that begins at {@code moment}, wherever that was written. */
    public EventTime at(EventMoment moment) {
        return at(
                moment.zone().equals(zone()) && recurring.clock().exact()
                        ? moment.local()
                        : recurring.clock().local(moment.instant()));
    }

    /** When the date of a series that begins at {@code local} ends. */
    public Instant endOf(LocalDateTime local) {
        return at(local).end();
    }

    EventTime by(EventClock clock) {
        return recurring.by(clock).at(recurring.start(), wholeDays());
    }

    /** Whether its clock is that of {@link #zone}, and not one that only its calendar tells. */
    public boolean isOfAKnownZone() {
        return recurring.clock().exact();
    }

    /**
     * Whether the first {@code most} dates of {@code rule} are at the same moments by the clock of {@link #zone}; not if that
     * is dear to find out.
     */
    public boolean keepsItsMoments(Recurrence rule, int most) {
        if (isOfAKnownZone()) {
            return true;
        }
        try {
            ExpansionBudget budget = new ExpansionBudget(MOST_STEPS, 2 * MOST_STEPS);
            return moments(rule, most, recurring.start(), recurring.clock(), budget)
                    .equals(moments(rule, most, start.local(), EventClock.in(zone()), budget));
        } catch (ExpansionTooDear e) {
            return false;
        }
    }

    private static List<Instant> moments(
            Recurrence rule, int most, LocalDateTime first, EventClock clock, ExpansionBudget budget) {
        return rule.first(most, first, clock, budget).stream()
                .map(Recurrence.Start::instant)
                .toList();
    }
}
