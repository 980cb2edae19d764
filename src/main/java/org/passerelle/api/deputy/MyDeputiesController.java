package org.passerelle.api.deputy;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountId;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Organisation;
import org.passerelle.account.Person;
import org.passerelle.account.deputy.NamingDeputies;
import org.passerelle.account.deputy.Principal;
import org.passerelle.account.deputy.Principal.OrganisationPrincipal;
import org.passerelle.account.deputy.Principal.PersonPrincipal;
import org.passerelle.api.Page;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own deputies, and for whom one is a deputy. */
@RestController
@RequestMapping("/api/v1/me")
class MyDeputiesController {

    private final NamedDeputies deputies;
    private final NamingDeputies naming;
    private final Accounts accounts;

    MyDeputiesController(NamedDeputies deputies, NamingDeputies naming, Accounts accounts) {
        this.deputies = deputies;
        this.naming = naming;
        this.accounts = accounts;
    }

    @Operation(summary = "Lists who stands in for you.")
    @GetMapping("/deputies")
    Page<DeputyView> list(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return deputies.page(own(person), limit, cursor);
    }

    @Operation(summary = "Names a colleague who stands in for you, or changes when and how far.")
    @PutMapping("/deputies/{email}")
    DeputyView name(@CurrentPerson Person person, @PathVariable String email, @RequestBody DeputyFields fields) {
        return deputies.name(person, own(person), email, fields);
    }

    @Operation(summary = "Ends that somebody stands in for you, also when nobody does.")
    @DeleteMapping("/deputies/{email}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@CurrentPerson Person person, @PathVariable String email) {
        deputies.end(person, own(person), email);
    }

    @Operation(summary = "Lists for whom you stand in.")
    @GetMapping("/principals")
    Page<PrincipalView> principals(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        List<PrincipalView> all = naming.by(person.id()).stream()
                .map(each -> PrincipalView.of(each, person, accounts))
                .sorted(Comparator.comparing(PrincipalView::key))
                .toList();
        return Page.of("principals", all, PrincipalView::key, limit, cursor);
    }

    /** @param principal the e-mail address of a person or the name of an organisation */
    @Operation(summary = "Ends that you stand in for somebody, also when you do not.")
    @DeleteMapping("/principals/{principal}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resign(@CurrentPerson Person person, @PathVariable String principal) {
        Optional<Principal> whom = EmailAddress.parse(principal)
                .flatMap(accounts::person)
                .map(MyDeputiesController::own)
                .or(() -> accounts.organisation(principal).map(Organisation::id).map(OrganisationPrincipal::new));
        whom.ifPresent(each -> naming.end(person, each, person.email()));
    }

    private static Principal own(Person person) {
        return new PersonPrincipal((AccountId) person.id());
    }
}
