package org.passerelle.platform;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.passerelle.platform.mongo.EmbeddedMongo;
import org.passerelle.platform.mongo.log.LogSettings;
import org.passerelle.platform.snapshot.Restoring;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Opens the embedded store before anything else is made: what is wrong with it is said at once, by a process that then ends,
 * and not by one of many parts that need it.
 */
class StoreOpening implements ApplicationContextInitializer<GenericApplicationContext> {

    static final String HALF_RESTORED =
            "A restore into this data folder or database has begun and did not come to its end, so that only a part of the"
                    + " data is there. Empty the folder or database, and restore the backup once more.";

    private static final String NAME = "embeddedMongo";

    @Override
    public void initialize(GenericApplicationContext context) {
        Environment environment = context.getEnvironment();
        Binder binder = Binder.get(environment);
        Path data =
                binder.bindOrCreate("passerelle", PasserelleProperties.class).dataDir();
        requireWhole(data);
        DataFolder folder = new DataFolder(data);
        if (isEmbedded(environment)) {
            StoreProperties settings = binder.bindOrCreate("passerelle.store", StoreProperties.class);
            EmbeddedMongo opened =
                    EmbeddedMongo.open(folder.resolve("db"), logSettings(settings), acceptsLoss(environment));
            opened.loss()
                    .ifPresent(loss ->
                            LossReport.of(loss, Clock.systemUTC().instant()).publish(folder));
            DefaultListableBeanFactory beans = context.getDefaultListableBeanFactory();
            beans.registerSingleton(NAME, opened);
            // The first that is made is the last that is ended.
            beans.registerDisposableBean(NAME, opened::close);
        }
    }

    static void requireWhole(Path data) {
        if (Files.exists(Restoring.folder(data), LinkOption.NOFOLLOW_LINKS)) {
            throw new StartupRefused(HALF_RESTORED);
        }
    }

    static boolean isEmbedded(Environment environment) {
        return !StringUtils.hasText(environment.getProperty("spring.mongodb.uri"));
    }

    /** The argument is for one start; the variable for those who cannot give one. */
    private static boolean acceptsLoss(Environment environment) {
        return Stream.of("accept-loss", "passerelle.accept-loss")
                .map(environment::getProperty)
                .anyMatch(given -> given != null && !given.equalsIgnoreCase("false"));
    }

    private static LogSettings logSettings(StoreProperties settings) {
        return LogSettings.USUAL
                .keeping(settings.keepLog())
                .reserving(settings.reserve().toBytes());
    }
}
