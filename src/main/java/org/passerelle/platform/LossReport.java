package org.passerelle.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.passerelle.platform.files.OwnerOnlyFiles;
import org.passerelle.platform.mongo.AcceptedLoss;
import org.passerelle.platform.mongo.AcceptedLoss.LostDocument;
import org.passerelle.platform.mongo.log.salvage.SalvageReport.Missing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Tells administrators what of a damaged store is not there any more: in the log, and whole in a file of the data folder. */
record LossReport(String fileName, List<String> lines) {

    private static final Logger LOG = LoggerFactory.getLogger(LossReport.class);
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Whoever lost more reads the file. */
    private static final int MOST_LOGGED = 200;

    LossReport {
        lines = List.copyOf(lines);
    }

    static LossReport of(AcceptedLoss loss, Instant now) {
        List<StoredDocumentWords> words =
                SpringFactoriesLoader.forDefaultResourceLocation().load(StoredDocumentWords.class);
        return of(loss, words, now);
    }

    static LossReport of(AcceptedLoss loss, List<StoredDocumentWords> words, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add("At %s Passerelle went on with what could be read of a damaged store."
                .formatted(now.truncatedTo(ChronoUnit.SECONDS)));
        loss.files().forEach(file -> lines.add("Damaged or missing: " + file));
        lines.add("All files as they were found are kept in " + loss.evidence());
        lines.add("Kept: %d documents. Not kept: %d documents."
                .formatted(loss.kept(), loss.lost().size()));
        loss.missing().forEach(each -> lines.add(missing(each)));
        Map<String, List<LostDocument>> byCollection = loss.lost().stream()
                .collect(Collectors.groupingBy(LostDocument::collection, TreeMap::new, Collectors.toList()));
        byCollection.forEach((collection, lost) -> {
            lines.add("");
            lines.add("Not kept of %s (%d):".formatted(collection, lost.size()));
            lost.forEach(each -> add(each, words, lines));
        });
        return new LossReport("lost-%s.txt".formatted(FILE_TIME.format(now)), lines);
    }

    private static String missing(Missing missing) {
        String count = missing.count() == 0 ? "An unknown number of changes" : missing.count() + " changes";
        String after =
                missing.after() == null ? "the beginning" : missing.after().toString();
        String before = missing.before() == null ? "the end" : missing.before().toString();
        return "%s, made between %s and %s, cannot be read at all: what they made, changed or cancelled is not known."
                .formatted(count, after, before);
    }

    private static void add(LostDocument lost, List<StoredDocumentWords> words, List<String> lines) {
        String why = lost.isExcluded()
                ? "what it held is held by a later one"
                : lost.image() == null
                        ? "nothing of it can be read"
                        : "its newest state cannot be read; an older one was";
        lines.add("- %s, written last at %s (%s)".formatted(lost.id(), lost.time(), why));
        Document image = lost.image();
        if (image != null) {
            words.stream()
                    .filter(each -> each.collection().equals(lost.collection()))
                    .flatMap(each -> each.of(image).stream())
                    .forEach(line -> lines.add("    " + line));
        }
    }

    void publish(DataFolder folder) {
        lines.stream().limit(MOST_LOGGED).filter(line -> !line.isEmpty()).forEach(LOG::warn);
        Path file = folder.resolve(fileName);
        try {
            OwnerOnlyFiles.createFile(file);
            Files.write(file, lines);
            LOG.warn("This is kept in {}", file.toAbsolutePath().normalize());
        } catch (IOException e) {
            LOG.error("This could not be kept in {}; nowhere but in this log does all of it stand", file, e);
            lines.stream().skip(MOST_LOGGED).forEach(LOG::warn);
        }
    }
}
