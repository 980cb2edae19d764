package org.passerelle.booking.allocation;

import java.time.Instant;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Schedule;

/**
 * The schedule that a booking has and the one that takes its place, each expanded once.
 *
 * @param shift which day of the one takes the place of which of the other
 */
public record ScheduleChange(RuleStarts before, RuleStarts after, DayShift shift) {

    /**
     * Days that are left out move along with those of the rule, unless {@code wished} says others or changes by hand are undone.
     *
     * @param now when it is decided which dates have begun
     */
    public static ScheduleChange of(Booking old, Schedule wished, ByHand byHand, Instant now) {
        RuleStarts before = RuleStarts.of(old.schedule());
        RuleStarts after = RuleStarts.of(wished);
        DayShift shift = DayShift.between(before, after, byHand, old.occurrences(), now);
        boolean areCarried = byHand.kept()
                && wished.exclude().equals(old.schedule().exclude())
                && !wished.exclude().isEmpty();
        return new ScheduleChange(before, areCarried ? after.excluding(shift.of(wished.exclude())) : after, shift);
    }
}
