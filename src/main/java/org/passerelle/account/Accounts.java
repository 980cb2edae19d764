package org.passerelle.account;

import java.util.Optional;

/** The people and organisations of the network. */
public interface Accounts {

    Optional<Person> person(PersonId id);

    Optional<Organisation> organisation(OrganisationId id);
}
