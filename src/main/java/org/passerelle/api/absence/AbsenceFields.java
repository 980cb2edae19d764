package org.passerelle.api.absence;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** For when somebody is away and what becomes of their dates then, as clients send it. */
@Schema(name = "AbsenceRequest")
record AbsenceFields(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable
        String from,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable
        String to,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"CANCEL", "HAND_OVER"})
        @Nullable
        String bookings,

        @Schema(format = "email", description = "Which colleague gets them, with HAND_OVER") @Nullable
        String handOverTo) {}
