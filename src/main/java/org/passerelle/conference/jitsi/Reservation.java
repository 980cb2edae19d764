package org.passerelle.conference.jitsi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What {@code mod_reservations} is answered when a conference may start.
 *
 * @param id a JSON string: a number would come back as {@code 4711.0}
 * @param name as it was asked for
 * @param mailOwner as it was asked for; it is a random address, and no identity
 * @param startTime with seconds, without which it is refused; a number would make the module fail
 * @param duration in seconds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Reservation(
        String id,
        String name,
        @JsonProperty("mail_owner") String mailOwner,
        @JsonProperty("start_time") String startTime,
        long duration,
        @JsonProperty("max_occupants") @Nullable Integer maxOccupants) {

    /** Why a conference may not start, as its people are told. */
    @Schema(name = "ReservationRefused")
    record Refused(String message) {}
}
