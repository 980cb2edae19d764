package org.passerelle.directory.file;

import java.util.List;
import org.passerelle.directory.BookingRules;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.RoomProfile;
import org.passerelle.directory.SiteId;

/** A room as the file describes it: all of a {@link Room} but the numbers that bookings claim. */
public record RoomPlan(
        RoomId id, SiteId site, RoomKind kind, RoomProfile profile, BookingRules rules, List<RoomId> parts) {

    public RoomPlan {
        parts = List.copyOf(parts);
    }

    /** How many numbers of its own the room needs: none if combined, one a unit if countable. */
    public int ownNumbers() {
        if (!parts.isEmpty()) {
            return 0;
        }
        return kind.isCountable() ? profile.capacity() : 1;
    }

    /** Whether bookings of this room would hold claims that {@code next}, its successor, no longer stands for. */
    public boolean losesClaimsIn(RoomPlan next) {
        return !parts.equals(next.parts)
                || kind.isCountable() != next.kind.isCountable()
                || ownNumbers() > next.ownNumbers();
    }

    /** Whether it has a number for the time before a meeting, which may serve the neighbour as well. */
    boolean sharesSetUp() {
        return parts.isEmpty() && !kind.isCountable() && rules.buffers().longerServesBoth();
    }

    Room numbered(List<Integer> numbers, List<Integer> setUpNumbers) {
        return new Room(id, site, kind, profile, rules, parts, numbers, setUpNumbers);
    }
}
