package org.passerelle.booking.allocation;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.refusal.EmptySchedule;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;

/** Turns a schedule into its dates, within the bounds of one booking. Pure. */
public final class Planner {

    /** The most dates one booking may have. */
    public static final int MOST_DATES = 750;

    private Planner() {}

    /**
     * The dates of {@code schedule}, each with all of {@code rooms}. A series that does not fit is refused, never cut,
     * and the refusal tells the longest one that fits.
     *
     * @param horizon the latest end that can be booked to; what is told to fit ends before it. Asked for a series that does not fit
     */
    public static Plan plan(Schedule schedule, List<Room> rooms, Supplier<Instant> horizon) {
        return plan(RuleStarts.of(schedule), rooms, horizon);
    }

    /** As {@link #plan(Schedule, List, Supplier)}, of a schedule whose rule has been expanded. */
    public static Plan plan(RuleStarts expanded, List<Room> rooms, Supplier<Instant> horizon) {
        Schedule schedule = expanded.schedule();
        return schedule.recurs()
                ? series(schedule, expanded.starts(), rooms, horizon)
                : new Plan.PlannedDates(schedule, List.of(single(schedule, rooms)));
    }

    private static Proposal.Date single(Schedule schedule, List<Room> rooms) {
        Interval time = schedule.first();
        return new Proposal.Date(time.start(), time, rooms);
    }

    private static Plan series(
            Schedule schedule, List<Recurrence.Start> starts, List<Room> rooms, Supplier<Instant> horizon) {
        int most = mostDates(schedule, rooms);
        List<Recurrence.Start> kept = starts.stream()
                .filter(start -> !schedule.exclude().contains(start.local().toLocalDate()))
                .toList();
        if (kept.isEmpty()) {
            throw new EmptySchedule();
        }
        if (kept.size() > most) {
            return new Plan.Impossible(
                    tooMany(kept.subList(0, most), horizon.get().minus(schedule.duration())));
        }
        var dates = kept.stream()
                .map(start -> new Proposal.Date(start.instant(), schedule.dateAt(start.local()), rooms))
                .toList();
        return new Plan.PlannedDates(schedule.withStart(starts.get(0).local()), dates);
    }

    /** @param latest the latest start that can be booked */
    private static Reason tooMany(List<Recurrence.Start> most, Instant latest) {
        List<Recurrence.Start> within =
                most.stream().filter(start -> !start.instant().isAfter(latest)).toList();
        List<Recurrence.Start> fit = within.isEmpty() ? most : within;
        String last = fit.get(fit.size() - 1).local().toLocalDate().toString();
        return Reason.of(ReasonCode.TOO_MANY_OCCURRENCES, Integer.toString(fit.size()), last);
    }

    private static int mostDates(Schedule schedule, List<Room> rooms) {
        var sample = single(schedule, rooms);
        long each =
                rooms.stream().mapToLong(room -> claimsOf(room, sample.time())).sum();
        return (int) Math.max(1, Math.min(MOST_DATES, Claims.MOST / Math.max(1, each)));
    }

    private static long claimsOf(Room room, Interval time) {
        if (!room.setUpNumbers().isEmpty()) {
            return claims(room, time).distinct().count();
        }
        int held = room.isCountable() ? 1 : room.numbers().size();
        return Claims.count(held, occupied(room, time));
    }

    /** The time {@code room} is held for a meeting at {@code time}: its buffers are added. */
    public static Interval occupied(Room room, Interval time) {
        var buffers = room.rules().buffers();
        return time.extendedBy(buffers.before(), buffers.after());
    }

    /** Every claim that a meeting at {@code time} makes in {@code room}; of a pool those of all its units. */
    public static LongStream claims(Room room, Interval time) {
        return Place.around(room, room.numbers(), time).claims();
    }
}
