package org.passerelle.api.booking;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.conference.DialIn;

/**
 * How to join a conference.
 *
 * @param room what it is called on its server; null as long as the booking is not confirmed
 * @param joinUrl the reader's own link; that of a room for whoever only connects rooms
 * @param rooms those that the reader may connect
 */
@Schema(name = "BookingConference")
record JoiningView(
        String provider, @Nullable String room, String joinUrl, List<DialInView> dialIn, List<RoomView> rooms) {

    /** A way in for what is no browser. */
    @Schema(name = "DialIn")
    record DialInView(
            @Schema(allowableValues = {"SIP", "H323", "PSTN"})
            String kind,

            String address,
            @Nullable String pin) {

        static DialInView of(DialIn dialIn) {
            return new DialInView(
                    dialIn.kind().name(), dialIn.address(), dialIn.pin().orElse(null));
        }
    }

    /** The link of one room. */
    @Schema(name = "RoomJoining")
    record RoomView(String room, String joinUrl) {}
}
