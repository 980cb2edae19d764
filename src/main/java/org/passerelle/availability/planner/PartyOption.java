package org.passerelle.availability.planner;

import java.util.Comparator;
import java.util.List;
import org.passerelle.directory.RoomKind;

/**
 * A way to seat a party: a room, and one unit of each pool that counts what the room itself lacks.
 *
 * @param surplus words of the room's equipment that nobody asked for
 * @param mustAsk whether the manager of the site has to agree
 */
record PartyOption(Bookable place, List<Bookable> pools, int surplus, boolean mustAsk) {

    /** The best first: no need to ask, the fewest seats, the least equipment, parts not joined. */
    static final Comparator<PartyOption> BY_FIT = Comparator.comparing(PartyOption::mustAsk)
            .thenComparing(PartyOption::seats)
            .thenComparing(PartyOption::surplus)
            .thenComparing(option -> option.pools().size())
            .thenComparing(option -> option.place().room().isCombined())
            .thenComparing(option -> option.place().room().id());

    PartyOption {
        pools = List.copyOf(pools);
    }

    int seats() {
        return place.room().capacity();
    }

    RoomKind kind() {
        return place.room().kind();
    }
}
