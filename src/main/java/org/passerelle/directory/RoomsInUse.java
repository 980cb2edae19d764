package org.passerelle.directory;

import java.util.Set;

/** Tells which rooms cannot be taken away, because something that occupies them has not ended yet. */
public interface RoomsInUse {

    /** Those of {@code rooms} that are occupied now or later, holds and blockings included, as just written by anybody. */
    Set<RoomId> inUse(Set<RoomId> rooms);
}
