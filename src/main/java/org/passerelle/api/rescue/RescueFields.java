package org.passerelle.api.rescue;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.Fields;
import org.passerelle.directory.RoomId;
import org.passerelle.rescue.RescueWish;
import org.passerelle.rescue.RescueWish.ChosenMove;
import org.passerelle.time.Interval;
import org.passerelle.time.WrittenTimes;

/**
 * What is to be done for a booking.
 *
 * @param recurrenceId which date; needed of a series
 * @param failed the rooms that cannot be used; without them those that are known not to be, and where none is nothing is moved
 * @param move where it is to go; without it to the best place
 */
@Schema(name = "RescueOrder")
record RescueFields(
        @Schema(format = "date-time") @Nullable String recurrenceId,
        @Nullable List<@Nullable String> failed,
        @Nullable MoveFields move) {

    private static final int MOST_ROOMS = 50;

    static final RescueFields NONE = new RescueFields(null, null, null);

    /** One of the places that were offered. */
    @Schema(name = "ChosenMove")
    record MoveFields(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<@Nullable String> rooms,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable
            String from,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable
            String to) {}

    /** @throws org.passerelle.api.InvalidRequest naming every field that makes no sense */
    RescueWish wish() {
        Fields errors = new Fields();
        Optional<Instant> date = recurrenceId == null
                ? Optional.empty()
                : errors.parsed("recurrenceId", recurrenceId, WrittenTimes::instant, "time.instant");
        List<RoomId> rooms = failed == null ? List.of() : rooms("failed", failed, errors);
        Optional<ChosenMove> to = move == null ? Optional.empty() : chosen(move, errors);
        errors.requireNone();
        return new RescueWish(date, rooms, to);
    }

    private static Optional<ChosenMove> chosen(MoveFields move, Fields errors) {
        List<RoomId> rooms = List.of();
        if (move.rooms() == null || move.rooms().isEmpty()) {
            errors.refuse("move.rooms", "field.missing");
        } else {
            rooms = rooms("move.rooms", move.rooms(), errors);
        }
        Optional<Instant> from = errors.parsed("move.from", move.from(), WrittenTimes::instant, "time.instant");
        Optional<Instant> to = errors.parsed("move.to", move.to(), WrittenTimes::instant, "time.instant");
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (!from.get().isBefore(to.get())) {
            errors.refuse("move.to", "time.order");
            return Optional.empty();
        }
        return Optional.of(new ChosenMove(rooms, Interval.of(from.get(), to.get())));
    }

    private static List<RoomId> rooms(String field, List<@Nullable String> named, Fields errors) {
        if (named.size() > MOST_ROOMS) {
            errors.refuse(field, "rescue.rooms");
            return List.of();
        }
        List<RoomId> rooms = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            errors.parsed(field + "[" + i + "]", named.get(i), RoomId::new, "closure.room")
                    .ifPresent(rooms::add);
        }
        return rooms;
    }
}
