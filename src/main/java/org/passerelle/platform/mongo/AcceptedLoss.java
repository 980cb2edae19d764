package org.passerelle.platform.mongo;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.log.LogSettings;
import org.passerelle.platform.mongo.log.disk.LogFolder;
import org.passerelle.platform.mongo.log.salvage.Salvage;
import org.passerelle.platform.mongo.log.salvage.SalvageReport;
import org.passerelle.platform.mongo.log.salvage.SalvageReport.LossReason;
import org.passerelle.platform.mongo.log.salvage.SalvageReport.Missing;
import org.passerelle.platform.mongo.log.salvage.SalvagedDocument;

/**
 * What is left of a damaged store, and what not.
 *
 * @param kept how many documents
 * @param lost those of which it is known that they are not there any more
 * @param missing where records are missing of which nothing is known
 * @param files the paths of those that are damaged or not there
 * @param evidence the folder in which all files are kept as they were found
 */
public record AcceptedLoss(
        int kept, List<LostDocument> lost, List<Missing> missing, List<String> files, String evidence) {

    private static final String SYSTEM = ".system.";
    private static final String INDEXES = ".system.indexes";
    private static final String BOOKINGS = EmbeddedMongo.DATABASE + ".bookings";
    private static final String CLAIM_NUMBERS = EmbeddedMongo.DATABASE + ".claimNumbers";
    private static final String MIGRATIONS = EmbeddedMongo.DATABASE + ".migrations";

    public AcceptedLoss {
        lost = List.copyOf(lost);
        missing = List.copyOf(missing);
        files = List.copyOf(files);
    }

    /**
     * A document that is not there any more.
     *
     * @param collection without the name of the database
     * @param time when it was written last
     * @param image the last that can be read, which may be older than that; null if there is none
     * @param isExcluded whether it would hold what a later document holds, such as a room at a time
     */
    public record LostDocument(
            String collection, String id, Instant time, org.bson.@Nullable Document image, boolean isExcluded) {}

    /**
     * Keeps what can be read of the log in {@code folder}, which can be opened afterwards.
     *
     * @throws LossTooGreat if a room could be given twice after it; then nothing has changed
     */
    static AcceptedLoss salvage(LogFolder folder, LogSettings settings, Clock clock, String evidence)
            throws IOException {
        try (Salvage salvage = Salvage.read(folder)) {
            excludeWhatCollides(salvage);
            requireNumbersOfRooms(salvage);
            SalvageReport report = salvage.write(settings, clock, evidence);
            return new AcceptedLoss(
                    report.kept(),
                    report.lost().stream()
                            .filter(each -> !each.collection().equals(MIGRATIONS))
                            .map(AcceptedLoss::lost)
                            .toList(),
                    report.missing(),
                    report.files(),
                    report.evidence());
        }
    }

    /** The end of an older document may be among what is lost, and another have its place since: the newer one stays. */
    private static void excludeWhatCollides(Salvage salvage) throws IOException {
        List<SalvagedDocument> documents = salvage.documents();
        UniqueKeys keys = new UniqueKeys();
        boolean hasIndexes = false;
        for (SalvagedDocument each : documents) {
            if (each.collection().endsWith(INDEXES)) {
                keys.add(Bson.document(imageOf(each)));
                hasIndexes = true;
            }
        }
        for (SalvagedDocument each : documents) {
            boolean isToBeMadeAnew = !hasIndexes && each.collection().equals(MIGRATIONS);
            boolean stays = each.collection().contains(SYSTEM)
                    || !isToBeMadeAnew && keys.take(each.collection(), Bson.document(imageOf(each)));
            if (!stays) {
                salvage.exclude(each);
            }
        }
    }

    /** They are given out once and for ever, in one document. */
    private static void requireNumbersOfRooms(Salvage salvage) {
        if (keeps(salvage, BOOKINGS) && !keeps(salvage, CLAIM_NUMBERS)) {
            throw new LossTooGreat();
        }
    }

    private static boolean keeps(Salvage salvage, String collection) {
        return salvage.documents().stream().anyMatch(each -> each.collection().equals(collection));
    }

    private static byte[] imageOf(SalvagedDocument document) throws IOException {
        return Objects.requireNonNull(document.image(), "A document that is kept has an image");
    }

    private static LostDocument lost(SalvageReport.Lost lost) {
        byte[] image = lost.image();
        String collection = lost.collection();
        return new LostDocument(
                collection.substring(collection.indexOf('.') + 1),
                String.valueOf(Bson.value(lost.id())),
                lost.time(),
                image == null ? null : new RawBsonDocument(image).decode(new DocumentCodec()),
                lost.reason() == LossReason.EXCLUDED);
    }
}
