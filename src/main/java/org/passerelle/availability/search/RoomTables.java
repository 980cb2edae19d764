package org.passerelle.availability.search;

import org.passerelle.directory.Directory;

/** Keeps the table of the directory in force, so that it is arranged once. */
public final class RoomTables {

    private volatile RoomTable last = new RoomTable(Directory.empty());

    /** Two that ask at once for a new directory may both arrange it; either table does. */
    public RoomTable of(Directory directory) {
        RoomTable known = last;
        if (known.directory() == directory) {
            return known;
        }
        RoomTable arranged = new RoomTable(directory);
        last = arranged;
        return arranged;
    }
}
