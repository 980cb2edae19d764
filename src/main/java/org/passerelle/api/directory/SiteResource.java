package org.passerelle.api.directory;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.directory.RulesResource.MailResource;
import org.passerelle.directory.arrangement.ServiceOffer.ServiceKind;

/**
 * A site as the directory's file says it, under the same keys, without its rooms. What is left out is as the network has it.
 *
 * @param id stays as it is
 * @param operator only told to the network administrator, and only said by them, as are {@code zone} and {@code video}
 * @param calendars names of calendars of closed days
 */
@Schema(name = "SiteEntry")
record SiteResource(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Nullable String operator,
        @Nullable String zone,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String address,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        PositionResource position,

        @Nullable Boolean stepFree,
        @Nullable HalfDaysResource halfDays,
        @Nullable List<String> calendars,
        @Nullable List<ClosedDays> closures,
        @Nullable RulesResource rules,
        @Nullable MailResource mail,
        @Nullable SiteVideoFields video,

        @Schema(description = "What it brings or does for meetings, by ids") @Nullable
        Map<String, ServiceResource> services) {

    /** In degrees (WGS 84). */
    @Schema(name = "SitePosition")
    record PositionResource(
            @Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {}

    /** Hours such as 08:30-12:30. */
    @Schema(name = "HalfDayHours")
    record HalfDaysResource(
            @Nullable String morning,
            @Nullable String afternoon,
            @Nullable String day) {}

    /** @param to the last day; {@code from} if it is left out */
    @Schema(name = "ClosedDays")
    record ClosedDays(
            @Schema(format = "date") @Nullable String from,
            @Schema(format = "date") @Nullable String to,
            @Nullable String reason) {}

    /** What its conferences use up. */
    @Schema(name = "SiteVideo")
    record SiteVideoFields(
            @Nullable Integer lines,
            @Nullable Integer uplink,
            @Nullable List<VideoDays> changes) {}

    /** Days on which there is another amount. */
    @Schema(name = "SiteVideoDays")
    record VideoDays(
            @Schema(format = "date") @Nullable String from,
            @Schema(format = "date") @Nullable String to,
            @Nullable Integer lines,
            @Nullable Integer uplink) {}

    /**
     * Something that is ordered with a booking.
     *
     * @param notice how long before the start, as ISO 8601 writes it
     * @param rooms ids of the only rooms in which it is to be had
     * @param orders the address to which orders are mailed
     */
    @Schema(name = "ServiceEntry")
    record ServiceResource(
            @Nullable String name,

            @Schema(implementation = ServiceKind.class) @Nullable
            String kind,

            @Nullable String notice,
            @Nullable Integer perDay,
            @Nullable Integer atOnce,
            @Nullable List<String> rooms,
            @Nullable String orders) {}
}
