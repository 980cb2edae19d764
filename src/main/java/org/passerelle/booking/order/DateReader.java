package org.passerelle.booking.order;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.passerelle.booking.model.OccurrenceEdit;
import org.passerelle.booking.order.TimesReader.ReadTimes;
import org.passerelle.directory.SiteClock;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Interval;
import org.passerelle.time.WallTime;
import org.passerelle.time.WrittenTimes;

/** Reads when one date of a series is to be instead. */
final class DateReader {

    private final TimesText sent;
    private final TimesReader times;
    private final OrderFaults faults;

    DateReader(TimesText sent, SiteClock clock, StandingDay day, OrderFaults faults) {
        this.sent = sent;
        this.times = new TimesReader(sent, clock, day, faults);
        this.faults = faults;
    }

    /**
     * The rooms stay.
     *
     * @param standing when the date is
     * @param series on whose clocks that is
     */
    OccurrenceEdit read(Interval standing, ZoneId series) {
        if (sent.isPartOfADay()) {
            Optional<Interval> part = interval(times.ofPart());
            return new OccurrenceEdit(
                    part.map(Interval::start), part.map(Interval::length).map(EventDuration::exact), Optional.empty());
        }
        ZoneId zone = times.zone(series);
        Optional<Instant> start =
                sent.start() == null ? Optional.empty() : times.start(zone).map(local -> WallTime.instant(local, zone));
        return new OccurrenceEdit(start, length(start.orElse(standing.start()), zone), Optional.empty());
    }

    private static Optional<Interval> interval(ReadTimes part) {
        return part.start().flatMap(from -> part.length().map(length -> length.startingAt(from, part.zone())));
    }

    private Optional<EventDuration> length(Instant start, ZoneId zone) {
        if (times.isSaidTwice()) {
            return Optional.empty();
        }
        if (sent.end() != null) {
            return faults.parsed(
                    OrderField.END,
                    sent.end(),
                    text -> WrittenTimes.between(start, WallTime.instant(WrittenTimes.local(text, zone), zone)),
                    OrderFaultCode.END);
        }
        return sent.duration() == null ? Optional.empty() : times.duration();
    }
}
