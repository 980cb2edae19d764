package org.passerelle.platform.mongo.log.salvage;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.passerelle.platform.mongo.log.Chain;
import org.passerelle.platform.mongo.log.DocumentLog;
import org.passerelle.platform.mongo.log.LogContents;
import org.passerelle.platform.mongo.log.LogSettings;
import org.passerelle.platform.mongo.log.LogUnavailable;
import org.passerelle.platform.mongo.log.MarkFile;
import org.passerelle.platform.mongo.log.Recovered;
import org.passerelle.platform.mongo.log.Segment;
import org.passerelle.platform.mongo.log.SegmentHeader;
import org.passerelle.platform.mongo.log.StoredImage;
import org.passerelle.platform.mongo.log.disk.LogFolder;
import org.passerelle.platform.mongo.log.salvage.SalvageReport.LossReason;
import org.passerelle.platform.mongo.log.salvage.SalvageReport.Lost;

/**
 * Saves what can be read of a damaged log, when people have accepted that the rest is lost. A document whose newest image is
 * known to be lost does not come back in an older state. What is kept becomes a log of its own, in segments behind the
 * damaged ones: a mark that is written last puts it in their place, and a failure before it leaves everything as it was.
 */
public final class Salvage implements Closeable {

    private static final int WRITTEN_AT_A_TIME = 1000;

    private final LogFolder folder;
    private final SalvageReading read;
    private final List<SalvagedDocument> kept = new ArrayList<>();
    private final List<Lost> lost = new ArrayList<>();

    private Salvage(LogFolder folder, SalvageReading read) throws IOException {
        this.folder = folder;
        this.read = read;
        for (SalvagedDocument each : read.documents()) {
            if (each.isWhole()) {
                kept.add(each);
            } else {
                lost.add(lost(each, LossReason.UNREADABLE));
            }
        }
        kept.sort(Comparator.comparingLong(SalvagedDocument::sequence).reversed());
    }

    /** Reads all that the log in {@code folder} still says. Changes nothing. */
    public static Salvage read(LogFolder folder) throws IOException {
        return new Salvage(folder, new SalvageReading(folder, marks(folder)));
    }

    private static MarkFile.Found marks(LogFolder folder) throws IOException {
        if (!folder.names().contains(MarkFile.NAME)) {
            return new MarkFile.Found(null, false);
        }
        try (MarkFile marks = new MarkFile(folder)) {
            return marks.read();
        }
    }

    private static Lost lost(SalvagedDocument document, LossReason reason) throws IOException {
        return new Lost(document.collection(), document.id(), document.time(), document.image(), reason);
    }

    /** The documents that are kept, the newest first. */
    public List<SalvagedDocument> documents() {
        return List.copyOf(kept);
    }

    /** Does not keep {@code document}, because it excludes a newer one. */
    public void exclude(SalvagedDocument document) throws IOException {
        if (kept.remove(document)) {
            lost.add(lost(document, LossReason.EXCLUDED));
        }
    }

    /**
     * Puts what is kept in the place of the damaged log, all of whose files go to the folder {@code evidence} beside it.
     *
     * @throws IOException if that fails; nothing has changed then, and it can be tried again
     */
    public SalvageReport write(LogSettings settings, Clock clock, String evidence) throws IOException {
        List<String> found = folder.names();
        for (String name : found) {
            folder.preserve(name, evidence);
        }
        try (MarkFile marks = new MarkFile(folder)) {
            replace(begin(settings, clock, marks));
        }
        for (String name : found) {
            if (Segment.number(name) != null) {
                folder.delete(name);
            }
        }
        return new SalvageReport(
                kept.size(), lost, read.missing(), read.damagedFiles(), folder.describeBeside(evidence));
    }

    /** The mark is written last: from then on nobody looks for what was there before. */
    private void replace(DocumentLog log) throws IOException {
        try {
            writeDocuments(log);
            log.writeRestOfContents();
            log.awaitDurable(log.newest());
            log.writeMark();
        } catch (LogUnavailable e) {
            throw new IOException(e);
        } finally {
            log.closeFiles();
        }
    }

    private DocumentLog begin(LogSettings settings, Clock clock, MarkFile marks) throws IOException {
        long last = read.lastSequence();
        SegmentHeader header = new SegmentHeader(UUID.randomUUID(), read.lastNumber() + 1, last + 1, 0, Chain.START);
        Segment first = Segment.create(folder, header);
        Recovered empty = new Recovered(
                header.store(), List.of(first), last, Chain.START, read.lastMark(), clock.millis(), new LogContents());
        return DocumentLog.of(folder, settings, clock, marks, empty);
    }

    /** The oldest first. */
    private void writeDocuments(DocumentLog log) throws IOException {
        for (int i = kept.size() - 1; i >= 0; i--) {
            SalvagedDocument each = kept.get(i);
            byte[] image = each.image();
            if (image == null) {
                throw new IOException("An image cannot be read any more, of " + each.collection());
            }
            log.put(each.collection(), each.id(), image, new Written());
            if (i % WRITTEN_AT_A_TIME == 0) {
                log.awaitDurable(log.newest());
            }
        }
    }

    /** Nobody asks for it: the new log is opened as any other. */
    private static final class Written extends StoredImage {}

    @Override
    public void close() throws IOException {
        read.close();
    }
}
