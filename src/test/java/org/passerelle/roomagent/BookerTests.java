package org.passerelle.roomagent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.account.AccountsInMemory;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.roomagent.event.ActingSender;

/** Who is taken for a colleague of whom. */
class BookerTests {

    /** Of the organisations that their names end with. */
    private static final AccountsInMemory ACCOUNTS = new AccountsInMemory(
            Stream.of(
                            "eva.atelier@atelier.example",
                            "kim.atelier@atelier.example",
                            "kim.mairie@atelier.example",
                            "kim.atelier@elsewhere.example",
                            "eva.atelier@gmail.com",
                            "kim.atelier@gmail.com",
                            "eva.atelier@orange.fr",
                            "kim.atelier@orange.fr")
                    .map(BookerTests::person)
                    .toList(),
            List.of());

    private final ActingSender booker = new ActingSender(ACCOUNTS);

    private static Person person(String email) {
        String name = email.substring(0, email.indexOf('@'));
        return new Person(
                AccountsInMemory.id(email),
                new EmailAddress(email),
                name,
                Role.MEMBER,
                Optional.of(new OrganisationId(name.substring(name.indexOf('.') + 1))),
                Set.of());
    }

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
