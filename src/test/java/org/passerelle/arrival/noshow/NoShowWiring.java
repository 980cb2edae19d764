package org.passerelle.arrival.noshow;

import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.changelog.ChangeLog;
import org.springframework.data.mongodb.core.MongoOperations;

/** The counting put together by hand, for tests without Spring. */
public final class NoShowWiring {

    private NoShowWiring() {}

    /** What is released at {@code desk} is counted before that returns. */
    public static CountNoShows counting(MongoOperations mongo, ChangeLog log, BookingDesk desk) {
        return counting(mongo, log, desk, repeated(mongo, desk));
    }

    /** As {@link #counting}, where {@code repeated} is told. */
    static CountNoShows counting(MongoOperations mongo, ChangeLog log, BookingDesk desk, RepeatedNoShows repeated) {
        return new CountNoShows(
                log, desk.reading, new NoShowDocuments(mongo), repeated, new BookingDesk.AtOnce(), desk.clock);
    }

    static RepeatedNoShows repeated(MongoOperations mongo, BookingDesk desk) {
        return new RepeatedNoShows(new NoShowDocuments(mongo), desk.clock);
    }

    public static NoShowFigures figures(MongoOperations mongo, BookingDesk desk) {
        return new NoShowFigures(new NoShowDocuments(mongo), desk.clock);
    }
}
