package org.passerelle.booking.model;

import java.util.Optional;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;

/**
 * Whose booking it is and for which organisation.
 *
 * @param bookedBy who made it in the organiser's name; empty if they did it themselves. It gives no right to anything
 */
public record Owner(PersonId organiser, Optional<OrganisationId> organisation, Optional<PersonId> bookedBy) {

    /** Somebody who booked for themselves. */
    public Owner(PersonId organiser, Optional<OrganisationId> organisation) {
        this(organiser, organisation, Optional.empty());
    }

    public static Owner of(Person person) {
        return new Owner(person.id(), person.organisation());
    }

    /** The same, for whom {@code deputy} has booked. */
    public Owner bookedBy(PersonId deputy) {
        return new Owner(organiser, organisation, Optional.of(deputy));
    }
}
