package org.passerelle.api.deputy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.Contact;
import org.passerelle.account.Organisation;
import org.passerelle.account.Person;
import org.passerelle.account.deputy.Deputyship;
import org.passerelle.account.deputy.Principal.OrganisationPrincipal;
import org.passerelle.account.deputy.Principal.PersonPrincipal;

/**
 * For whom somebody stands in, as told to them: a person or all of an organisation.
 *
 * @param inForce whether they do at this moment
 */
@Schema(name = "Principal")
record PrincipalView(
        @Nullable String email,
        @Nullable String organisation,
        String name,
        @Nullable Instant from,
        @Nullable Instant until,
        boolean includesPrivate,
        boolean inForce) {

    static PrincipalView of(Deputyship deputyship, Person deputy, Accounts accounts) {
        Optional<Contact> person = deputyship.principal() instanceof PersonPrincipal principal
                ? Optional.of(accounts.contact(principal.id()))
                : Optional.empty();
        Optional<Organisation> organisation = deputyship.principal() instanceof OrganisationPrincipal principal
                ? accounts.organisation(principal.id())
                : Optional.empty();
        return new PrincipalView(
                person.map(each -> each.email().value()).orElse(null),
                organisation.map(each -> each.id().slug()).orElse(null),
                person.map(Contact::name)
                        .or(() -> organisation.map(Organisation::name))
                        .orElse(""),
                deputyship.terms().from().orElse(null),
                deputyship.terms().until().orElse(null),
                deputyship.terms().includesPrivate(),
                deputyship.isInForceFor(deputy));
    }

    /** Unique among those of one deputy, and in the order in which they are told: people first. */
    String key() {
        return email != null ? "1 " + email : "2 " + organisation;
    }
}
