package org.passerelle.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;

/**
 * The local meaning of "morning", "afternoon" and "the day" at a site, each half-open; a custom of the place, not so many
 * hours.
 *
 * @param morning by default 08:30 to 12:30
 * @param afternoon by default 13:30 to 18:00
 * @param day holds both; by default from the start of the morning to the end of the afternoon
 */
public record HalfDays(LocalRange morning, LocalRange afternoon, LocalRange day) {

    public static final HalfDays DEFAULT = new HalfDays(
            new LocalRange(LocalTime.of(8, 30), LocalTime.of(12, 30)),
            new LocalRange(LocalTime.of(13, 30), LocalTime.of(18, 0)));

    /** @throws IllegalArgumentException if the afternoon starts before the morning ends, or one of them is not within the day */
    public HalfDays {
        if (afternoon.start().isBefore(morning.end())) {
            throw new IllegalArgumentException("The afternoon must not start before the morning ends");
        }
        if (!day.encloses(morning) || !day.encloses(afternoon)) {
            throw new IllegalArgumentException("The day must hold the morning and the afternoon");
        }
    }

    /**
     * Those of a day from the start of the morning to the end of the afternoon.
     *
     * @throws IllegalArgumentException if the afternoon starts before the morning ends
     */
    public HalfDays(LocalRange morning, LocalRange afternoon) {
        this(morning, afternoon, wholeOf(morning, afternoon));
    }

    private static LocalRange wholeOf(LocalRange morning, LocalRange afternoon) {
        if (!morning.start().isBefore(afternoon.end())) {
            throw new IllegalArgumentException("The afternoon must not start before the morning ends");
        }
        return new LocalRange(morning.start(), afternoon.end());
    }

    /** From when until when {@code part} is. */
    public LocalRange of(DayPart part) {
        return switch (part) {
            case MORNING -> morning;
            case AFTERNOON -> afternoon;
            case DAY -> day;
        };
    }

    /** The part that lasts exactly from {@code start} until {@code end} on the clocks of the place. */
    public Optional<DayPart> partFrom(LocalDateTime start, LocalDateTime end) {
        LocalDate date = start.toLocalDate();
        return Arrays.stream(DayPart.values())
                .filter(part -> start.equals(of(part).startOn(date)) && end.equals(of(part).endOn(date)))
                .findFirst();
    }

    /** A stretch of one local day, {@code [start, end)}. */
    public record LocalRange(LocalTime start, LocalTime end) {

        public LocalRange {
            if (!start.isBefore(end)) {
                throw new IllegalArgumentException("A half-day must start before it ends: " + start + " to " + end);
            }
        }

        /** Whether all of {@code other} is in it. */
        public boolean encloses(LocalRange other) {
            return !other.start.isBefore(start) && !other.end.isAfter(end);
        }

        public LocalDateTime startOn(LocalDate date) {
            return date.atTime(start);
        }

        public LocalDateTime endOn(LocalDate date) {
            return date.atTime(end);
        }

        /** As long as the clock on the wall counts, whatever is done to it in between. */
        public EventDuration length() {
            return EventDuration.between(startOn(LocalDate.EPOCH), endOn(LocalDate.EPOCH));
        }
    }
}
