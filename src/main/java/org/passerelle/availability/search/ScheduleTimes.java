package org.passerelle.availability.search;

import java.time.Instant;
import java.util.List;
import org.passerelle.booking.model.Schedule;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;

/** When the dates of a schedule are. */
public final class ScheduleTimes {

    private ScheduleTimes() {}

    /** The first dates, at most {@code most}, without those left out. */
    public static List<Interval> of(Schedule schedule, int most) {
        if (schedule.recurrence().isEmpty()) {
            return List.of(schedule.first());
        }
        Recurrence rule = schedule.recurrence().get();
        return rule.first(most + schedule.exclude().size(), schedule.start(), schedule.zone()).stream()
                .filter(start -> !schedule.exclude().contains(start.local().toLocalDate()))
                .limit(most)
                .map(start -> schedule.dateAt(start.local()))
                .toList();
    }

    /** The first dates that start at {@code from} or later, at most {@code most}, without those left out. */
    static List<Interval> ahead(Schedule schedule, Instant from, int most) {
        return of(schedule, most).stream()
                .filter(time -> !time.start().isBefore(from))
                .toList();
    }
}
