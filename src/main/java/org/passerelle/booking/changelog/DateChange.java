package org.passerelle.booking.changelog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/** What a write did to one date: how it was and how it is. One of both is empty if there was no such date, or there is none any more. */
public record DateChange(Instant recurrenceId, Optional<LoggedDate> before, Optional<LoggedDate> after) {

    /** How a date stands: when, in which rooms, and how far it has come. */
    public record LoggedDate(Interval time, List<RoomId> rooms, OccurrenceState state) {

        public LoggedDate {
            rooms = List.copyOf(rooms);
        }

        static LoggedDate of(Occurrence date) {
            return new LoggedDate(date.time(), date.rooms(), date.state());
        }
    }
}
