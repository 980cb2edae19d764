package org.passerelle.booking.policy;

import java.util.Optional;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.account.Role;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.directory.ArrivalRules.RepeatNoShows;
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
        return needsApproval(room, person.id(), person.organisation()) && !person.manages(room.site());
    }

    /** Whether {@code room} is had only with agreement: by anybody, or by somebody who repeatedly did not come. */
    static boolean needsApproval(Room room, PersonId person, Optional<OrganisationId> organisation) {
        if (room.rules().access().needsApproval()) {
            return true;
        }
        RepeatNoShows repeated = room.rules().arrival().repeated();
        return !repeated.areNobody()
                && (repeated.people().contains(ActorId.of(person).value())
                        || organisation
                                .map(OrganisationId::value)
                                .filter(repeated.organisations()::contains)
                                .isPresent());
    }
}
