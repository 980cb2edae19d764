package org.passerelle.api.availability;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.RoomKind;

/** A question for a common time as clients send it. What is left out is null. */
@Schema(name = "ConferenceRequest")
record MeetingTimesFields(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Who meets where; 1 to 50, several may meet at one site")
        @Nullable
        List<@Nullable PartyFields> parties,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "ISO 8601", example = "PT1H") @Nullable
        String duration,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "The meeting lies wholly within; at most 800 days")
        @Nullable
        WindowFields window,

        @Schema(description = "The most slots to answer, 1 to 100; 10 by default") @Nullable
        Integer limit,

        @Schema(description = "Hours on the clock of each site outside of which nobody is to meet") @Nullable
        HoursFields dayHours,

        @Schema(
                allowableValues = {"start", "score"},
                description = "start by default")
        @Nullable
        String order,

        @ArraySchema(
                arraySchema = @Schema(description = "Kinds of room that will do; any by default"),
                schema = @Schema(implementation = RoomKind.class))
        @Nullable
        List<@Nullable String> kinds,

        @Schema(description = "Whether all rooms must be of one kind") @Nullable
        Boolean sameKind,

        @Schema(
                description = "Slots start at multiples of it, PT5M to P1D; by default every quarter-hour and when a"
                        + " stretch begins",
                example = "PT30M")
        @Nullable
        String step,

        @Schema(
                description = "RRULE of RFC 5545 with an end; a slot counts when every date of the series has rooms",
                example = "FREQ=WEEKLY;COUNT=6")
        @Nullable
        String recurrence) {

    /** Those who meet at one site. */
    @Schema(name = "ConferenceParty")
    record PartyFields(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "melun") @Nullable
            String site,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Seats needed", example = "4") @Nullable
            Integer attendees,

            @Schema(description = "Words of a room's equipment, or of what is counted and carried at the site")
            @Nullable
            List<@Nullable String> equipment) {}

    /** Two instants. */
    @Schema(name = "ConferenceWindow")
    record WindowFields(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time", example = "2026-12-01T00:00:00Z")
            @Nullable
            String from,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time", example = "2026-12-15T00:00:00Z")
            @Nullable
            String to) {}

    /** Two wall times. */
    @Schema(name = "DayHours")
    record HoursFields(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "09:00") @Nullable
            String from,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "18:00") @Nullable
            String to) {}
}
