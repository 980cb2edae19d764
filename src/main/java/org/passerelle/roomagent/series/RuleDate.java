package org.passerelle.roomagent.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;
import java.util.List;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventLength;
import org.passerelle.calendar.read.EventMoment;
import org.passerelle.calendar.read.EventTime;
import org.passerelle.time.ExpansionBudget;
import org.passerelle.time.ExpansionTooDear;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;
import org.passerelle.time.WallClock;
import org.passerelle.time.WallTime;

/**
 * A date that the rule of a series gives. What others write is read by RFC 5545 section 3.3.5, where 02:30 in the night in which
 * clocks are put forward is 03:30; a schedule of bookings holds that date from 03:00. Such a date has to be held by itself.
 *
 * @param local what clocks show at its start, as the rule says it, so also what they skip
 * @param meant when it is
 * @param scheduled when a schedule with that rule would hold it
 * @param given whether the rule still gives it at the moment that is meant, and has not ended before
 */
public record RuleDate(LocalDateTime local, Interval meant, Interval scheduled, boolean given) {

    /** More than a booking can have together with those that are left out. */
    private static final int MOST = 1_501;

    private static final int MOST_STEPS = 200_000;

    /** Rules are looked at no further ahead than this. */
    private static final Duration FAR = Duration.ofDays(3L * 366);

    /** More than any clock skips. */
    private static final Duration MARGIN = Duration.ofDays(1);

    /** Whether a schedule holds it when it is meant. */
    boolean fitsSchedule() {
        return meant.equals(scheduled);
    }

    /** Those of {@code event} that have not begun at {@code now}, in order, as many as can be held. */
    static List<RuleDate> ahead(CalendarEvent event, Instant now) {
        EventTime time = event.time();
        Instant first = time.start().instant();
        Instant from = (first.isAfter(now) ? first : now).minus(MARGIN);
        return event.repetition()
                .rule()
                .map(rule -> starts(rule, time.start(), Interval.of(from, FAR)).stream()
                        .map(start -> of(start, rule, time))
                        .filter(date -> !date.meant.start().isBefore(now))
                        .toList())
                .orElse(List.of());
    }

    private static List<Recurrence.Start> starts(Recurrence rule, EventMoment first, Interval window) {
        try {
            ExpansionBudget budget = new ExpansionBudget(MOST_STEPS, MOST_STEPS);
            return rule.occurrences(first.local(), first.zone(), window, MOST, budget);
        } catch (ExpansionTooDear e) {
            return rule.occurrences(first.local(), first.zone(), window, 1); // booking it counts the others
        }
    }

    private static RuleDate of(Recurrence.Start start, Recurrence rule, EventTime time) {
        Interval scheduled = SeriesInstances.length(time).startingAt(start.local(), time.zone());
        if (!isNearAGap(start.local(), time)) {
            return new RuleDate(start.local(), scheduled, scheduled, true);
        }
        Interval meant = meant(start.local(), time);
        boolean given = rule.end().admits(new Recurrence.Start(start.local(), meant.start()));
        return new RuleDate(start.local(), meant, scheduled, given);
    }

    private static boolean isNearAGap(LocalDateTime start, EventTime time) {
        ZoneRules clocks = time.zone().getRules();
        EventLength length = time.recurring().length();
        return clocks.getValidOffsets(start).isEmpty()
                || length.days() > 0
                        && clocks.getValidOffsets(start.plusDays(length.days())).isEmpty();
    }

    /**
     * When {@code rule} gives a date from {@code from} until {@code last}, both included, as RFC 5545 section 3.3.5 reads
     * what clocks skip; at most {@code most}, and none if it is dear to find out.
     */
    public static List<Instant> moments(Recurrence rule, EventMoment first, Instant from, Instant last, int most) {
        ZoneRules clocks = first.zone().getRules();
        WallClock clock = first.wholeDay()
                ? local -> WallTime.instant(local, first.zone())
                : local -> WallTime.asWritten(local, clocks);
        try {
            Interval window = Interval.of(from, last.plusNanos(1));
            ExpansionBudget budget = new ExpansionBudget(MOST_STEPS, MOST_STEPS);
            return rule.occurrences(first.local(), clock, window, most, budget).stream()
                    .map(Recurrence.Start::instant)
                    .toList();
        } catch (ExpansionTooDear e) {
            return List.of();
        }
    }

    private static Interval meant(LocalDateTime local, EventTime time) {
        EventTime date = written(local, time);
        return Interval.of(date.start().instant(), date.end());
    }

    /** The date of a series that begins as clocks show {@code local}, as RFC 5545 section 3.3.5 reads that. */
    static EventTime written(LocalDateTime local, EventTime time) {
        if (time.isOfAKnownZone()) {
            return time.at(local);
        }
        EventMoment start = EventMoment.at(local, time.zone());
        return new EventTime(start, start.instant().plus(time.length()));
    }
}
