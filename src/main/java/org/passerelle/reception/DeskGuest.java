package org.passerelle.reception;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.platform.digest.Digests;

/**
 * A guest of one date, as the reception greets them.
 *
 * @param id names them on that date and nowhere else; it tells neither the booking nor their name
 * @param arrived when they came, if they have
 */
public record DeskGuest(String id, ExpectedGuest guest, Optional<Instant> arrived) {

    DeskGuest arrivedAt(Optional<Instant> moment) {
        return new DeskGuest(id, guest, moment);
    }

    /** Those of one date. Two of one name are told apart by their order, so that each keeps their id while others are added. */
    static List<DeskGuest> of(String root, Instant recurrenceId, List<ExpectedGuest> guests) {
        Map<ExpectedGuest, Integer> seen = new HashMap<>();
        List<DeskGuest> named = new ArrayList<>();
        for (ExpectedGuest guest : guests) {
            int twin = seen.merge(guest, 1, Integer::sum);
            String text = String.join(
                    "\n", root, recurrenceId.toString(), guest.name(), guest.organisation(), String.valueOf(twin));
            named.add(new DeskGuest(Digests.shortHex(text), guest, Optional.empty()));
        }
        return List.copyOf(named);
    }
}
