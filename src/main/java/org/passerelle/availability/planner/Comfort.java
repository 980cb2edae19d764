package org.passerelle.availability.planner;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.time.Slots;

/**
 * How well a time suits people, from 0 to 100, by nothing but the clocks on their walls. What is taken off is written down in
 * {@code docs/reference/availability-conference.md}. For one thread.
 */
final class Comfort {

    /** The highest score. */
    static final int BEST = 100;

    private static final double OUTSIDE_FOR_THE_WORST = 40;
    private static final double SOMEBODY_OUTSIDE = 20;
    private static final double LUNCH = 25;
    private static final double APART = 15;
    private static final int FARTHEST_APART = 12 * 60;
    private static final int WHOLE_LUNCH = 2 * 60;

    private static final Week WORK = new Week(minute -> Week.isWorkday(minute) && Week.isBetween(minute, 9, 18));
    private static final Week NOON = new Week(minute -> Week.isBetween(minute, 12, 14));

    private final List<Wall> walls;
    private final int all;
    private final int minutes;

    /**
     * @param zones of the parties, one each
     * @param length of the meeting
     */
    Comfort(Collection<ZoneId> zones, Duration length) {
        Map<ZoneId, Long> parties =
                zones.stream().collect(Collectors.groupingBy(zone -> zone, LinkedHashMap::new, Collectors.counting()));
        this.all = zones.size();
        this.walls = parties.entrySet().stream()
                .map(entry -> new Wall(entry.getKey(), entry.getValue().intValue()))
                .toList();
        this.minutes = (int) length.plusSeconds(59).toMinutes();
    }

    /** The score of a meeting that starts with the slot {@code start}. */
    int of(long start) {
        Instant instant = Slots.start(start);
        double worst = 0;
        int outside = 0;
        double lunch = 0;
        int earliest = Integer.MAX_VALUE;
        int latest = Integer.MIN_VALUE;
        for (Wall wall : walls) {
            int offset = wall.offsetMinutes(instant);
            int begin = Week.minuteOf(instant, offset);
            int missing = minutes - WORK.countIn(begin, minutes);
            worst = Math.max(worst, (double) missing / minutes);
            outside += missing > 0 ? wall.parties : 0;
            double eaten = Math.min(WHOLE_LUNCH, NOON.countIn(begin, minutes));
            lunch += wall.parties * eaten / Math.min(minutes, WHOLE_LUNCH);
            earliest = Math.min(earliest, offset);
            latest = Math.max(latest, offset);
        }
        double apart = (double) Math.min(FARTHEST_APART, latest - earliest) / FARTHEST_APART;
        double taken =
                OUTSIDE_FOR_THE_WORST * worst + SOMEBODY_OUTSIDE * outside / all + LUNCH * lunch / all + APART * apart;
        return (int) Math.round(BEST - taken);
    }

    /** The clock of some parties; remembers its offset as long as it lasts. */
    private static final class Wall {

        private final ZoneId zone;
        private final int parties;
        private Instant from = Instant.MAX;
        private Instant until = Instant.MIN;
        private int minutes;

        Wall(ZoneId zone, int parties) {
            this.zone = zone;
            this.parties = parties;
        }

        int offsetMinutes(Instant instant) {
            if (instant.isBefore(from) || !instant.isBefore(until)) {
                var rules = zone.getRules();
                var previous = rules.previousTransition(instant.plusNanos(1));
                var next = rules.nextTransition(instant);
                from = instantOr(previous, Instant.MIN);
                until = instantOr(next, Instant.MAX);
                minutes = rules.getOffset(instant).getTotalSeconds() / 60;
            }
            return minutes;
        }

        private static Instant instantOr(@Nullable ZoneOffsetTransition transition, Instant otherwise) {
            return transition == null ? otherwise : transition.getInstant();
        }
    }

    /** Some minutes of each week, counted so that many of them are counted as fast as few. */
    private static final class Week {

        private static final int DAY = 24 * 60;
        private static final int MINUTES = 7 * DAY;

        /** Of 1970, which began on a Thursday. */
        private static final int FIRST = (DayOfWeek.THURSDAY.getValue() - DayOfWeek.MONDAY.getValue()) * DAY;

        private final int[] before = new int[MINUTES + 1];

        Week(IntPredicate counted) {
            for (int minute = 0; minute < MINUTES; minute++) {
                before[minute + 1] = before[minute] + (counted.test(minute) ? 1 : 0);
            }
        }

        static int minuteOf(Instant instant, int offset) {
            return (int) Math.floorMod(Math.floorDiv(instant.getEpochSecond(), 60) + offset + FIRST, (long) MINUTES);
        }

        static boolean isWorkday(int minute) {
            return minute / DAY < DayOfWeek.FRIDAY.getValue();
        }

        static boolean isBetween(int minute, int fromHour, int toHour) {
            int hour = minute % DAY / 60;
            return fromHour <= hour && hour < toHour;
        }

        /** How many of the {@code length} minutes from {@code begin} on are counted. */
        int countIn(int begin, int length) {
            int end = begin + length % MINUTES;
            int part = end <= MINUTES
                    ? before[end] - before[begin]
                    : before[MINUTES] - before[begin] + before[end - MINUTES];
            return length / MINUTES * before[MINUTES] + part;
        }
    }
}
