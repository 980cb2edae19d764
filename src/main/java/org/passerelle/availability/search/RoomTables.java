package org.passerelle.availability.search;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.directory.Directory;

/** Keeps the tables of the directory in force, so that each is arranged once: one of the rooms as they are, one for each layout. */
public final class RoomTables {

    private volatile Arranged last = new Arranged(Directory.empty());

    private static final class Arranged {

        private final Directory directory;
        private final RoomTable asTheyAre;
        private final Map<String, RoomTable> laidOut = new ConcurrentHashMap<>();

        Arranged(Directory directory) {
            this.directory = directory;
            this.asTheyAre = new RoomTable(directory);
        }

        RoomTable in(String layout) {
            boolean isOffered = directory.rooms().stream()
                    .anyMatch(room -> room.layouts().find(layout).isPresent());
            return isOffered
                    ? laidOut.computeIfAbsent(layout, word -> new RoomTable(directory.laidOut(word)))
                    : asTheyAre;
        }
    }

    /**
     * The rooms as they are in {@code layout}, those that do not offer it as they are. Two that ask at once for a new directory
     * may both arrange it; either table does.
     */
    public RoomTable of(Directory directory, Optional<String> layout) {
        Arranged known = last;
        if (known.directory != directory) {
            known = new Arranged(directory);
            last = known;
        }
        return layout.map(known::in).orElse(known.asTheyAre);
    }
}
