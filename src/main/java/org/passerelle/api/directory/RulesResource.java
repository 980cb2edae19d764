package org.passerelle.api.directory;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.MailRules;
import org.passerelle.directory.permission.BookingGrant;
import org.passerelle.directory.permission.BookingQuota.QuotaHolder;
import org.passerelle.directory.permission.BookingQuota.QuotaPeriod;

/**
 * What a site or a room says of when and by whom it may be booked, under the keys of the directory's file. What is left out is as
 * the site, or the network, has it. Lengths of time are as ISO 8601 writes them.
 */
@Schema(name = "BookingRules")
record RulesResource(
        @Schema(example = "Mo-Fr 08:00-20:00; Sa 09:00-12:00") @Nullable
        String hours,

        @Nullable String shortest,
        @Nullable String longest,
        @Nullable String notice,
        @Nullable String horizon,
        @Nullable BuffersResource buffers,

        @Schema(description = "Ids of the only organisations that may book, or the word everyone alone") @Nullable
        List<String> bookableBy,

        @Nullable Boolean approval,
        @Nullable String decideBefore,
        @Nullable Boolean guests,
        @Nullable ArrivalResource arrival,

        @Schema(description = "By their ids; an empty object where a wider rule offers some and this none") @Nullable
        Map<String, LayoutResource> layouts,

        @Nullable List<PermissionResource> permissions,

        @Schema(description = "Who may ask for what the rules forbid; or the word everyone or nobody alone") @Nullable
        List<String> outOfPolicy,

        @Nullable List<QuotaResource> quotas) {

    @Schema(name = "BufferRules")
    record BuffersResource(
            @Nullable String before,
            @Nullable String after,

            @Schema(allowableValues = {"both", "longer"}) @Nullable
            String neighbours) {}

    /** @param grace never, or how long after the start a room is given back to which nobody has come */
    @Schema(name = "ArrivalRules")
    record ArrivalResource(
            @Nullable String grace,
            @Nullable String warning,
            @Nullable String longest,
            @Nullable Integer mostPeople,
            @Nullable String walkUp,
            @Nullable NoShowsResource noShows) {}

    @Schema(name = "NoShowRules")
    record NoShowsResource(
            @Nullable Integer person,
            @Nullable Integer organisation,
            @Nullable String within) {}

    @Schema(name = "LayoutRules")
    record LayoutResource(
            @Nullable String name,
            @Nullable Integer seats,
            @Nullable String setUp,
            @Nullable String cleanUp) {}

    /** @param who ids of organisations, MEMBERS, MANAGERS, OUTSIDERS, or the word everyone alone */
    @Schema(name = "PermissionRule")
    record PermissionResource(
            @Nullable List<String> who,
            @Nullable String during,
            @Nullable String longerThan,
            @Nullable String upTo,
            @Nullable Boolean series,

            @Schema(implementation = BookingGrant.class) @Nullable
            String may) {}

    @Schema(name = "QuotaRule")
    record QuotaResource(
            @Schema(implementation = QuotaHolder.class) @Nullable
            String per,

            @Nullable String hours,

            @Schema(implementation = QuotaPeriod.class) @Nullable
            String in,

            @Nullable Integer openBookings) {}

    /** How invitations that are mailed to a room are answered. */
    @Schema(name = "InvitationRules")
    record MailResource(
            @Schema(implementation = MailRules.Mode.class) @Nullable
            String mode,

            @Schema(implementation = MailRules.Outsiders.class) @Nullable
            String outsiders,

            @Nullable List<String> domains,
            @Nullable Integer mostMissed,
            @Nullable Integer mostMissedPercent,

            @Schema(implementation = MailRules.Beyond.class) @Nullable
            String beyondHorizon) {}
}
