package org.passerelle.account;

import java.util.Optional;

/** The people and organisations of the network. */
public interface Accounts {

    /** Empty for outsiders and once the account has ended. */
    Optional<Person> person(PersonId id);

    /** Who has this address now. */
    Optional<Person> person(EmailAddress address);

    /** Whom {@code id} names, also after the account has ended. */
    Contact contact(PersonId id);

    /** Where somebody is reached now; empty once their account has ended, whoever has the address then. */
    default Optional<EmailAddress> addressOf(PersonId id) {
        return id instanceof OutsiderId outsider
                ? Optional.of(outsider.address())
                : person(id).map(Person::email);
    }

    /** Empty once it has ended. */
    Optional<Organisation> organisation(OrganisationId id);

    /** Which organisation goes by this name now, such as {@code atelier-brie}. */
    Optional<Organisation> organisation(String slug);

    /** Whom {@code address} stands for now. */
    default PersonId idOf(EmailAddress address) {
        return person(address).map(Person::id).orElseGet(() -> new OutsiderId(address));
    }
}
