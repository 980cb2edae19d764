package org.passerelle.booking.reacquire;

import java.time.Clock;
import org.passerelle.account.Accounts;
import org.passerelle.booking.allocation.Placing;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.event.DatesMissed;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directories;
import org.passerelle.platform.work.SerialWorker;
import org.springframework.context.ApplicationEventPublisher;

/** Puts the winning back together by hand, for tests without Spring. */
public final class ReacquireWiring {

    private ReacquireWiring() {}

    public static ReacquireWatch over(
            Bookings bookings,
            Placing placing,
            Accounts accounts,
            Directories directories,
            ApplicationEventPublisher events,
            SerialWorker afterwards,
            Clock clock) {
        Reacquire winningBack = new Reacquire(accounts, placing, bookings, events, clock);
        return new ReacquireWatch(bookings, winningBack, directories, afterwards, clock);
    }

    /** Does what Spring does with an event. */
    public static void tell(ReacquireWatch regaining, Object event) {
        if (event instanceof BookingChanged changed) {
            regaining.on(changed);
        } else if (event instanceof DatesMissed missed) {
            regaining.on(missed);
        }
    }
}
