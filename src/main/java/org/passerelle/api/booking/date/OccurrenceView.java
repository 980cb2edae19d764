package org.passerelle.api.booking.date;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.directory.RoomId;

/**
 * One date; {@code recurrenceId} is the start its rule gave it. Whoever may not know what became of it is told no outcome,
 * and of its state only whether it holds its rooms: {@code PLANNED} or {@code CANCELLED}.
 */
@Schema(name = "Occurrence")
public record OccurrenceView(
        Instant recurrenceId,
        Instant start,
        Instant end,
        List<String> rooms,
        @Schema(implementation = OccurrenceState.class) String state,

        @Schema(allowableValues = {"KEPT", "SUBSTITUTED"}) @Nullable
        String outcome,

        @Nullable CancellationView cancellation,
        @Nullable RequestedMoveView requested) {

    /** That it was called off by somebody else than the organiser, or by the program if {@code by} is null. */
    @Schema(name = "Cancellation")
    public record CancellationView(
            @Nullable String by, Instant at, @Nullable String message) {}

    /** Without what was said about it. */
    public static OccurrenceView of(Occurrence occurrence, boolean tellsCourse) {
        return of(occurrence, tellsCourse, null, null);
    }

    static OccurrenceView of(
            Occurrence occurrence,
            boolean tellsCourse,
            @Nullable CancellationView cancellation,
            @Nullable RequestedMoveView requested) {
        OccurrenceState held = occurrence.occupies() ? OccurrenceState.PLANNED : OccurrenceState.CANCELLED;
        return new OccurrenceView(
                occurrence.recurrenceId(),
                occurrence.time().start(),
                occurrence.time().end(),
                occurrence.rooms().stream().map(RoomId::value).toList(),
                (tellsCourse ? occurrence.state() : held).name(),
                tellsCourse ? occurrence.outcome().name() : null,
                cancellation,
                requested);
    }
}
