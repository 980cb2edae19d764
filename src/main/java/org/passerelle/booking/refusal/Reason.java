package org.passerelle.booking.refusal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.directory.RoomId;

/**
 * One ground for refusing.
 *
 * @param room the room that refuses, when one does
 * @param recurrenceId the date concerned, when it is not all of them
 * @param details what the sentence for people needs, such as the limit that was passed, in ISO 8601 forms
 */
public record Reason(ReasonCode code, Optional<RoomId> room, Optional<Instant> recurrenceId, List<String> details) {

    public Reason {
        details = List.copyOf(details);
    }

    public static Reason of(ReasonCode code, String... details) {
        return new Reason(code, Optional.empty(), Optional.empty(), List.of(details));
    }

    public static Reason of(ReasonCode code, RoomId room, String... details) {
        return new Reason(code, Optional.of(room), Optional.empty(), List.of(details));
    }

    public Reason on(Instant date) {
        return new Reason(code, room, Optional.of(date), details);
    }
}
