package org.passerelle.booking.policy;

import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import org.passerelle.directory.BookingRules;
import org.passerelle.directory.permission.BookingPermissions;
import org.passerelle.time.WeeklyHours;

/**
 * The rules of a room that decide at which times it may be had. Rooms of one site that share them may be had at the same times.
 *
 * @param access empty where who may book does not go by the time
 */
public record TimeLimits(
        WeeklyHours openingHours,
        Duration shortest,
        Duration longest,
        Duration notice,
        Period horizon,
        BookingPermissions permissions,
        Optional<BookingRules.Access> access) {

    public static TimeLimits of(BookingRules rules) {
        return new TimeLimits(
                rules.openingHours(),
                rules.shortest(),
                rules.longest(),
                rules.notice(),
                rules.horizon(),
                rules.permissions(),
                rules.permissions().isEmpty() ? Optional.empty() : Optional.of(rules.access()));
    }
}
