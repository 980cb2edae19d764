package org.passerelle.availability.planner;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.availability.query.MeetingTimeQuery.DayHours;
import org.passerelle.booking.policy.OpeningTimes;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.passerelle.time.WeeklyHours;

/** With which slots a meeting of one length can start so that it lies within hours. For one thread. */
final class OpenStarts {

    private static final long GRID_MINUTES = Slots.LENGTH.toMinutes();

    private final FreeTimes freeTimes;
    private final Duration length;
    private final int slots;

    OpenStarts(FreeTimes freeTimes, Duration length) {
        this.freeTimes = freeTimes;
        this.length = length;
        this.slots = (int) Slots.endExclusive(Interval.of(Slots.start(0), length));
    }

    /** Names the bitmap of the hours that people wish for. */
    private record Wished(ZoneId zone, DayHours hours) {}

    /** The starts at which {@code place} is open for the whole meeting. */
    long[] of(Bookable place, Chunk chunk) {
        return chunk.bitmap(place.hours(), () -> {
            WeeklyHours hours = place.room().rules().openingHours();
            return isOnGrid(hours) && !place.hours().goByWhoAsks()
                    ? byBits(place.room(), chunk)
                    : byTimes(place, chunk);
        });
    }

    /** The starts at which clocks in {@code zone} show {@code hours} during the whole meeting. */
    long[] within(DayHours hours, ZoneId zone, Chunk chunk) {
        return chunk.bitmap(new Wished(zone, hours), () -> {
            WeeklyHours daily = WeeklyHours.parse("Mo-Su " + hours.range());
            return byDays(daily, zone, chunk);
        });
    }

    private static boolean isOnGrid(WeeklyHours hours) {
        for (var day : DayOfWeek.values()) {
            for (WeeklyHours.MinuteRange range : hours.on(day)) {
                if (range.start() % GRID_MINUTES != 0 || range.end() % GRID_MINUTES != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Where hours lie on the grid, a meeting fits if all slots that it touches are open. */
    private long[] byBits(Room room, Chunk chunk) {
        long[] shut = new long[chunk.words() + slots / Long.SIZE + 1];
        freeTimes.addOpen(room, chunk.first(), shut);
        for (int i = 0; i < shut.length; i++) {
            shut[i] = ~shut[i];
        }
        long[] tooLate = StartBits.reachDown(shut, new long[shut.length], slots);
        long[] starts = chunk.empty();
        for (int i = 0; i < starts.length; i++) {
            starts[i] = ~tooLate[i];
        }
        return starts;
    }

    /** Where they do not, it is the moments that count. */
    private long[] byTimes(Bookable place, Chunk chunk) {
        Interval around =
                Interval.of(Slots.start(chunk.first()), Slots.start(chunk.end()).plus(length));
        List<Interval> open = OpeningTimes.within(around, place.room(), place.site());
        List<Interval> kept = place.hours().kept(place, around, length);
        return starts(kept.isEmpty() ? open : OpeningTimes.without(open, kept), chunk);
    }

    private long[] byDays(WeeklyHours hours, ZoneId zone, Chunk chunk) {
        List<Interval> open = new ArrayList<>();
        LocalDate first = dateOf(Slots.start(chunk.first()), zone).minusDays(1);
        LocalDate last = dateOf(Slots.start(chunk.end()).plus(length), zone).plusDays(1);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            open.addAll(hours.on(day, zone));
        }
        return starts(Interval.merge(open), chunk);
    }

    private long[] starts(List<Interval> open, Chunk chunk) {
        long[] starts = chunk.empty();
        for (Interval stretch : open) {
            lastStart(stretch).ifPresent(latest -> {
                long from = SuitableRooms.slotFrom(stretch.start());
                StartBits.set(starts, from - chunk.first(), latest + 1 - chunk.first());
            });
        }
        return starts;
    }

    private Optional<Long> lastStart(Interval stretch) {
        Instant latest = stretch.end().minus(length);
        return latest.isBefore(stretch.start()) ? Optional.empty() : Optional.of(Slots.containing(latest));
    }

    private static LocalDate dateOf(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }
}
