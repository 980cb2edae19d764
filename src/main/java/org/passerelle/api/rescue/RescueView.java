package org.passerelle.api.rescue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.availability.query.DateMove;
import org.passerelle.availability.query.DateMove.MoveKind;
import org.passerelle.booking.event.RoomsFailed.RoomFailure;
import org.passerelle.directory.RoomId;
import org.passerelle.rescue.FailedRoom;
import org.passerelle.rescue.RescuePlan;

/**
 * A date of a booking of which rooms cannot be used, and where it could go.
 *
 * @param recurrenceId which date of a series; left out of a booking that is none
 * @param rooms all that it has
 * @param failed those of them that it has to leave
 * @param moves the best first; none if nothing suits
 */
@Schema(name = "Rescue")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RescueView(
        String booking,
        @Nullable Instant recurrenceId,
        List<String> rooms,
        Instant from,
        Instant to,
        List<FailedView> failed,
        List<MoveView> moves) {

    /**
     * A room that cannot be used.
     *
     * @param reason left out if none is known
     */
    @Schema(name = "FailedRoom")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FailedView(
            String room,
            @Schema(implementation = RoomFailure.class) String cause,
            @Nullable String reason) {

        static FailedView of(FailedRoom failed) {
            return new FailedView(
                    failed.room().value(),
                    failed.cause().name(),
                    failed.reason().isEmpty() ? null : failed.reason());
        }
    }

    /**
     * A place to go.
     *
     * @param needsApproval whether the manager of a site has to agree
     */
    @Schema(name = "DateMove")
    record MoveView(
            @Schema(implementation = MoveKind.class) String kind,
            List<String> rooms,
            Instant from,
            Instant to,
            boolean needsApproval) {

        static MoveView of(DateMove move) {
            return new MoveView(
                    move.kind().name(),
                    move.rooms().stream().map(room -> room.id().value()).toList(),
                    move.time().start(),
                    move.time().end(),
                    move.mustAsk());
        }
    }

    static RescueView of(RescuePlan plan) {
        return new RescueView(
                plan.booking().id().value(),
                plan.booking().schedule().recurs() ? plan.date().recurrenceId() : null,
                plan.date().rooms().stream().map(RoomId::value).toList(),
                plan.date().time().start(),
                plan.date().time().end(),
                plan.failed().stream().map(FailedView::of).toList(),
                plan.moves().stream().map(MoveView::of).toList());
    }
}
