package org.passerelle.booking.changelog.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.passerelle.platform.StoreAccess;

/**
 * Follows the log for those who want to know which documents were written, by whichever node, and not what happened to them. It
 * has no gaps: what could not be read is read the next time.
 */
public final class LoggedVersions {

    private static final int PAGES_AT_ONCE = 100;

    private final MongoCollection<Document> pages;

    /** The number of the page that nobody has written yet, as far as is known. */
    private long next = 1;

    public LoggedVersions(MongoCollection<Document> pages) {
        this.pages = pages;
    }

    /** Leaves out what is in the log by now. */
    public synchronized void beginHere() {
        next = new LogPages(pages, StoreAccess.SHARED).last() + 1;
    }

    /** The newest version of each document that has come into the log since, of at most so many pages; empty when there is nothing. */
    public synchronized Map<String, Long> more() {
        Map<String, Long> versions = new HashMap<>();
        for (int read = 0; read < PAGES_AT_ONCE; read++) {
            Document page = pages.find(Filters.eq("_id", next))
                    .projection(Projections.include(LogPages.WRITES))
                    .first();
            if (page == null) {
                return versions;
            }
            page.getList(LogPages.WRITES, String.class, List.of()).forEach(name -> {
                int at = name.lastIndexOf('@');
                versions.merge(name.substring(0, at), Long.valueOf(name.substring(at + 1)), Math::max);
            });
            next++;
        }
        return versions;
    }
}
