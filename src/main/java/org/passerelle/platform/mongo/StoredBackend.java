package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.log.DocumentLog;
import org.passerelle.platform.mongo.log.LogUnavailable;

/** Answers the commands of the driver; a command that may write is answered once it is durable. */
final class StoredBackend extends AbstractMongoBackend {

    /** What MongoDB itself says; the driver neither tries again nor looks for another server. */
    private static final int OUT_OF_DISK_SPACE = 14031;

    /** In lower case. Whatever is not named here is taken for a write. */
    private static final Set<String> READS = Set.of(
            "find",
            "getmore",
            "killcursors",
            "count",
            "distinct",
            "aggregate",
            "hello",
            "ismaster",
            "ping",
            "buildinfo",
            "hostinfo",
            "serverstatus",
            "connectionstatus",
            "listcollections",
            "listindexes",
            "collstats",
            "dbstats",
            "endsessions",
            "getlasterror",
            "whatsmyuri");

    private final DocumentLog log;
    private final StoredRows rows;

    StoredBackend(DocumentLog log, StoredRows rows) {
        super(Clock.systemUTC());
        this.log = log;
        this.rows = rows;
        rows.databases().forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoredDatabase(name, log, rows, getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (command.equalsIgnoreCase("hello")) {
            return super.handleCommand(channel, database, "ismaster", query)
                    .append("isWritablePrimary", true)
                    .append("readOnly", false);
        }
        if (command.equalsIgnoreCase("listDatabases")) {
            return databases();
        }
        try {
            Document answer = super.handleCommand(channel, database, command, query);
            if (!reads(command, query)) {
                log.awaitDurable(log.newest());
            }
            return answer;
        } catch (LogUnavailable e) {
            throw new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", "store unavailable: " + e.getMessage(), e);
        }
    }

    /** The backend would open each database a second time, with all its indexes, whenever somebody asks for our health. */
    private Document databases() {
        List<Document> databases = listDatabaseNames().stream()
                .sorted()
                .map(name -> new Document("name", name)
                        .append("empty", resolveDatabase(name).isEmpty()))
                .toList();
        Document answer = new Document("databases", databases);
        Utils.markOkay(answer);
        return answer;
    }

    private static boolean reads(String command, Document query) {
        return READS.contains(command.toLowerCase(Locale.ROOT)) && !writesItsResult(query.get("pipeline"));
    }

    private static boolean writesItsResult(@Nullable Object pipeline) {
        if (!(pipeline instanceof List<?>)) {
            return false;
        }
        return ((List<?>) pipeline)
                .stream()
                        .anyMatch(stage -> stage instanceof Document
                                && (((Document) stage).containsKey("$out")
                                        || ((Document) stage).containsKey("$merge")));
    }
}
