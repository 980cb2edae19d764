package org.passerelle.calendar.read;

import java.time.Instant;
import java.time.LocalDateTime;
import org.passerelle.calendar.zone.EventClock;

/**
 * What the dates of an event have in common.
 *
 * @param start what {@code clock} shows at the first date, as it was written, so also a time that clocks skip that night
 */
public record RecurringTime(LocalDateTime start, EventClock clock, EventLength length) {

    /** The date that begins when the clock shows {@code local}. */
    EventTime at(LocalDateTime local, boolean wholeDay) {
        Instant begin = wholeDay ? clock.startOf(local.toLocalDate()) : clock.instant(local);
        return new EventTime(
                moment(local, begin, wholeDay),
                wholeDay && length.time().isZero()
                        ? clock.startOf(local.toLocalDate().plusDays(length.days()))
                        : length.end(local, clock),
                new RecurringTime(local, clock, length));
    }

    /** Under another zone's name its local time is another, for it is the moment that counts. */
    private EventMoment moment(LocalDateTime local, Instant begin, boolean wholeDay) {
        return clock.exact()
                ? new EventMoment(local, clock.zone(), begin, wholeDay)
                : new EventMoment(LocalDateTime.ofInstant(begin, clock.zone()), clock.zone(), begin, wholeDay);
    }

    RecurringTime by(EventClock other) {
        return new RecurringTime(start, other, length);
    }
}
