package org.passerelle.availability.index;

import java.time.Clock;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.directory.Directories;

/** The index without Spring. */
public final class Indexes {

    private Indexes() {}

    /** Complete when it is returned. */
    public static FreeTimes of(Occupancy occupancy, Directories directories, Clock clock) {
        return new AvailabilityIndex(occupancy, directories, clock);
    }
}
