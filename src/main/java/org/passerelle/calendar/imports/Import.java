package org.passerelle.calendar.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.calendar.read.SchedulingMessage.BrokenEvent;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/** An external calendar that occupies a room. */
public record Import(
        String id,
        RoomId room,
        ImportSource source,
        String name,
        Instant createdAt,
        ImportStanding standing,
        ImportFindings findings) {

    /**
     * Where it stands.
     *
     * @param lookedAt when it was last looked at, successfully or not; empty before the first time
     * @param next when it is looked at again
     * @param failures in a row
     * @param failure why the last look failed, if it did
     */
    public record ImportStanding(
            Optional<Instant> lookedAt, Instant next, int failures, Optional<ImportFailure> failure) {}

    /**
     * What was found in it the last time that it could be read.
     *
     * @param occupying dates that occupy the room
     * @param collisions dates that do not, because the room is taken
     * @param broken events that are not understood; of very many the first
     */
    public record ImportFindings(int occupying, List<Collision> collisions, List<BrokenEvent> broken) {

        public static final ImportFindings NONE = new ImportFindings(0, List.of(), List.of());

        public ImportFindings {
            collisions = List.copyOf(collisions);
            broken = List.copyOf(broken);
        }
    }

    /**
     * A date that cannot occupy the room.
     *
     * @param title for the managers of the site, who are the only ones to see it
     * @param taken what is in its way
     */
    public record Collision(String title, Interval time, List<Interval> taken) {

        public Collision {
            taken = List.copyOf(taken);
        }

        static Collision of(ExternalDate date, List<Conflict> conflicts) {
            return new Collision(
                    date.title(),
                    date.time(),
                    conflicts.stream().map(Conflict::taken).distinct().toList());
        }
    }

    /** The id of the booking that a date of this import makes, always the same. */
    BookingId booking(String key) {
        return BookingId.forName("import\n" + id + "\n" + key);
    }
}
