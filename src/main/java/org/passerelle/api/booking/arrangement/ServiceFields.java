package org.passerelle.api.booking.arrangement;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** So much of a service, as clients order it. */
@Schema(name = "ServiceOrder")
public record ServiceFields(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Id of a service that the site of a room offers",
                example = "roissy-lunch")
        @Nullable
        String service,

        @Schema(description = "How many, 1 to 1000; 1 if left out", example = "12") @Nullable
        Integer quantity,

        @Schema(description = "What the site should know of it, one line of at most 500 characters") @Nullable
        String note) {}
