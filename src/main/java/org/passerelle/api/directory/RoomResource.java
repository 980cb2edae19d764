package org.passerelle.api.directory;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.directory.RulesResource.MailResource;
import org.passerelle.directory.RoomKind;

/**
 * A room as the directory's file says it, under the same keys. What is left out is as its site, or the network, has it.
 *
 * @param id stays as it is
 * @param site stays as well
 * @param units of DESK and EQUIPMENT, how many there are, in the place of {@code capacity}
 * @param parts of a room that is combined of others, their ids
 */
@Schema(name = "RoomEntry")
record RoomResource(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String site,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = RoomKind.class) @Nullable
        String kind,

        @Nullable Integer capacity,
        @Nullable Integer units,
        @Nullable List<String> equipment,
        @Nullable List<String> joinMethods,
        @Nullable EndpointResource endpoint,
        @Nullable Boolean stepFree,
        @Nullable List<String> parts,
        @Nullable RulesResource rules,
        @Nullable MailResource mail) {

    /**
     * How it is called.
     *
     * @param codec only told to the network administrator, and only said by them
     */
    @Schema(name = "EndpointEntry")
    record EndpointResource(
            @Nullable String sip,
            @Nullable String h323,
            @Nullable String phone,
            @Nullable Integer callRate,
            @Nullable CodecResource codec) {}

    /** Which device is told of its meetings. */
    @Schema(name = "CodecEntry")
    record CodecResource(
            @Nullable String type,
            @Nullable String url,
            @Nullable String credential,
            @Nullable String fingerprint,
            @Nullable Boolean showsTitles) {}
}
