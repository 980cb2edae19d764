package org.passerelle.platform.mongo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.passerelle.platform.mongo.log.DocumentLog;
import org.passerelle.platform.mongo.log.LogSettings;
import org.passerelle.platform.mongo.log.disk.DiskFolder;
import org.passerelle.platform.mongo.pagestore.PageStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a store of the former form, a file of pages, over into a log. The log is written beside, read again and compared
 * with the pages, and only then takes its name; until then the former store is the one that counts. It stays for a week.
 */
final class FormerStore {

    private static final Logger LOG = LoggerFactory.getLogger(FormerStore.class);

    private static final String PAGES = "passerelle.mv";
    private static final String KEPT = "passerelle.mv.before-log";
    private static final Duration KEEP = Duration.ofDays(7);
    private static final int TOLD_EVERY = 20_000;

    private final Path folder;
    private final Path log;
    private final Clock clock;

    FormerStore(Path folder, Path log, Clock clock) {
        this.folder = folder;
        this.log = log;
        this.clock = clock;
    }

    /** Does nothing if there is a log, or no former store. */
    void bringOver() throws IOException {
        if (Files.exists(log)) {
            letGo();
            return;
        }
        Path pages = folder.resolve(PAGES);
        if (!PageStore.exists(pages)) {
            return;
        }
        Path beside = folder.resolve("log.new");
        delete(beside);
        try (PageStore former = PageStore.open(pages)) {
            long count = former.collections().stream().mapToLong(former::count).sum();
            LOG.info("The store is brought over into its new form: {} documents", count);
            write(former, beside, count);
            prove(former, beside);
        }
        Files.move(beside, log, StandardCopyOption.ATOMIC_MOVE);
        new DiskFolder(folder).sync();
        Files.move(pages, folder.resolve(KEPT));
        Files.setLastModifiedTime(folder.resolve(KEPT), FileTime.from(clock.instant()));
        LOG.info("The store is in its new form; the former one is kept for {} days as {}", KEEP.toDays(), KEPT);
    }

    private void write(PageStore former, Path beside, long count) throws IOException {
        StoredRows rows = new StoredRows();
        try (DocumentLog target = DocumentLog.open(new DiskFolder(beside), LogSettings.USUAL, clock, rows)) {
            long[] done = {0};
            for (String collection : former.collections()) {
                former.forEach(collection, (id, document) -> {
                    target.put(collection, id, document, rows.put(collection, id));
                    if (++done[0] % TOLD_EVERY == 0) {
                        target.awaitDurable(target.newest());
                        LOG.info("{} of {} documents are brought over", done[0], count);
                    }
                });
            }
        }
    }

    /** Reads the log as a start would, and looks for every document of the former store in it. */
    private void prove(PageStore former, Path beside) throws IOException {
        StoredRows rows = new StoredRows();
        try (DocumentLog written = DocumentLog.open(new DiskFolder(beside), LogSettings.USUAL, clock, rows)) {
            for (String collection : former.collections()) {
                if (rows.of(collection).count() != former.count(collection)) {
                    throw new IOException("Not every document of " + collection + " was brought over");
                }
                former.forEach(collection, (id, document) -> {
                    StoredRow row = (StoredRow) rows.find(collection, id);
                    if (row == null || !Arrays.equals(written.read(row), document)) {
                        throw new IllegalStateException("A document of " + collection + " was not brought over");
                    }
                });
            }
        }
    }

    /** The new form has proved itself by now. */
    private void letGo() throws IOException {
        Path kept = folder.resolve(KEPT);
        Instant proved = clock.instant().minus(KEEP);
        if (Files.exists(kept) && Files.getLastModifiedTime(kept).toInstant().isBefore(proved)) {
            Files.delete(kept);
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.list(tree)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(tree);
    }
}
