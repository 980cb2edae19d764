package org.passerelle.booking.policy;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.passerelle.booking.policy.BookingRights.TimeRight;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Room;
import org.passerelle.directory.permission.BookingGrant;

/** For which of its rooms, and why, a proposal waits until a manager agrees. */
final class ApprovalGrounds {

    private ApprovalGrounds() {}

    /** Of the rooms that its dates ask for; none if there is nothing to agree to. At most {@link Objections#MOST}. */
    static List<Reason> ofAsked(Proposal proposal) {
        return of(proposal, proposal.asked(), Proposal.Date::asked);
    }

    /** Of all rooms of all its dates, as if none were had yet. */
    static List<Reason> ofAll(Proposal proposal) {
        return of(proposal, proposal.rooms(), Proposal.Date::rooms);
    }

    private static List<Reason> of(
            Proposal proposal, Collection<Room> rooms, Function<Proposal.Date, List<Room>> judged) {
        BookingRights rights = BookingRights.of(proposal.booker());
        Set<Reason> grounds = new LinkedHashSet<>(0);
        boolean arePlain = true;
        for (Room room : rooms) {
            boolean isPlain = room.rules().permissions().isEmpty();
            arePlain &= isPlain;
            if (isPlain && rights.mayHaveToAsk(room)) {
                add(grounds, Reason.of(ReasonCode.NEEDS_APPROVAL, room.id()));
            }
        }
        if (!arePlain) {
            for (Proposal.Date date : proposal.dates()) {
                for (Room room : judged.apply(date)) {
                    TimeRight right = rights.at(
                            date.time(),
                            room,
                            proposal.terms().recurs(),
                            proposal.siteOf(room).zone());
                    if (right.grant() == BookingGrant.REQUEST
                            && !room.rules().permissions().isEmpty()) {
                        add(grounds, PermissionReason.asking(room, right, date));
                    }
                }
            }
        }
        return List.copyOf(grounds);
    }

    private static void add(Set<Reason> grounds, Reason ground) {
        if (grounds.size() < Objections.MOST) {
            grounds.add(ground);
        }
    }
}
