package org.passerelle.account.deputy;

import java.util.Optional;
import org.passerelle.account.AccountId;
import org.passerelle.account.OrganisationId;

/** For whom deputies stand in. */
public sealed interface Principal {

    /** Begins the text of a person, and of no organisation. */
    String PERSON = "person ";

    /** Begins the text of an organisation, and of no person. */
    String ORGANISATION = "organisation ";

    /** Somebody: their bookings, and their decisions if they manage sites. */
    record PersonPrincipal(AccountId id) implements Principal {

        @Override
        public String text() {
            return PERSON + id.text();
        }
    }

    /** Everybody of an organisation: their bookings. */
    record OrganisationPrincipal(OrganisationId id) implements Principal {

        @Override
        public String text() {
            return ORGANISATION + id.value();
        }
    }

    /** As it is stored. */
    String text();

    /** What {@link #text} has written; empty for anything else. */
    static Optional<Principal> read(String text) {
        if (text.startsWith(PERSON)) {
            return Optional.of(new PersonPrincipal(new AccountId(text.substring(PERSON.length()))));
        }
        return text.startsWith(ORGANISATION)
                ? Optional.of(new OrganisationPrincipal(new OrganisationId(text.substring(ORGANISATION.length()))))
                : Optional.empty();
    }
}
