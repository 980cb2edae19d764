package org.passerelle.api.booking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.Fields;
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
        List<@Nullable String> override) {

    /** The rules to set aside; {@code errors} are told if one is none. */
    Set<OverridableRule> overridden(Fields errors) {
        Set<OverridableRule> rules = EnumSet.noneOf(OverridableRule.class);
        List<@Nullable String> names = override == null ? List.of() : override;
        if (names.size() > OverridableRule.values().length) {
            errors.refuse("override", "booking.override");
        } else {
            names.forEach(name -> errors.parsed("override", name, OverridableRule::valueOf, "booking.override")
                    .ifPresent(rules::add));
        }
        return rules;
    }
}
