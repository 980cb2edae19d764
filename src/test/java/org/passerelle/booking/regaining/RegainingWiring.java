package org.passerelle.booking.regaining;

import java.time.Clock;
import org.passerelle.account.Accounts;
import org.passerelle.booking.Afterwards;
import org.passerelle.booking.BookingChanged;
import org.passerelle.booking.Bookings;
import org.passerelle.booking.DatesMissed;
import org.passerelle.booking.placing.Placing;
import org.passerelle.directory.Directories;
import org.springframework.context.ApplicationEventPublisher;

/** Puts the winning back together by hand, for tests without Spring. */
public final class RegainingWiring {

    private RegainingWiring() {}

    public static Regaining over(
            Bookings bookings,
            Placing placing,
            Accounts accounts,
            Directories directories,
            ApplicationEventPublisher events,
            Afterwards afterwards,
            Clock clock) {
        WinningBack winningBack = new WinningBack(accounts, placing, bookings, events, clock);
        return new Regaining(bookings, winningBack, directories, afterwards, clock);
    }

    /** Does what Spring does with an event. */
    public static void tell(Regaining regaining, Object event) {
        if (event instanceof BookingChanged changed) {
            regaining.on(changed);
        } else if (event instanceof DatesMissed missed) {
            regaining.on(missed);
        }
    }
}
