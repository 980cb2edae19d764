package org.passerelle.reception.call;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.directory.RoomId;

/**
 * Somebody in a room has called for help at its panel.
 *
 * @param answered when somebody at the site said that they come; empty while the call is open
 */
public record HelpCall(String id, RoomId room, HelpKind kind, Instant at, Optional<Instant> answered) {

    public boolean isOpen() {
        return answered.isEmpty();
    }
}
