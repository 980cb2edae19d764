package org.passerelle.booking.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.passerelle.directory.RoomId;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Interval;

/** What is to be different on one date; what is empty stays as it is. */
public record OccurrenceEdit(Optional<Instant> start, Optional<EventDuration> length, Optional<List<RoomId>> rooms) {

    /** When the date would be that is at {@code time} as {@code schedule} has it; a length that was said goes along with it. */
    public Interval of(Interval time, Schedule schedule) {
        ZoneId zone = schedule.zone();
        if (start.isEmpty() && length.isEmpty()) {
            return time;
        }
        return length.orElseGet(() -> schedule.lengthOf(time)).startingAt(start.orElse(time.start()), zone);
    }
}
