package org.passerelle.notification.choice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Hours of each day in which somebody wants no mail that can wait, on their own clock.
 *
 * @param from inclusive
 * @param to exclusive; before {@code from} where they go over midnight. Equal to it if no hours are quiet
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** {@code moment}, or the end of the quiet hours that it lies in. */
    public Instant after(Instant moment, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        if (!holds(local.toLocalTime())) {
            return moment;
        }
        boolean endsTomorrow = to.isBefore(from) && !local.toLocalTime().isBefore(from);
        LocalDate day = endsTomorrow ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        ZonedDateTime end = day.atTime(to).atZone(zone);
        // Where clocks are put back, the end may be in the first of two hours and the moment in the second.
        return end.toInstant().isAfter(moment)
                ? end.toInstant()
                : end.withLaterOffsetAtOverlap().toInstant();
    }

    private boolean holds(LocalTime time) {
        return to.isBefore(from)
                ? !time.isBefore(from) || time.isBefore(to)
                : !time.isBefore(from) && time.isBefore(to);
    }
}
