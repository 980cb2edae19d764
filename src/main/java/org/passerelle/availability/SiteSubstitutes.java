package org.passerelle.availability;

import java.util.Comparator;
import java.util.List;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.policy.Substitutes;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/**
 * Other rooms of the same site that can do whatever the wanted one can: those that seem free first, then those of its
 * kind, then single rooms before combined ones, then the one with the fewest empty seats.
 */
@Component
class SiteSubstitutes implements Substitutes {

    private final FreeTimes freeTimes;

    SiteSubstitutes(FreeTimes freeTimes) {
        this.freeTimes = freeTimes;
    }

    @Override
    public List<RoomId> instead(Room wanted, Proposal.Date date, Proposal proposal) {
        if (wanted.isCountable()) {
            return List.of();
        }
        int seats = seats(wanted, date, proposal.content().headcount());
        return proposal.directory().roomsAt(wanted.site()).stream()
                .map(room -> proposal.content()
                        .arrangements()
                        .layout()
                        .map(room::laidOut)
                        .orElse(room))
                .filter(room -> !room.isCountable() && room.capacity() >= seats && isAsGood(room, wanted))
                .filter(room -> !room.numbers().containsAll(wanted.numbers()))
                .sorted(Comparator.comparing((Room room) -> !seemsFree(room, date.time()))
                        .thenComparing(room -> room.kind() != wanted.kind())
                        .thenComparing(Room::isCombined)
                        .thenComparing(Room::capacity))
                .map(Room::id)
                .toList();
    }

    /** Seats it must have: what the other rooms of the date leave standing; without a head count as many as {@code wanted}. */
    private static int seats(Room wanted, Proposal.Date date, int headcount) {
        if (headcount == 0) {
            return wanted.capacity();
        }
        int others = date.rooms().stream()
                .filter(room -> !room.isCountable() && !room.equals(wanted))
                .mapToInt(Room::capacity)
                .sum();
        return headcount - others;
    }

    private static boolean isAsGood(Room room, Room wanted) {
        return room.profile().equipment().containsAll(wanted.profile().equipment())
                && room.profile().joinMethods().containsAll(wanted.profile().joinMethods())
                && (room.profile().stepFree() || !wanted.profile().stepFree());
    }

    private boolean seemsFree(Room room, Interval time) {
        return Place.around(room, room.numbers(), time)
                .stretches()
                .allMatch(held -> freeTimes.isFree(held.number(), held.firstSlot(), held.endSlot()));
    }
}
