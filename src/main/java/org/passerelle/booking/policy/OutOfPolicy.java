package org.passerelle.booking.policy;

import java.util.EnumSet;
import java.util.Set;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.policy.ProposalTerms.PolicyLeeway;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;

/**
 * What is out of a room's policy, and may be asked of its manager by those whom the room lets (in Exchange {@code
 * RequestOutOfPolicy}). That people have no seat, that it is past or that a room is kept from them is nobody's to waive.
 */
record OutOfPolicy(Proposal proposal) {

    private static final Set<ReasonCode> WAIVABLE = EnumSet.of(
            ReasonCode.OUTSIDE_OPENING_HOURS,
            ReasonCode.SITE_CLOSED,
            ReasonCode.TOO_SHORT,
            ReasonCode.TOO_LONG,
            ReasonCode.TOO_SOON,
            ReasonCode.TOO_FAR_AHEAD);

    /** Whether anything of it may be asked for out of policy. */
    static boolean isOpenTo(Proposal proposal) {
        return proposal.terms().leeway() == PolicyLeeway.REQUEST
                && proposal.rooms().stream().anyMatch(BookingRights.of(proposal.booker())::mayRequestMore);
    }

    /** Whether a date that {@code booking} has of {@code room} was out of its policy when it was asked for. */
    static boolean isOut(Booking booking, Occurrence date, Room room, Directory directory) {
        Site site = directory.siteOf(room);
        return !BookingPolicy.isOpen(room, site, date.time())
                || !BookingBounds.admitLength(date.time(), room.rules(), site.zone())
                || !BookingBounds.of(room, site, booking.status().shifted()).contain(date.time());
    }

    boolean mayRequest(Reason reason) {
        return proposal.terms().leeway() == PolicyLeeway.REQUEST
                && WAIVABLE.contains(reason.code())
                && reason.room()
                        .flatMap(proposal.directory()::room)
                        .filter(BookingRights.of(proposal.booker())::mayRequestMore)
                        .isPresent();
    }
}
