package org.passerelle.booking.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.booking.override.OverridableRule;
import org.passerelle.directory.RoomId;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Interval;

/**
 * What is to be different on one date; what is empty stays as it is.
 *
 * @param override rules that are to be set aside for it, for whoever may
 */
public record OccurrenceEdit(
        Optional<Instant> start,
        Optional<EventDuration> length,
        Optional<List<RoomId>> rooms,
        Set<OverridableRule> override) {

    public OccurrenceEdit {
        override = Set.copyOf(override);
    }

    /** One that keeps to all rules. */
    public OccurrenceEdit(Optional<Instant> start, Optional<EventDuration> length, Optional<List<RoomId>> rooms) {
        this(start, length, rooms, Set.of());
    }

    /** The same, with these rules set aside and no others. */
    public OccurrenceEdit overriding(Set<OverridableRule> rules) {
        return new OccurrenceEdit(start, length, rooms, rules);
    }

    /** When the date would be that is at {@code time} as {@code schedule} has it; a length that was said goes along with it. */
    public Interval of(Interval time, Schedule schedule) {
        ZoneId zone = schedule.zone();
        if (start.isEmpty() && length.isEmpty()) {
            return time;
        }
        return length.orElseGet(() -> schedule.lengthOf(time)).startingAt(start.orElse(time.start()), zone);
    }
}
