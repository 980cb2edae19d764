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

    /**
     * How a date stands: when, in which rooms, and how far it has come.
     *
     * @param asked what is asked for in its place and waits for a decision
     */
    public record LoggedDate(Interval time, List<RoomId> rooms, OccurrenceState state, Optional<AskedPlace> asked) {

        public LoggedDate {
            rooms = List.copyOf(rooms);
        }

        /** A date in the place of which nothing is asked for. */
        public LoggedDate(Interval time, List<RoomId> rooms, OccurrenceState state) {
            this(time, rooms, state, Optional.empty());
        }

        static LoggedDate of(Occurrence date) {
            return new LoggedDate(
                    date.time(),
                    date.rooms(),
                    date.state(),
                    date.openRequest().map(move -> new AskedPlace(move.time(), move.rooms())));
        }
    }

    /** When and where a date would be. */
    public record AskedPlace(Interval time, List<RoomId> rooms) {

        public AskedPlace {
            rooms = List.copyOf(rooms);
        }
    }

    /** Whether another place was asked for, for the first time or anew. */
    public boolean isAskedFor() {
        Optional<AskedPlace> asked = after.flatMap(LoggedDate::asked);
        return asked.isPresent() && !asked.equals(before.flatMap(LoggedDate::asked));
    }

    /** Whether what had been asked for waits no longer, and the date was not called off with it. */
    public boolean isAnswered() {
        boolean isCalledOff = before.filter(was -> was.state() != OccurrenceState.CANCELLED)
                        .isPresent()
                && after.filter(is -> is.state() == OccurrenceState.CANCELLED).isPresent();
        return before.flatMap(LoggedDate::asked).isPresent()
                && after.isPresent()
                && after.flatMap(LoggedDate::asked).isEmpty()
                && !isCalledOff;
    }
}
