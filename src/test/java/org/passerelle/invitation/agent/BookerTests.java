package org.passerelle.invitation.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Organisation;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.Role;

/** Who is taken for a colleague of whom. */
class BookerTests {

    /** Everybody has an account, of the organisation that their name ends with. */
    private static final class Everybody implements Accounts {

        @Override
        public Optional<Person> person(EmailAddress id) {
            String name = id.value().substring(0, id.value().indexOf('@'));
            OrganisationId organisation = new OrganisationId(name.substring(name.indexOf('.') + 1));
            return Optional.of(new Person(id, name, Role.MEMBER, Optional.of(organisation), Set.of()));
        }

        @Override
        public Optional<Organisation> organisation(OrganisationId id) {
            return Optional.empty();
        }
    }

    private final Booker booker = new Booker(new Everybody());

    @Test
    void takesForColleaguesWhoeverIsOfOneOrganisationAtItsOwnDomain() {
        assertThat(booker.areColleagues("eva.atelier@atelier.example", "kim.atelier@atelier.example"))
                .isTrue();
        assertThat(booker.areColleagues("eva.atelier@atelier.example", "kim.mairie@atelier.example"))
                .isFalse();
        assertThat(booker.areColleagues("eva.atelier@atelier.example", "kim.atelier@elsewhere.example"))
                .isFalse();
    }

    @Test
    void takesNobodyForAColleagueAtAPublicMailProvider() {
        assertThat(booker.areColleagues("eva.atelier@gmail.com", "kim.atelier@gmail.com"))
                .isFalse();
        assertThat(booker.areColleagues("eva.atelier@orange.fr", "kim.atelier@orange.fr"))
                .isFalse();
    }
}
