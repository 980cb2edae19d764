package org.passerelle.web.device;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.device.RoomDates.RoomDate;
import org.passerelle.time.Interval;

/**
 * How a room stands at one moment, and for how long that is true.
 *
 * @param until when the panel has to say something else; a panel without network says from then on that it does not know
 * @param next when the room is taken; empty if it is not any more today
 */
record PanelOutlook(PanelState state, Instant until, Optional<Instant> next) {

    private static final Duration SOON = Duration.ofMinutes(15);

    /**
     * @param open opening hours of the day
     * @param release when what is going on is given back unless somebody checks in
     * @param current what is going on
     * @param ahead what begins later, by start
     */
    static PanelOutlook of(
            Instant now,
            Interval day,
            List<Interval> open,
            Optional<RoomDate> current,
            Optional<Instant> release,
            List<RoomDate> ahead) {
        Optional<Instant> next =
                ahead.stream().map(date -> date.date().time().start()).findFirst();
        if (current.isPresent()) {
            Instant end = current.get().date().time().end();
            return release.map(at -> new PanelOutlook(PanelState.CHECK_IN, Interval.earlier(at, end), next))
                    .orElseGet(() -> new PanelOutlook(PanelState.BUSY, end, next));
        }
        Optional<Interval> hours =
                open.stream().filter(each -> each.contains(now)).findFirst();
        if (hours.isEmpty()) {
            Instant opens = open.stream()
                    .map(Interval::start)
                    .filter(now::isBefore)
                    .findFirst()
                    .orElse(day.end());
            return new PanelOutlook(PanelState.CLOSED, earliest(opens, next), next);
        }
        boolean isSoon = next.filter(at -> at.isBefore(now.plus(SOON))).isPresent();
        return new PanelOutlook(
                isSoon ? PanelState.SOON : PanelState.FREE, earliest(hours.get().end(), next), next);
    }

    private static Instant earliest(Instant one, Optional<Instant> other) {
        return Stream.concat(Stream.of(one), other.stream())
                .min(Instant::compareTo)
                .orElse(one);
    }
}
