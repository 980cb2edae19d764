package org.passerelle.booking.policy;

import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.directory.Room;

/**
 * Which rooms somebody may book at all: guests none, members those that are kept for nobody else, managers all of their sites.
 * The one place that says it, for booking and for all that shows what can be booked.
 *
 * @param organisation of {@code person}, empty if there is none
 */
public record BookingRights(Person person, String organisation) {

    public static BookingRights of(Person person) {
        return new BookingRights(
                person, person.organisation().map(OrganisationId::slug).orElse(""));
    }

    /** Whether they may look for free rooms: whoever may book some room. */
    public boolean mayLookForRooms() {
        return person.role() != Role.GUEST;
    }

    public boolean mayBook(Room room) {
        return mayLookForRooms() && (room.rules().access().admits(organisation) || person.runs(room.site()));
    }

    /** Whether they have {@code room} only when a manager of its site agrees. */
    public boolean needsApproval(Room room) {
        return room.rules().access().needsApproval() && !person.manages(room.site());
    }
}
