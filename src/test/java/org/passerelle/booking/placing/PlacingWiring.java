package org.passerelle.booking.placing;

import java.time.Clock;
import org.passerelle.account.Accounts;
import org.passerelle.booking.Bookings;

/** Puts the placing together by hand, for tests without Spring. */
public final class PlacingWiring {

    private PlacingWiring() {}

    public static Placing over(Bookings bookings, Accounts accounts, Clock clock) {
        Taken taken = new Taken(bookings, clock);
        return new Placing(accounts, new Allocator(taken), new Collisions(taken));
    }
}
