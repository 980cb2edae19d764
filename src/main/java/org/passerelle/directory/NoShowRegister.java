package org.passerelle.directory;

import java.util.Map;
import org.passerelle.directory.ArrivalRules.RepeatNoShows;

/** Knows who must ask first because they repeatedly did not come; it is counted while the program runs. */
public interface NoShowRegister {

    /**
     * Who must ask.
     *
     * @param version rises with every change
     * @param rooms for which anybody must
     */
    record RepeatNoShowsByRoom(long version, Map<RoomId, RepeatNoShows> rooms) {

        public static final RepeatNoShowsByRoom NOBODY = new RepeatNoShowsByRoom(0, Map.of());

        public RepeatNoShowsByRoom {
            rooms = Map.copyOf(rooms);
        }
    }

    /** By the rules of {@code directory}; the same object until something changes. Asked for every decision, so from memory. */
    RepeatNoShowsByRoom repeated(Directory directory);

    /** For a network in which nobody counts. */
    static NoShowRegister none() {
        return directory -> RepeatNoShowsByRoom.NOBODY;
    }
}
