package org.passerelle.i18n;

import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;

/** Rooms as they are told to somebody who may not know where they are: many sites have a {@code Salle Visio}. */
public final class RoomNames {

    private RoomNames() {}

    /** For instance {@code Salle Seine (Melun)}; just the name where it says the site already. */
    public static String withSite(Room room, Directory directory) {
        String site = directory.site(room.site()).map(Site::name).orElse("");
        return site.isEmpty() || room.name().contains(site) ? room.name() : room.name() + " (" + site + ")";
    }
}
