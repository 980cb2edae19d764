package org.passerelle.booking.changelog.mongo;

import java.time.Clock;
import org.passerelle.booking.changelog.ChangeLog;
import org.passerelle.booking.changelog.ChangeLogRewrites;
import org.passerelle.platform.Migration;
import org.passerelle.platform.StoreAccess;
import org.passerelle.platform.work.SerialWorker;
import org.springframework.data.mongodb.core.MongoOperations;

/** The change log of a database, for tests without Spring: what is written is in the log before the write is answered. */
public final class ChangeLogWiring {

    private ChangeLogWiring() {}

    /** The log, the tails by which it comes about, what rewrites it, and the end of the program in peace. */
    public record Wired(ChangeTails tails, ChangeLog log, ChangeLogRewrites rewrites, Runnable end) {}

    public static ChangeTails tailsOver(MongoOperations mongo) {
        return over(mongo, StoreAccess.EXCLUSIVE, Clock.systemUTC()).tails();
    }

    public static Wired over(MongoOperations mongo, StoreAccess access, Clock clock) {
        LogPages pages = new LogPages(mongo.getCollection(LogPages.COLLECTION), access);
        StoredTails stored = new StoredTails(mongo);
        ChangeAppender appender = new ChangeAppender(pages, stored, new SerialWorker("change-log"));
        LogCatchUp catchUp = new LogCatchUp(pages, stored, access, new SerialWorker("bookings"));
        catchUp.begin();
        return new Wired(
                new ChangeTails(appender, catchUp, access, clock),
                new StoredChangeLog(pages, appender, catchUp),
                pages,
                catchUp::destroy);
    }

    public static Migration indexes() {
        return new M246_ChangeLogByWrite();
    }
}
