package org.passerelle.availability.planner;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.time.ExpansionBudget;
import org.passerelle.time.ExpansionTooDear;
import org.passerelle.time.Recurrence;
import org.passerelle.time.Slots;
import org.passerelle.time.WallTime;

/**
 * The dates of a series for each moment at which it could begin. What begins on one day has its dates on the same days, so a
 * rule is expanded once a day and not once a moment. For one thread.
 */
final class PlannedSeries {

    /** What finding one date by a rule costs, beside a word of a bitmap. */
    private static final int COST_OF_A_DATE = 20;

    /** Steps of expanding the rule for all days together; a rule of a date in a lifetime takes very many for each. */
    private static final long MOST_STEPS = 600_000;

    private static final long NONE = Long.MIN_VALUE;
    private static final long[] NO_DATES = {};

    private final Recurrence rule;
    private final ZoneId zone;
    private final Budget budget;
    private final ExpansionBudget steps = new ExpansionBudget(MOST_STEPS, MOST_STEPS);
    private final Map<LocalDate, Long> midnights = new HashMap<>();
    private final Map<LocalDate, Days> known = new HashMap<>();

    /** @param zone in which the series is agreed */
    PlannedSeries(Recurrence rule, ZoneId zone, Budget budget) {
        this.rule = rule;
        this.zone = zone;
        this.budget = budget;
    }

    /**
     * The days of a series.
     *
     * @param midnights the slot with which each of them begins; {@link #NONE} where clocks change on that day
     */
    private record Days(List<LocalDate> dates, long[] midnights) {}

    /**
     * The slots with which the dates start if the first one starts with {@code first}, which is among them; empty when the
     * rule has no such series, or one of more than {@value ConferenceQuery#MOST_DATES} dates.
     */
    long[] from(long first) {
        LocalDateTime start = Slots.start(first).atZone(zone).toLocalDateTime();
        Days days = known.computeIfAbsent(start.toLocalDate(), this::days);
        long[] slots = new long[days.dates().size()];
        long sinceMidnight = start.toLocalTime().toSecondOfDay() / Slots.LENGTH.toSeconds();
        for (int i = 0; i < slots.length; i++) {
            long midnight = days.midnights()[i];
            slots[i] = midnight == NONE ? slot(days.dates().get(i), start.toLocalTime()) : midnight + sinceMidnight;
        }
        boolean begins = slots.length > 0 && slots[0] == first;
        return begins && slots.length <= MeetingTimeQuery.MOST_DATES
                ? admitted(slots, days, start.toLocalTime())
                : NO_DATES;
    }

    private long slot(LocalDate date, LocalTime time) {
        return Slots.containing(WallTime.instant(date.atTime(time), zone));
    }

    /** The end of a series can fall between two times of its last day. */
    private long[] admitted(long[] slots, Days days, LocalTime time) {
        int last = slots.length - 1;
        var start = new Recurrence.Start(days.dates().get(last).atTime(time), Slots.start(slots[last]));
        return rule.end().admits(start)
                ? slots
                : LongStream.of(slots).limit(last).toArray();
    }

    private Days days(LocalDate first) {
        List<LocalDate> dates = expanded(first);
        boolean begins = !dates.isEmpty() && dates.get(0).equals(first);
        return begins ? new Days(dates, midnights(dates)) : new Days(List.of(), NO_DATES);
    }

    private List<LocalDate> expanded(LocalDate first) {
        try {
            return rule.first(MeetingTimeQuery.MOST_DATES + 1, first.atStartOfDay(), zone, steps).stream()
                    .map(start -> start.local().toLocalDate())
                    .toList();
        } catch (ExpansionTooDear e) {
            budget.exhaust();
            return List.of();
        }
    }

    private long[] midnights(List<LocalDate> dates) {
        budget.spend((long) COST_OF_A_DATE * dates.size());
        return dates.stream()
                .mapToLong(date -> midnights.computeIfAbsent(date, this::midnight))
                .toArray();
    }

    private long midnight(LocalDate date) {
        var midnight = date.atStartOfDay(zone).toInstant();
        var next = date.plusDays(1).atStartOfDay(zone).toInstant();
        boolean isPlain =
                zone.getRules().getOffset(midnight).equals(zone.getRules().getOffset(next))
                        && midnight.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
        return isPlain ? Slots.containing(midnight) : NONE;
    }
}
