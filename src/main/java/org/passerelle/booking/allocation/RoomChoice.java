package org.passerelle.booking.allocation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.refusal.IllegalRooms;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;

/** The rooms named in an order, looked up: all of them, or those that nobody knows. */
public record RoomChoice(List<Room> rooms, List<Reason> unknown) {

    /**
     * Looks {@code names} up in {@code directory}.
     *
     * @throws IllegalRooms if a room is named twice, or beside a combined room it is part of
     */
    public static RoomChoice of(List<RoomId> names, Directory directory) {
        List<Reason> unknown = names.stream()
                .filter(name -> directory.room(name).isEmpty())
                .distinct()
                .map(name -> Reason.of(ReasonCode.UNKNOWN_ROOM, name))
                .toList();
        List<Room> rooms =
                names.stream().flatMap(name -> directory.room(name).stream()).toList();
        requireDisjoint(rooms);
        return new RoomChoice(rooms, unknown);
    }

    /** As {@link #of}, furnished as {@code order} says. */
    public static RoomChoice of(BookingOrder order, Directory directory) {
        RoomChoice choice = of(order.rooms(), directory);
        return order.content().arrangements().layout().map(choice::laidOut).orElse(choice);
    }

    private RoomChoice laidOut(String layout) {
        return new RoomChoice(rooms.stream().map(room -> room.laidOut(layout)).toList(), unknown);
    }

    private static void requireDisjoint(List<Room> rooms) {
        Set<Integer> seen = new HashSet<>();
        rooms.stream().filter(room -> !room.isCountable()).forEach(room -> {
            if (!room.numbers().stream().allMatch(seen::add)) {
                throw new IllegalRooms("Room " + room.id() + " is named twice, or beside a room that it is part of");
            }
        });
    }
}
