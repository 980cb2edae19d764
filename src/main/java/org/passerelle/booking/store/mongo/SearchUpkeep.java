package org.passerelle.booking.store.mongo;

import java.time.Duration;
import org.passerelle.platform.work.RegularWork;
import org.passerelle.platform.work.WorkTimer;

/** Lets the search for bookings keep up with what is written. */
class SearchUpkeep extends RegularWork {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final FamilySearch search;

    SearchUpkeep(FamilySearch search) {
        super("search-upkeep");
        this.search = search;
    }

    @Override
    protected void schedule(WorkTimer started) {
        started.every(Duration.ZERO, PERIOD, search::keepUp);
    }
}
