package org.passerelle.api.availability;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.RoomKind;

/** What a client sends to find rooms. Everything arrives as text, so that each field that makes no sense can be named. */
@Schema(name = "RoomSearch")
record RoomSearchFields(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                format = "date-time",
                example = "2026-12-01T09:00:00+01:00")
        @Nullable
        String from,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                format = "date-time",
                description = "After from, at most 69 days",
                example = "2026-12-01T10:00:00+01:00")
        @Nullable
        String to,

        @Schema(
                description = "RRULE of RFC 5545; from and to are then those of the first date, at most 750 dates",
                example = "FREQ=WEEKLY;COUNT=6")
        @Nullable
        String recurrence,

        @Schema(
                description = "IANA zone on whose clock the dates recur; by default that of the first site asked for,"
                        + " otherwise the offset of from",
                example = "Europe/Paris")
        @Nullable
        String timeZone,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Seats needed; of desks so many",
                example = "6")
        @Nullable
        Integer attendees,

        @ArraySchema(
                arraySchema =
                        @Schema(
                                description =
                                        "Kinds of room that will do; every kind but DESK and EQUIPMENT by default"),
                schema = @Schema(implementation = RoomKind.class))
        @Nullable
        List<@Nullable String> kinds,

        @Schema(description = "Words of a room's equipment, or of what is counted and carried at its site") @Nullable
        List<@Nullable String> equipment,

        @Schema(description = "Ids of the sites that will do, at most 200; every site by default") @Nullable
        List<@Nullable String> sites,

        @Schema(description = "Whether a wheelchair must reach it; no by default") @Nullable
        Boolean stepFree,

        @Schema(
                description =
                        "A layout in which it must be possible to furnish the room; seats and times are then those of it",
                example = "theatre")
        @Nullable
        String layout,

        @Schema(description = "The most rooms to answer, 1 to 1000; 100 by default") @Nullable
        Integer limit) {}
