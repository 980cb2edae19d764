package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** Answers the commands of the driver; a command that may write is answered once it is durable. */
final class DurableBackend extends H2Backend {

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

    private final GroupCommit commits;

    DurableBackend(MVStore store, GroupCommit commits) {
        super(store, Clock.systemUTC());
        this.commits = commits;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoredDatabase(name, getMvStore(), getCursorRegistry());
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
        if (reads(command, query)) {
            // Keeps the pages of this moment from being overwritten until the answer is complete.
            MVStore.TxCounter version = getMvStore().registerVersionUsage();
            try {
                return super.handleCommand(channel, database, command, query);
            } finally {
                getMvStore().deregisterVersionUsage(version);
            }
        }
        return commits.write(() -> super.handleCommand(channel, database, command, query));
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

    @Override
    public void close() {
        commits.alone(() -> {
            forgetVersionsRead();
            super.close();
        });
    }

    /**
     * A version that was given up at the very moment of a commit is only noticed at the next, which never comes: the
     * store would close with pages it takes for being read.
     */
    private void forgetVersionsRead() {
        getMvStore().deregisterVersionUsage(getMvStore().registerVersionUsage());
    }
}
