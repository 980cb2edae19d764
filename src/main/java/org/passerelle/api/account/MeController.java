package org.passerelle.api.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.api.InvalidRequest;
import org.passerelle.security.CurrentPerson;
import org.passerelle.security.throttle.PasswordChanges;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own account. */
@RestController
@RequestMapping("/api/v1/me")
class MeController {

    private final AccountRegister register;
    private final PasswordChanges changes;

    MeController(AccountRegister register, PasswordChanges changes) {
        this.register = register;
        this.changes = changes;
    }

    @Operation(summary = "Tells who you are.")
    @GetMapping
    PersonJson me(@CurrentPerson Person person) {
        return PersonJson.of(person);
    }

    @Operation(summary = "Changes your password, which ends your tokens and sessions.")
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@CurrentPerson Person person, @RequestBody PasswordChange change) {
        if (change.present() == null || change.next() == null) {
            throw new InvalidRequest(change.present() == null ? "present" : "next", "field.missing");
        }
        changes.count(person.id().toString());
        register.changePassword(person.id(), change.present(), change.next())
                .ifPresent(refusal -> AccountRefusals.raise(refusal, "next"));
    }

    /** Both are needed. */
    record PasswordChange(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String present,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String next) {}

    /** A person as told to clients. */
    record PersonJson(
            String email,
            String name,
            @Schema(implementation = Role.class) String role,
            @Nullable String organisation,
            List<String> sites) {

        static PersonJson of(Person person) {
            return new PersonJson(
                    person.email().value(),
                    person.name(),
                    person.role().name(),
                    person.organisation().map(OrganisationId::slug).orElse(null),
                    person.sites().stream().map(Object::toString).sorted().toList());
        }
    }
}
