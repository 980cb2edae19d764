package org.passerelle.device.status;

import java.util.Collection;
import java.util.Optional;
import org.passerelle.device.codec.CodecFailure;
import org.passerelle.device.codec.CodecState;
import org.passerelle.device.codec.CodecUpdates;
import org.passerelle.device.sip.LineChecks;
import org.passerelle.device.sip.LineState;
import org.passerelle.directory.Endpoint;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.springframework.stereotype.Component;

/** Tells how the devices stand, by whether they took their meetings and answered by SIP when they were last tried. */
@Component
public class DeviceStatuses {

    private final CodecUpdates codecs;
    private final LineChecks lines;

    DeviceStatuses(CodecUpdates codecs, LineChecks lines) {
        this.codecs = codecs;
        this.lines = lines;
    }

    /** Whether the room has a device that can be tried at all. */
    public static boolean canBeTried(Room room) {
        Endpoint endpoint = room.profile().endpoint();
        return endpoint.codec().isPresent() || endpoint.addresses().sip().isPresent();
    }

    /** Has the devices of {@code rooms} asked soon whether they answer, whenever they were asked before; waits for none. */
    public void askAgain(Collection<RoomId> rooms) {
        lines.askSoon(rooms);
    }

    public DeviceStatus of(Room room) {
        boolean hasCodec = room.profile().endpoint().codec().isPresent();
        CodecState codec = codecs.state(room.id());
        Optional<LineState> answered = lines.state(room.id());
        boolean codecIsBad = hasCodec && codec.isFailing() && !lacksCredential(codec);
        boolean codecIsGood = hasCodec && codec.told().isPresent();
        if (codecIsBad || answered.filter(state -> !state.isGood()).isPresent()) {
            return DeviceStatus.BAD;
        }
        return codecIsGood || answered.isPresent() ? DeviceStatus.GOOD : DeviceStatus.UNKNOWN;
    }

    /** Then it was not even tried. */
    private static boolean lacksCredential(CodecState codec) {
        return codec.failure()
                .filter(last -> last.why() == CodecFailure.NO_CREDENTIAL)
                .isPresent();
    }
}
