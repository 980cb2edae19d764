package org.passerelle.api.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.AccountTags;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.PersonEntry;
import org.passerelle.account.Role;
import org.passerelle.api.Fields;
import org.passerelle.api.HasBookings;
import org.passerelle.api.IfMatchTags;
import org.passerelle.api.NotFound;
import org.passerelle.api.Page;
import org.passerelle.api.ProblemType;
import org.passerelle.api.account.MeController.PersonJson;
import org.passerelle.api.contract.Refuses;
import org.passerelle.booking.RemovingPeople;
import org.passerelle.directory.SiteId;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's accounts, kept by the network administrator. */
@RestController
@RequestMapping("/api/v1/admin/people")
class PeopleController {

    private static final int LONGEST_NAME = 200;

    private final AccountRegister register;
    private final Accounts accounts;
    private final RemovingPeople removing;
    private final AheadChoices choices;

    PeopleController(AccountRegister register, Accounts accounts, RemovingPeople removing, AheadChoices choices) {
        this.register = register;
        this.accounts = accounts;
        this.removing = removing;
        this.choices = choices;
    }

    @Operation(summary = "Lists everybody who has an account.")
    @GetMapping
    Page<PersonJson> list(
            @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable String cursor) {
        List<PersonJson> all = register.people().stream().map(PersonJson::of).toList();
        return Page.of("people", all, PersonJson::email, limit, cursor);
    }

    @Operation(summary = "Shows an account.")
    @GetMapping("/{email}")
    ResponseEntity<PersonJson> get(@PathVariable String email) {
        return EmailAddress.parse(email)
                .flatMap(accounts::person)
                .map(PeopleController::tagged)
                .orElseThrow(() -> new NotFound("person " + email));
    }

    private static ResponseEntity<PersonJson> tagged(Person person) {
        return ResponseEntity.ok().eTag(AccountTags.of(person)).body(PersonJson.of(person));
    }

    @Operation(summary = "Gives somebody an account, or changes it.")
    @PutMapping("/{email}")
    ResponseEntity<PersonJson> put(
            @PathVariable String email,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PersonRequest request) {
        PersonEntry person = read(email, request);
        register.put(person, Optional.ofNullable(request.password()), IfMatchTags.required(ifMatch))
                .ifPresent(refusal -> AccountRefusals.raise(refusal, "password"));
        return tagged(accounts.person(person.email()).orElseThrow(() -> new NotFound("person " + person.email())));
    }

    /**
     * @param bookings what becomes of their bookings ahead; needed if there are any
     * @param to who gets them when they are handed over
     */
    @Operation(summary = "Removes an account, also when it is not there.")
    @Refuses(ProblemType.HAS_BOOKINGS)
    @DeleteMapping("/{email}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @CurrentPerson Person person,
            @PathVariable String email,
            @RequestParam(required = false) @Nullable String bookings,
            @RequestParam(required = false) @Nullable String to,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return;
        }
        accounts.person(address.get()).ifPresent(found -> IfMatchTags.require(ifMatch, AccountTags.of(found)));
        RemovingPeople.BookingsAhead ahead = choices.read(address.get(), bookings, to, anybody -> true);
        RemovingPeople.RemovalOutcome outcome = removing.remove(person, address.get(), ahead);
        if (outcome instanceof RemovingPeople.RemovalOutcome.HasBookings has) {
            throw new HasBookings(has.count());
        }
        if (outcome instanceof RemovingPeople.RemovalOutcome.Refused refused) {
            AccountRefusals.raise(refused.why(), "password");
        }
    }

    private static PersonEntry read(String email, PersonRequest request) {
        Fields fields = new Fields();
        Optional<EmailAddress> address = fields.parsed("email", email, EmailAddress::new, "email.form");
        String name = fields.line("name", request.name(), LONGEST_NAME);
        Optional<Role> role = Optional.ofNullable(request.role());
        if (role.isEmpty()) {
            fields.refuse("role", "field.missing");
        }
        Optional<String> organisation = Optional.ofNullable(request.organisation());
        if (organisation.filter(slug -> !OrganisationId.isSlug(slug)).isPresent()) {
            fields.refuse("organisation", "organisation.form");
        }
        Set<SiteId> sites = sitesOf(request, fields);
        if (sites.isEmpty() == role.filter(Role.SITE_MANAGER::equals).isPresent()) {
            fields.refuse("sites", "sites.only-for-managers");
        }
        if (request.organisation() == null
                && role.filter(PeopleController::booksForSomebody).isPresent()) {
            fields.refuse("organisation", "organisation.needed");
        }
        fields.requireNone();
        return new PersonEntry(address.orElseThrow(), name, role.orElseThrow(), organisation, sites);
    }

    private static boolean booksForSomebody(Role role) {
        return role == Role.MEMBER || role == Role.GUEST;
    }

    private static Set<SiteId> sitesOf(PersonRequest request, Fields fields) {
        return Optional.ofNullable(request.sites()).orElse(List.of()).stream()
                .flatMap(site -> fields.parsed("sites", site, SiteId::new, "organisation.form").stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param password needed for somebody new; null keeps the present one */
    record PersonRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Role role,

            @Nullable String organisation,
            @Nullable List<String> sites,
            @Nullable String password) {}
}
