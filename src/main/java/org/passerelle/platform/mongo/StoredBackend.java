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
import org.passerelle.platform.store.StoreFailure;

/** Answers the commands of the driver; a command that may write is answered once it is durable. */
public final class StoredBackend extends AbstractMongoBackend {

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

    public StoredBackend(DocumentLog log, StoredRows rows) {
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
        boolean reads = reads(command, query);
        Document answer;
        try {
            answer = super.handleCommand(channel, database, command, query);
        } catch (LogUnavailable e) {
            throw unavailable(e, reads || writesOneDocument(query));
        }
        if (!reads) {
            awaitDurable();
        }
        return answer;
    }

    private void awaitDurable() {
        try {
            log.awaitDurable(log.newest());
        } catch (LogUnavailable e) {
            throw unavailable(e, false);
        }
    }

    /** @param nothingChanged whether that is certain; else the answer says that it is not */
    private static MongoServerError unavailable(LogUnavailable e, boolean nothingChanged) {
        String prefix =
                nothingChanged ? "store unavailable: " : "store unavailable, " + StoreFailure.OUTCOME_UNKNOWN + ": ";
        return new MongoServerError(StoreFailure.OUT_OF_DISK_SPACE, "OutOfDiskSpace", prefix + e.getMessage(), e);
    }

    /** Of several the first may be written when the last is refused. */
    private static boolean writesOneDocument(Document query) {
        return query.get("documents") instanceof List<?> inserts && inserts.size() == 1
                || query.get("updates") instanceof List<?> updates && isOneOfOne(updates)
                || query.get("deletes") instanceof List<?> deletes && isOneOfOne(deletes)
                || query.containsKey("findAndModify");
    }

    private static boolean isOneOfOne(List<?> changes) {
        return changes.size() == 1
                && changes.get(0) instanceof Document change
                && !Utils.isTrue(change.get("multi"))
                && !Integer.valueOf(0).equals(change.get("limit"));
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
