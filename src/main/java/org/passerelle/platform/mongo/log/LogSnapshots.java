package org.passerelle.platform.mongo.log;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The snapshots of a log that are being read. */
final class LogSnapshots {

    private final DocumentLog log;
    private final LogWriter writer;
    private final Set<LogSnapshot<?>> open = ConcurrentHashMap.newKeySet();

    LogSnapshots(DocumentLog log, LogWriter writer) {
        this.log = log;
        this.writer = writer;
    }

    <T extends StoredImage> LogSnapshot<T> take(Supplier<Map<String, Collection<T>>> documents) {
        return writer.atOneMoment(() -> {
            Map<String, List<LogSnapshot.Placed<T>>> placed = new HashMap<>();
            documents.get().forEach((collection, images) -> placed.put(collection, LogSnapshot.placed(images)));
            LogSnapshot<T> snapshot = new LogSnapshot<>(log, placed, open::remove);
            open.add(snapshot);
            return snapshot;
        });
    }

    /** Whether somebody reads what may stand in segments that are needed for nothing else. */
    boolean areOpen() {
        return !open.isEmpty();
    }
}
