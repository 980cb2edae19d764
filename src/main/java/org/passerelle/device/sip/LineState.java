package org.passerelle.device.sip;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.directory.RoomId;

/**
 * What was last found out of the device of a room by SIP.
 *
 * @param asked when
 * @param status the code that came back, if any did
 * @param answered when it last answered as it should
 */
public record LineState(
        RoomId room, Instant asked, LineVerdict verdict, Optional<Integer> status, Optional<Instant> answered) {

    public boolean isGood() {
        return verdict == LineVerdict.ANSWERS;
    }
}
