package org.passerelle.api.booking.date;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.api.request.RequestView.DecisionView;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Occurrence.RequestedMove;
import org.passerelle.booking.policy.RequestDeadline;
import org.passerelle.directory.RoomId;

/**
 * What was asked for in the place of a date, last. Until it is decided the date is as it was and both places are held; then
 * {@code decision} says how, and {@code decideBy} is null.
 */
@Schema(name = "RequestedMove")
public record RequestedMoveView(
        Instant start,
        Instant end,
        List<String> rooms,
        Instant asked,
        @Nullable Instant decideBy,
        @Nullable DecisionView decision) {

    static RequestedMoveView of(
            BookingAccess access, Occurrence date, RequestedMove move, boolean tellsAll, Accounts accounts) {
        return new RequestedMoveView(
                move.time().start(),
                move.time().end(),
                move.rooms().stream().map(RoomId::value).toList(),
                move.asked(),
                move.isOpen() ? RequestDeadline.ofMove(access.booking(), date, access.directory()) : null,
                move.decision()
                        .map(made -> DecisionView.of(made, tellsAll, accounts))
                        .orElse(null));
    }
}
