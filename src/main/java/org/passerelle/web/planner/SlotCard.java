package org.passerelle.web.planner;

import java.util.List;
import java.util.Optional;

/**
 * A time at which all can meet, to be shown and to be booked.
 *
 * @param when on the clocks of the first party
 * @param comfort how well the time suits, in words
 * @param rooms ids of what is booked: a room a party, and what is carried to them
 * @param key by which a second press of its button is known
 */
record SlotCard(String when, String comfort, List<Seat> seats, String start, List<String> rooms, String key) {

    /** Where one party sits: {@code times} on the clock of its site. */
    record Seat(String site, String room, String kind, String times, Optional<String> zone) {}

    SlotCard {
        seats = List.copyOf(seats);
        rooms = List.copyOf(rooms);
    }
}
