package org.passerelle.booking.model;

import java.util.Optional;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;

/** Who made a booking and for which organisation. */
public record Owner(PersonId organiser, Optional<OrganisationId> organisation) {

    public static Owner of(Person person) {
        return new Owner(person.id(), person.organisation());
    }
}
