package org.passerelle.availability.search;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.availability.query.RoomQuery;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.SiteId;

/** What a room must be, whenever it is: who may book it, how many it seats, what stands in it. For one thread. */
final class Filter {

    private final RoomQuery query;
    private final RoomTable table;
    private final int kinds;
    private final BitSet sites = new BitSet();
    private final Set<String> equipment;
    private final BookingRights rights;
    private final Set<RoomId> usedUp;

    /** @param usedUp rooms that quotas keep from the seeker */
    Filter(RoomQuery query, RoomTable table, Set<RoomId> usedUp) {
        this.query = query;
        this.table = table;
        this.usedUp = usedUp;
        Set<RoomKind> asked = query.needs().kinds();
        this.kinds = asked.isEmpty()
                ? ~(1 << RoomKind.EQUIPMENT.ordinal() | 1 << RoomKind.DESK.ordinal())
                : asked.stream().mapToInt(kind -> 1 << kind.ordinal()).sum();
        for (SiteId site : query.needs().sites()) {
            table.site(site).ifPresent(sites::set);
        }
        this.equipment = query.needs().equipment();
        this.rights = BookingRights.of(query.seeker());
    }

    /** Whether it is all that was asked for. */
    boolean suits(TableEntry room) {
        return isOfKind(room) && isAtSite(room) && seats(room) && suitsBesides(room);
    }

    /** Whether it is what was asked for but for its kind, its site and its seats. */
    boolean suitsBesides(TableEntry room) {
        return (!query.needs().stepFree() || room.room.profile().stepFree())
                && isFurnishedAsAsked(room)
                && admits(room)
                && isEquipped(room);
    }

    boolean isOfKind(TableEntry room) {
        return (kinds & 1 << room.room.kind().ordinal()) != 0;
    }

    boolean isAtSite(TableEntry room) {
        return query.needs().sites().isEmpty() || sites.get(room.site);
    }

    /** Whether everybody has a seat, or a desk; nobody sits on equipment. */
    boolean seats(TableEntry room) {
        return room.room.isCarried()
                || room.room.capacity() >= query.attendees() && unitsNeeded(room) <= BookingOrder.MOST_ROOMS;
    }

    /** How often {@code room} is to be booked: a desk for everybody, else once. */
    int unitsNeeded(TableEntry room) {
        return room.isOfDesks() ? query.attendees() : 1;
    }

    /** Whether the seeker may book it at all. */
    boolean admits(TableEntry room) {
        return rights.mayBook(room.room) && (usedUp.isEmpty() || !usedUp.contains(room.room.id()));
    }

    private boolean isFurnishedAsAsked(TableEntry room) {
        return query.needs().layout().isEmpty()
                || room.room.layouts().find(query.needs().layout().get()).isPresent();
    }

    private boolean isEquipped(TableEntry room) {
        for (String word : equipment) {
            if (!has(room, word) && carriedTo(room, word).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code word} stands in the room, or is what is counted. */
    private static boolean has(TableEntry room, String word) {
        return room.room.profile().equipment().contains(word)
                || room.room.isCarried() && RoomTable.names(room.room).contains(word);
    }

    /** The pool from which a unit can be carried to {@code room}. */
    private Optional<TableEntry> carriedTo(TableEntry room, String word) {
        return room.isCountable()
                ? Optional.empty()
                : table.pool(word, room.site).filter(this::admits);
    }

    /** The pools of which a unit is needed beside {@code room}; none when all that was asked for stands in it. */
    List<TableEntry> carriedTo(TableEntry room) {
        if (equipment.isEmpty()) {
            return List.of();
        }
        return equipment.stream()
                .filter(word -> !has(room, word))
                .flatMap(word -> carriedTo(room, word).stream())
                .distinct()
                .toList();
    }
}
