package org.passerelle.platform;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.DataFolderInUse;
import org.passerelle.platform.mongo.EmbeddedMongo;
import org.passerelle.platform.mongo.log.LogSettings;
import org.passerelle.platform.snapshot.ServerSnapshot;
import org.passerelle.platform.snapshot.StoreSnapshot;
import org.passerelle.platform.snapshot.StoreSnapshots;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * The store of an installation, opened by itself: for a command, while the program does not run, and for a copy that is looked at.
 * No migration is applied.
 */
public final class OpenStore implements StoreSnapshots, AutoCloseable {

    private static final int SELECTION_SECONDS = 10;
    private static final String STORE = "db";

    private final @Nullable EmbeddedMongo embedded;
    private final MongoClient client;
    private final MongoDatabase database;

    private OpenStore(@Nullable EmbeddedMongo embedded, MongoClientSettings.Builder settings, String database) {
        this.embedded = embedded;
        this.client = MongoClients.create(settings.uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .build());
        this.database = client.getDatabase(database);
    }

    /** The embedded one in a data folder, made if there is none. */
    public static OpenStore embedded(Path data) {
        EmbeddedMongo mongo = EmbeddedMongo.open(data.resolve(STORE), LogSettings.USUAL, false);
        MongoClientSettings.Builder settings =
                MongoClientSettings.builder().applyConnectionString(EmbeddedMongo.address());
        mongo.connect(settings);
        return new OpenStore(mongo, settings, EmbeddedMongo.DATABASE);
    }

    /** Whether a data folder has an embedded store. */
    public static boolean hasEmbedded(Path data) {
        return Files.isDirectory(data.resolve(STORE));
    }

    /** @throws IllegalStateException with words for people, if a restore into it did not come to its end */
    public static void requireWhole(Path data) {
        StoreOpening.requireWhole(data);
    }

    /** The database of a server. */
    public static OpenStore server(String uri) {
        ConnectionString address = new ConnectionString(uri);
        return new OpenStore(
                null,
                MongoClientSettings.builder().applyConnectionString(address),
                Objects.requireNonNullElse(address.getDatabase(), EmbeddedMongo.DATABASE));
    }

    /** The one that the environment names, as the program opens it. */
    public static OpenStore of(Environment environment) {
        return StoreOpening.isEmbedded(environment)
                ? embedded(dataFolder(environment))
                : server(Objects.requireNonNull(environment.getProperty("spring.mongodb.uri")));
    }

    public static boolean isEmbedded(Environment environment) {
        return StoreOpening.isEmbedded(environment);
    }

    public static Path dataFolder(Environment environment) {
        return Binder.get(environment)
                .bindOrCreate("passerelle", PasserelleProperties.class)
                .dataDir()
                .toAbsolutePath()
                .normalize();
    }

    /** Whether {@code failure} says that another process has the store open. */
    public static boolean isInUse(Throwable failure) {
        return failure instanceof DataFolderInUse;
    }

    /** What forbids to start with this configuration; empty if nothing does. */
    public static Optional<String> objection(ConfigurableEnvironment environment) {
        return Optional.of(String.join(" ", StartupChecks.objections(environment)))
                .filter(objection -> !objection.isEmpty());
    }

    /** What a failure means and what to do about it, where that is known. */
    public static Optional<String> words(Throwable failure) {
        FailureAnalysis known = new StartupFailures().analyze(failure);
        return Optional.ofNullable(known)
                .map(analysis -> analysis.getDescription()
                        + (analysis.getAction() == null ? "" : " " + analysis.getAction())
                                .replace(System.lineSeparator(), " "));
    }

    /** The machine's time, in milliseconds. */
    public static Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    public MongoDatabase database() {
        return database;
    }

    @Override
    public StoreSnapshot take() {
        return embedded != null ? embedded.snapshot() : ServerSnapshot.of(client, database);
    }

    @Override
    public void close() {
        client.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
