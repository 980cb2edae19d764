package org.passerelle.api.booking;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a booking that somebody waits for, as of one that is made at once, and how long they will wait. */
@Schema(name = "WaitRequest")
record WaitFields(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String title,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Wall time in timeZone, such as 2026-12-01T09:00",
                example = "2026-12-01T09:00")
        @Nullable
        String start,

        @Schema(description = "IANA name; by default that of the first room's site", example = "Europe/Paris") @Nullable
        String timeZone,

        @Schema(description = "ISO 8601; this or end. P1D is a day on the clock, PT24H are 24 hours", example = "PT1H")
        @Nullable
        String duration,

        @Schema(description = "Wall time in timeZone at which every date ends; this or duration") @Nullable
        String end,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Ids of rooms; countable equipment named twice means two units")
        @Nullable
        List<String> rooms,

        @Schema(description = "RRULE of RFC 5545, daily or coarser", example = "FREQ=WEEKLY;COUNT=6") @Nullable
        String recurrence,

        @ArraySchema(
                arraySchema = @Schema(description = "Local dates that the recurrence leaves out"),
                schema = @Schema(format = "date"))
        @Nullable
        List<String> exclude,

        @Schema(allowableValues = {"REJECT", "SKIP", "SUBSTITUTE"}) @Nullable
        String onConflict,

        @Nullable Boolean reacquire,
        @Nullable List<BookingFields.Invited> attendees,
        BookingFields.@Nullable Conference conference,

        @Schema(allowableValues = {"PRIVATE", "ORGANISATION", "PUBLIC"}) @Nullable
        String visibility,

        @Nullable String notes,

        @Schema(description = "People expected in the rooms") @Nullable
        Integer headcount,

        @Schema(format = "date-time", description = "Instant after which to wait no longer; by default the first start")
        @Nullable
        String until) {

    BookingFields booking() {
        return new BookingFields(
                title,
                start,
                timeZone,
                duration,
                end,
                rooms,
                recurrence,
                exclude,
                onConflict,
                reacquire,
                attendees,
                conference,
                null,
                visibility,
                notes,
                headcount);
    }
}
