package org.passerelle.api.directory;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.device.codec.CodecFailure;
import org.passerelle.device.codec.CodecState;
import org.passerelle.device.sip.LineState;
import org.passerelle.device.sip.LineVerdict;
import org.passerelle.directory.Codec;
import org.passerelle.directory.Endpoint;
import org.passerelle.directory.Room;

/**
 * The device of a room as its manager sees it.
 *
 * @param callRate in kbit/s
 * @param addresses where it is called
 * @param codec null if nothing can be told of coming meetings
 * @param line what was last found out by SIP; null if it was never asked
 */
record SuiteView(
        String room,
        String site,

        @ArraySchema(schema = @Schema(allowableValues = {Endpoint.WEB, Endpoint.SIP, Endpoint.H323, Endpoint.PSTN}))
        List<String> joinMethods,

        int callRate,
        List<Address> addresses,
        @Nullable CodecView codec,
        @Nullable LineView line) {

    /** Where it is called by one of its methods. */
    record Address(
            @Schema(allowableValues = {Endpoint.SIP, Endpoint.H323, Endpoint.PSTN})
            String kind,

            String address) {}

    /**
     * @param credential the name under which its user and password are kept
     * @param toldAt when it last took its meetings; null if it never did
     * @param failing whether the last try failed
     * @param failure why the last try failed that did; null if none did
     * @param retryAt null while it is well
     */
    record CodecView(
            URI url,
            String credential,
            @Nullable Instant toldAt,
            boolean failing,
            @Nullable CodecFailure failure,
            @Nullable Instant failedAt,
            @Nullable Instant retryAt) {

        static CodecView of(Codec codec, CodecState state) {
            return new CodecView(
                    codec.url(),
                    codec.credential(),
                    state.told().orElse(null),
                    state.isFailing(),
                    state.failure().map(CodecState.Failure::why).orElse(null),
                    state.failure().map(CodecState.Failure::at).orElse(null),
                    state.retryAt().orElse(null));
        }
    }

    /**
     * @param status the code that came back; null if none did
     * @param answeredAt when it last answered; null if it never did
     */
    record LineView(
            Instant askedAt,
            LineVerdict verdict,
            @Nullable Integer status,
            @Nullable Instant answeredAt) {

        static LineView of(LineState state) {
            return new LineView(
                    state.asked(),
                    state.verdict(),
                    state.status().orElse(null),
                    state.answered().orElse(null));
        }
    }

    static SuiteView of(Room room, CodecState codecState, Optional<LineState> lineState) {
        Endpoint endpoint = room.profile().endpoint();
        return new SuiteView(
                room.id().value(),
                room.site().value(),
                endpoint.methods(),
                endpoint.callRate(),
                endpoint.addresses().methods().stream()
                        .map(method -> new Address(
                                method, endpoint.addresses().of(method).orElse("")))
                        .toList(),
                endpoint.codec().map(codec -> CodecView.of(codec, codecState)).orElse(null),
                lineState.map(LineView::of).orElse(null));
    }
}
