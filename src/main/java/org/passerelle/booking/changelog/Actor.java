package org.passerelle.booking.changelog;

import java.util.Optional;
import org.passerelle.platform.work.CorrelationId;
import org.passerelle.platform.work.CorrelationId.Door;

/**
 * Who does something, and by what way it came in.
 *
 * @param person empty when the program itself does it, as when a hold expires
 */
public record Actor(Door door, Optional<ActorId> person) {

    /** Whom this thread works for: the person of {@link ActingPerson}, through the door of its {@link CorrelationId}. */
    public static Actor current() {
        Door door = CorrelationId.current().map(CorrelationId::door).orElse(Door.JOB);
        return new Actor(door, ActingPerson.current().map(ActorId::of));
    }
}
