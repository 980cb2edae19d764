package org.passerelle.booking;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.refusal.Reason;

/**
 * What an order comes to before anything is booked.
 *
 * @param objections what the rules say against it; none when only other bookings can
 * @param claims what it would claim, of pools every unit; none when rules make it impossible
 * @param start of its first date, {@link Instant#MAX} when it has none
 */
public record Assessment(List<Reason> objections, Set<Long> claims, Instant start) {

    public Assessment {
        objections = List.copyOf(objections);
        claims = Claims.setOf(claims);
    }

    static Assessment impossible(List<Reason> objections) {
        return new Assessment(objections, Set.of(), Instant.MAX);
    }
}
