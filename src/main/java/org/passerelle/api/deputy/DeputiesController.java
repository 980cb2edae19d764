package org.passerelle.api.deputy;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountId;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Organisation;
import org.passerelle.account.Person;
import org.passerelle.account.deputy.Principal;
import org.passerelle.account.deputy.Principal.OrganisationPrincipal;
import org.passerelle.account.deputy.Principal.PersonPrincipal;
import org.passerelle.api.NotFound;
import org.passerelle.api.Page;
import org.passerelle.api.ProblemType;
import org.passerelle.api.contract.Refuses;
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

/** Everybody's deputies and those of organisations, kept by the network administrator. */
@RestController
@RequestMapping("/api/v1/admin")
class DeputiesController {

    private final NamedDeputies deputies;
    private final Accounts accounts;

    DeputiesController(NamedDeputies deputies, Accounts accounts) {
        this.deputies = deputies;
        this.accounts = accounts;
    }

    @Operation(summary = "Lists who stands in for somebody.")
    @Refuses(ProblemType.NOT_FOUND)
    @GetMapping("/people/{email}/deputies")
    Page<DeputyView> ofPerson(
            @PathVariable String email,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return deputies.page(person(email), limit, cursor);
    }

    @Operation(summary = "Names a colleague who stands in for somebody, or changes when and how far; never yourself.")
    @Refuses(ProblemType.NOT_FOUND)
    @PutMapping("/people/{email}/deputies/{deputy}")
    DeputyView nameForPerson(
            @CurrentPerson Person person,
            @PathVariable String email,
            @PathVariable String deputy,
            @RequestBody DeputyFields fields) {
        return deputies.name(person, person(email), deputy, fields);
    }

    @Operation(summary = "Ends that somebody stands in for somebody, also when nobody does.")
    @Refuses(ProblemType.NOT_FOUND)
    @DeleteMapping("/people/{email}/deputies/{deputy}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endForPerson(@CurrentPerson Person person, @PathVariable String email, @PathVariable String deputy) {
        deputies.end(person, person(email), deputy);
    }

    @Operation(summary = "Lists who stands in for everybody of an organisation.")
    @Refuses(ProblemType.NOT_FOUND)
    @GetMapping("/organisations/{id}/deputies")
    Page<DeputyView> ofOrganisation(
            @PathVariable String id,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return deputies.page(organisation(id), limit, cursor);
    }

    @Operation(summary = "Names a member who stands in for everybody of an organisation, or changes when.")
    @Refuses(ProblemType.NOT_FOUND)
    @PutMapping("/organisations/{id}/deputies/{deputy}")
    DeputyView nameForOrganisation(
            @CurrentPerson Person person,
            @PathVariable String id,
            @PathVariable String deputy,
            @RequestBody DeputyFields fields) {
        return deputies.name(person, organisation(id), deputy, fields);
    }

    @Operation(summary = "Ends that somebody stands in for an organisation, also when nobody does.")
    @Refuses(ProblemType.NOT_FOUND)
    @DeleteMapping("/organisations/{id}/deputies/{deputy}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endForOrganisation(@CurrentPerson Person person, @PathVariable String id, @PathVariable String deputy) {
        deputies.end(person, organisation(id), deputy);
    }

    private Principal person(String email) {
        return EmailAddress.parse(email)
                .flatMap(accounts::person)
                .map(Person::id)
                .filter(AccountId.class::isInstance)
                .map(id -> new PersonPrincipal((AccountId) id))
                .orElseThrow(() -> new NotFound("person " + email));
    }

    private Principal organisation(String id) {
        return accounts.organisation(id)
                .map(Organisation::id)
                .map(OrganisationPrincipal::new)
                .orElseThrow(() -> new NotFound("organisation " + id));
    }
}
