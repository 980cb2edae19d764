package org.passerelle.roomagent.series;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.model.Schedule;
import org.passerelle.time.ByParts;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Frequency;
import org.passerelle.time.Recurrence;
import org.passerelle.time.RecurrenceEnd;
import org.passerelle.time.WeekdayNumber;

/**
 * What is left of a series once one of its dates and all later ones move together (RANGE=THISANDFUTURE, RFC 5545 section
 * 3.2.13): each by as much as the first, on the clock of the series. Pure.
 */
public final class FollowingSchedule {

    /** In every month, so that a day of a month that moves stays one. */
    private static final int LAST_SAFE_DAY = 28;

    /** As many dates as a booking may have. */
    private static final int MOST = 750;

    private FollowingSchedule() {}

    /**
     * @param left the dates that are to move, from their first on
     * @param first when that begins then, on the clock of {@code left}
     * @return empty where the dates that this makes are neither those of a rule nor close enough to be told day by day
     */
    public static Optional<Schedule> moved(Schedule left, LocalDateTime first, EventDuration length) {
        int days = (int) ChronoUnit.DAYS.between(left.start().toLocalDate(), first.toLocalDate());
        Set<LocalDate> exclude =
                left.exclude().stream().map(day -> day.plusDays(days)).collect(Collectors.toSet());
        if (left.recurrence().isEmpty()) {
            return Optional.of(new Schedule(first, left.zone(), length, Optional.empty(), exclude));
        }
        return moved(left.recurrence().get(), left.start(), first, days, left.zone())
                .map(rule -> new Schedule(first, left.zone(), length, Optional.of(rule), exclude))
                .or(() -> dayByDay(left, first, length));
    }

    /** As a rule of days or weeks that leaves out all others, if these are not too many. */
    private static Optional<Schedule> dayByDay(Schedule left, LocalDateTime first, EventDuration length) {
        long moved = ChronoUnit.DAYS.between(left.start().toLocalDate(), first.toLocalDate());
        List<LocalDate> days = left.recurrence().orElseThrow().first(MOST + 1, left.start(), left.zone()).stream()
                .map(start -> start.local().toLocalDate())
                .filter(day -> !left.exclude().contains(day))
                .map(day -> day.plusDays(moved))
                .toList();
        if (days.isEmpty() || days.size() > MOST) {
            return Optional.empty();
        }
        LocalDate begin = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        boolean areWeeks = days.stream().allMatch(day -> ChronoUnit.DAYS.between(begin, day) % 7 == 0);
        Set<LocalDate> others = Stream.iterate(begin, day -> !day.isAfter(last), day -> day.plusDays(areWeeks ? 7 : 1))
                .limit(MOST + Schedule.MOST_EXCLUDED)
                .collect(Collectors.toSet());
        boolean isAll = others.contains(last);
        days.forEach(others::remove);
        if (!isAll || others.size() > Schedule.MOST_EXCLUDED) {
            return Optional.empty();
        }
        Optional<Recurrence> rule = days.size() == 1
                ? Optional.empty()
                : Optional.of(Recurrence.parse(areWeeks ? "FREQ=WEEKLY" : "FREQ=DAILY")
                        .withEnd(new RecurrenceEnd.OnDate(last)));
        return Optional.of(new Schedule(begin.atTime(first.toLocalTime()), left.zone(), length, rule, others));
    }

    private static Optional<Recurrence> moved(
            Recurrence rule, LocalDateTime from, LocalDateTime to, int days, ZoneId zone) {
        Optional<ByParts> by = days == 0 ? Optional.of(rule.by()) : moved(rule, from, to, days);
        return by.map(parts -> new Recurrence(
                rule.frequency(), rule.interval(), parts, moved(rule.end(), from, to, zone), rule.weekStart()));
    }

    /** Rules without further parts follow their start; days of the week move on where a week stays a week. */
    private static Optional<ByParts> moved(Recurrence rule, LocalDateTime from, LocalDateTime to, int days) {
        boolean isSafe = from.getDayOfMonth() <= LAST_SAFE_DAY && to.getDayOfMonth() <= LAST_SAFE_DAY;
        boolean byStart = rule.frequency() == Frequency.DAILY || rule.frequency() == Frequency.WEEKLY || isSafe;
        if (rule.by().equals(ByParts.NONE)) {
            return Optional.of(rule.by()).filter(none -> byStart);
        }
        ByParts onlyDays = onWeekdays(rule.by().weekdays());
        boolean isOfWeekdays = rule.frequency() == Frequency.WEEKLY
                && rule.interval() == 1
                && rule.by().equals(onlyDays);
        return isOfWeekdays ? Optional.of(onWeekdays(moved(rule.by().weekdays(), days))) : Optional.empty();
    }

    private static ByParts onWeekdays(List<WeekdayNumber> weekdays) {
        return new ByParts(List.of(), List.of(), List.of(), List.of(), weekdays, List.of());
    }

    private static List<WeekdayNumber> moved(List<WeekdayNumber> weekdays, int days) {
        return weekdays.stream()
                .map(each -> new WeekdayNumber(each.ordinal(), each.day().plus(days)))
                .toList();
    }

    private static RecurrenceEnd moved(RecurrenceEnd end, LocalDateTime from, LocalDateTime to, ZoneId zone) {
        Duration shift = Duration.between(from, to);
        if (end instanceof RecurrenceEnd.AtInstant at) {
            LocalDateTime local = LocalDateTime.ofInstant(at.instant(), zone).plus(shift);
            return new RecurrenceEnd.AtLocal(local);
        }
        if (end instanceof RecurrenceEnd.AtLocal at) {
            return new RecurrenceEnd.AtLocal(at.local().plus(shift));
        }
        if (end instanceof RecurrenceEnd.OnDate on) {
            return new RecurrenceEnd.OnDate(
                    on.date().plusDays(ChronoUnit.DAYS.between(from.toLocalDate(), to.toLocalDate())));
        }
        return end;
    }
}
