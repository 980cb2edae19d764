package org.passerelle.booking.override;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.Person;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;

/** Who may set rules aside: whoever runs the sites of all rooms of a booking, in whose name they ever book. Deputies of theirs may not. */
public record OverrideRights(Person person, Directory directory) {

    /** Whether they may for a booking in {@code rooms}. */
    public boolean mayOverride(Collection<RoomId> rooms) {
        return !rooms.isEmpty() && notTheirs(rooms).isEmpty();
    }

    /** Why {@code wished} cannot be set aside in {@code rooms}; empty if they may, or nothing is wished. */
    public Optional<Reason> objection(Set<OverridableRule> wished, Collection<RoomId> rooms) {
        return wished.isEmpty()
                ? Optional.empty()
                : notTheirs(rooms).map(room -> Reason.of(ReasonCode.NOT_ALLOWED, room, "override"));
    }

    private Optional<RoomId> notTheirs(Collection<RoomId> rooms) {
        return rooms.stream()
                .filter(room -> directory
                        .room(room)
                        .map(Room::site)
                        .filter(person::runs)
                        .isEmpty())
                .findFirst();
    }
}
