package org.passerelle.api.deputy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.account.deputy.NamingDeputies;
import org.passerelle.account.deputy.NamingDeputies.DeputyNaming;
import org.passerelle.account.deputy.NamingDeputies.DeputyRefusal;
import org.passerelle.account.deputy.Principal;
import org.passerelle.api.Fields;
import org.passerelle.api.Forbidden;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.Page;
import org.springframework.stereotype.Component;

/** Lists, names and ends deputies, whosever they are. */
@Component
class NamedDeputies {

    private final NamingDeputies naming;
    private final Accounts accounts;

    NamedDeputies(NamingDeputies naming, Accounts accounts) {
        this.naming = naming;
        this.accounts = accounts;
    }

    Page<DeputyView> page(Principal principal, int limit, @Nullable String cursor) {
        List<DeputyView> all = naming.of(principal).stream()
                .map(each -> DeputyView.of(each, accounts))
                .sorted(Comparator.comparing(DeputyView::email))
                .toList();
        return Page.of("deputies", all, DeputyView::email, limit, cursor);
    }

    /** @throws InvalidRequest if they cannot be a deputy there */
    DeputyView name(Person by, Principal principal, String email, DeputyFields fields) {
        Fields errors = new Fields();
        Optional<EmailAddress> address = errors.parsed("email", email, EmailAddress::new, "email.form");
        errors.requireNone();
        DeputyNaming outcome = naming.name(by, principal, address.orElseThrow(), fields.terms());
        if (outcome instanceof DeputyNaming.NotNamed refused) {
            if (refused.why() == DeputyRefusal.NOT_YOURS) {
                throw new Forbidden("naming deputies of others");
            }
            throw new InvalidRequest(
                    refused.why() == DeputyRefusal.ENDS_TOO_SOON ? "until" : "email",
                    "deputy." + refused.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return DeputyView.of(((DeputyNaming.Named) outcome).deputyship(), accounts);
    }

    /** Nothing happens if they are none. */
    void end(Person by, Principal principal, String email) {
        EmailAddress.parse(email).ifPresent(address -> naming.end(by, principal, address));
    }
}
