package org.passerelle.api.booking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.override.OverridableRule;

/** The fields of a booking as clients send them, to make one or to change some of it. */
@Schema(name = "BookingRequest")
record BookingFields(
        @JsonUnwrapped OrderFields order,

        @Schema(description = "ISO 8601; keep the rooms for so long, until confirmed", example = "PT10M") @Nullable
        String hold,

        @Schema(
                format = "email",
                description = "Whose booking it is to be, if not yours; their rights and limits count",
                example = "louis@atelier-brie.example")
        @Nullable
        String onBehalfOf,

        @ArraySchema(
                arraySchema =
                        @Schema(
                                description =
                                        "Rules to set aside, for whoever runs the sites of all rooms; for this request alone"),
                schema = @Schema(implementation = OverridableRule.class))
        @Nullable
        List<@Nullable String> override) {}
