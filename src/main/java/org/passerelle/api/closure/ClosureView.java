package org.passerelle.api.closure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.AffectedDate.ClosureOutcome;
import org.passerelle.closure.model.ClosureType;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.closure.model.SiteClosure.ClosureStep;
import org.passerelle.directory.RoomId;

/**
 * A closure.
 *
 * @param rooms empty for the whole site
 * @param from local time of the site
 * @param undoUntil until when ending it brings back what it called off
 * @param endedAt when it was taken back; null if it was not
 * @param pending how many of the dates it hits are still to be dealt with
 * @param total of those affected, shown here or not
 */
@Schema(name = "Closure")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ClosureView(
        String id,
        String site,
        List<String> rooms,

        @Schema(type = "string", example = "2027-01-12T00:00")
        String from,

        @Schema(type = "string", example = "2027-01-13T00:00")
        String to,

        String reason,
        @Schema(implementation = OnBookings.class) String onBookings,
        @Schema(implementation = ClosureType.class) String type,
        @Schema(implementation = ClosureStep.class) String state,
        Instant createdAt,
        Instant undoUntil,
        @Nullable Instant endedAt,
        long pending,
        int total,
        List<AffectedView> affected) {

    /** @param most so many of those affected are shown */
    static ClosureView of(SiteClosure closure, List<AffectedDate> affected, int most) {
        List<AffectedView> all = affected.stream().flatMap(AffectedView::of).toList();
        return new ClosureView(
                closure.id(),
                closure.plan().site().value(),
                closure.plan().rooms().stream().map(RoomId::value).toList(),
                written(closure.plan().from()),
                written(closure.plan().to()),
                closure.plan().reason(),
                closure.plan().onBookings().name(),
                closure.plan().type().name(),
                closure.step().name(),
                closure.at(),
                closure.undoUntil(),
                closure.ended().orElse(null),
                affected.stream()
                        .filter(date -> date.fate().outcome() == ClosureOutcome.PENDING)
                        .count(),
                all.size(),
                all.subList(0, Math.min(most, all.size())));
    }

    /** As clients write it, seconds only where there are some. */
    private static String written(LocalDateTime local) {
        return local.toString();
    }
}
