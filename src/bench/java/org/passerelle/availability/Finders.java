package org.passerelle.availability;

import java.time.Clock;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.directory.Directories;

/** The finder of rooms without Spring. */
public final class Finders {

    private Finders() {}

    public static RoomFinder over(Directories directories, FreeTimes free, Clock clock) {
        return new RoomFinder(directories, free, clock);
    }
}
