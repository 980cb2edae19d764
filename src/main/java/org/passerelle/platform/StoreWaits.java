package org.passerelle.platform;

import com.mongodb.MongoClientSettings;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;

/**
 * How long the database is waited for where its address does not say: the driver would look for a server for half a minute, and
 * would wait without end for an answer on a connection that was cut without a word.
 */
final class StoreWaits implements MongoClientSettingsBuilderCustomizer {

    private static final int SELECTION_SECONDS = 10;

    /**
     * Longer than anything takes that is asked in a request. A start that builds an index over millions of documents may be given up
     * on; the server goes on building, and the next start finds it.
     */
    private static final int READ_SECONDS = 60;

    private static final MongoClientSettings USUAL =
            MongoClientSettings.builder().build();

    @Override
    public void customize(MongoClientSettings.Builder settings) {
        MongoClientSettings given = settings.build();
        if (selection(given) == selection(USUAL)) {
            settings.applyToClusterSettings(
                    cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS));
        }
        if (read(given) == read(USUAL)) {
            settings.applyToSocketSettings(socket -> socket.readTimeout(READ_SECONDS, TimeUnit.SECONDS));
        }
    }

    private static long selection(MongoClientSettings settings) {
        return settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.MILLISECONDS);
    }

    private static int read(MongoClientSettings settings) {
        return settings.getSocketSettings().getReadTimeout(TimeUnit.MILLISECONDS);
    }
}
