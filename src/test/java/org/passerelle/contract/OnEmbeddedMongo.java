package org.passerelle.contract;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.platform.EmbeddedMongoStore;
import org.springframework.util.FileSystemUtils;

/** Gives tests a {@link org.springframework.data.mongodb.core.MongoTemplate} of the embedded database, on a folder of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnEmbeddedMongo.Database.class)
public @interface OnEmbeddedMongo {

    /** Opens it. */
    final class Database extends TestDatabase {

        @Override
        Opened open() {
            try {
                return new Embedded(Files.createTempDirectory("contracts"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The store and its folder, which goes with it. */
    final class Embedded implements TestDatabase.Opened {

        private final Path folder;
        private final EmbeddedMongoStore store;

        Embedded(Path folder) {
            this.folder = folder;
            this.store = EmbeddedMongoStore.open(folder);
        }

        @Override
        public MongoClient client() {
            return store.client();
        }

        @Override
        public void close() {
            store.close();
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
