package org.passerelle.account;

import java.util.Optional;

/** The people and organisations of the network. */
public interface Accounts {

    Optional<Person> person(EmailAddress id);

    Optional<Organisation> organisation(OrganisationId id);
}
