package org.passerelle.booking.policy;

import java.util.Set;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Room;

/**
 * Guests book nothing; some rooms are kept for certain organisations. The manager of a site may book any room there, on
 * behalf of whoever calls.
 */
final class OpenToTheBooker implements BookingRule {

    @Override
    public void judge(Proposal proposal, Objections objections) {
        Person booker = proposal.booker();
        Set<Room> asked = proposal.asked();
        if (asked.isEmpty()) {
            return;
        }
        if (booker.role() == Role.GUEST) {
            objections.add(Reason.of(ReasonCode.NOT_ALLOWED));
            return;
        }
        BookingRights rights = BookingRights.of(booker);
        for (Room room : asked) {
            if (!rights.mayBook(room)) {
                objections.add(Reason.of(ReasonCode.NOT_ALLOWED, room.id()));
            }
        }
    }
}
