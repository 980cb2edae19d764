package org.passerelle.booking.policy;

import java.util.LinkedHashSet;
import java.util.Set;
import org.passerelle.account.Person;
import org.passerelle.booking.policy.BookingRights.TimeRight;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Room;
import org.passerelle.directory.permission.BookingGrant;

/**
 * Guests book nothing but what they may ask for; some rooms are kept for certain people, always or at some times. The manager of a site may book any room
 * there, on behalf of whoever calls.
 */
final class OpenToTheBooker implements BookingRule {

    @Override
    public void judge(Proposal proposal, Objections objections) {
        Person booker = proposal.booker();
        Set<Room> asked = proposal.asked();
        if (asked.isEmpty()) {
            return;
        }
        BookingRights rights = BookingRights.of(booker);
        if (!rights.mayLookForRooms() && asked.stream().noneMatch(BookingRights::areGuestsAdmitted)) {
            objections.add(Reason.of(ReasonCode.NOT_ALLOWED));
            return;
        }
        boolean arePlain = true;
        for (Room room : asked) {
            boolean isPlain = room.rules().permissions().isEmpty();
            arePlain &= isPlain;
            if (isPlain && !rights.mayBook(room)) {
                objections.add(Reason.of(ReasonCode.NOT_ALLOWED, room.id()));
            }
        }
        if (!arePlain) {
            judgeTimes(proposal, rights, objections);
        }
    }

    private static void judgeTimes(Proposal proposal, BookingRights rights, Objections objections) {
        Set<Reason> once = new LinkedHashSet<>();
        for (Proposal.Date date : proposal.dates()) {
            for (Room room : date.asked()) {
                if (!room.rules().permissions().isEmpty()) {
                    TimeRight right = rights.at(
                            date.time(),
                            room,
                            proposal.terms().recurs(),
                            proposal.siteOf(room).zone());
                    if (right.grant() == BookingGrant.NOTHING) {
                        once.add(PermissionReason.refusing(room, right, date, rights));
                    }
                }
            }
        }
        once.forEach(objections::add);
    }
}
