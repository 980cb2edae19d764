package org.passerelle.api.booking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fields of a booking that somebody waits for, and how long they will wait. */
@Schema(name = "WaitRequest")
record WaitFields(
        @JsonUnwrapped OrderFields order,

        @Schema(format = "date-time", description = "Instant after which to wait no longer; by default the first start")
        @Nullable
        String until) {}
