package org.passerelle.booking.policy;

import java.time.Duration;
import java.time.Period;
import org.passerelle.directory.BookingRules;
import org.passerelle.time.WeeklyHours;

/** The rules of a room that decide at which times it may be had. Rooms of one site that share them may be had at the same times. */
public record TimeLimits(
        WeeklyHours openingHours, Duration shortest, Duration longest, Duration notice, Period horizon) {

    public static TimeLimits of(BookingRules rules) {
        return new TimeLimits(rules.openingHours(), rules.shortest(), rules.longest(), rules.notice(), rules.horizon());
    }
}
