package org.passerelle.booking.policy;

import java.util.List;
import java.util.Optional;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Room;

/**
 * The layout that is asked for is one of each room that can be furnished in some way, and of at least one room of each date.
 * A room whose tables nobody moves stands as it is beside others, as a suite does in a conference.
 */
final class LayoutIsOffered implements BookingRule {

    @Override
    public void judge(Proposal proposal, Objections objections) {
        Optional<String> layout = proposal.content().arrangements().layout();
        if (layout.isEmpty()) {
            return;
        }
        for (Proposal.Date date : proposal.dates()) {
            if (!isAsBefore(date, layout)) {
                judge(date, layout.get(), objections);
            }
        }
    }

    private static boolean isAsBefore(Proposal.Date date, Optional<String> layout) {
        return date.hasNoOtherRooms()
                && date.before()
                        .filter(held -> held.content().arrangements().layout().equals(layout))
                        .isPresent();
    }

    private static void judge(Proposal.Date date, String layout, Objections objections) {
        List<Room> changeable =
                date.rooms().stream().filter(room -> !room.layouts().isEmpty()).toList();
        if (changeable.isEmpty()) {
            objections.add(Reason.of(ReasonCode.UNKNOWN_LAYOUT, layout).on(date.recurrenceId()));
        }
        for (Room room : changeable) {
            if (room.layouts().find(layout).isEmpty()) {
                objections.add(
                        Reason.of(ReasonCode.UNKNOWN_LAYOUT, room.id(), layout).on(date.recurrenceId()));
            }
        }
    }
}
