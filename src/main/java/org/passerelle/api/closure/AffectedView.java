package org.passerelle.api.closure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.AffectedDate.ClosureOutcome;
import org.passerelle.closure.model.AffectedDate.OfferedMove;
import org.passerelle.directory.RoomId;

/**
 * A date in a room that is shut.
 *
 * @param recurrenceId which date of a series; left out of a booking that is none
 * @param requested true for what waits for a decision in the place of the date, which itself is elsewhere; left out of a date
 * @param outcome what became of it; left out while the closure is only tried
 * @param offer what its organiser is offered, or took
 */
@Schema(name = "AffectedBooking")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AffectedView(
        String booking,
        @Nullable Instant recurrenceId,
        String room,
        Instant from,
        Instant to,
        @Nullable Boolean requested,

        @Schema(implementation = ClosureOutcome.class) @Nullable
        String outcome,

        @Nullable OfferedView offer) {

    /** Rooms at a time. */
    @Schema(name = "OfferedMove")
    public record OfferedView(List<String> rooms, Instant from, Instant to) {

        static OfferedView of(OfferedMove move) {
            return new OfferedView(
                    move.rooms().stream().map(RoomId::value).toList(),
                    move.time().start(),
                    move.time().end());
        }
    }

    /** One for each room of {@code date}, as of a closure that is only tried. */
    static Stream<AffectedView> tried(AffectedDate date) {
        return date.rooms().stream().map(room -> of(date, room, null, null));
    }

    /** One for each room of {@code date}. */
    static Stream<AffectedView> of(AffectedDate date) {
        OfferedView offer = date.fate().offer().map(OfferedView::of).orElse(null);
        return date.rooms().stream()
                .map(room -> of(date, room, date.fate().outcome().name(), offer));
    }

    private static AffectedView of(
            AffectedDate date, RoomId room, @Nullable String outcome, @Nullable OfferedView offer) {
        return new AffectedView(
                date.name().booking().value(),
                date.recurs() ? date.name().recurrenceId() : null,
                room.value(),
                date.time().start(),
                date.time().end(),
                date.requested() ? true : null,
                outcome,
                offer);
    }
}
