package org.passerelle.api.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.AccountTags;
import org.passerelle.account.Accounts;
import org.passerelle.account.Organisation;
import org.passerelle.account.OrganisationId;
import org.passerelle.api.Fields;
import org.passerelle.api.IfMatchTags;
import org.passerelle.api.NotFound;
import org.passerelle.api.Page;
import org.passerelle.api.Stale;
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

/** The organisations, kept by the network administrator. */
@RestController
@RequestMapping("/api/v1/admin/organisations")
class OrganisationsController {

    private static final int LONGEST_NAME = 200;
    private static final Duration GREATEST_QUOTA = Duration.ofHours(10_000);

    private final AccountRegister register;
    private final Accounts accounts;

    OrganisationsController(AccountRegister register, Accounts accounts) {
        this.register = register;
        this.accounts = accounts;
    }

    @Operation(summary = "Lists the organisations.")
    @GetMapping
    Page<OrganisationJson> list(
            @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable String cursor) {
        List<OrganisationJson> all =
                register.organisations().stream().map(OrganisationJson::of).toList();
        return Page.of("organisations", all, OrganisationJson::id, limit, cursor);
    }

    @Operation(summary = "Shows an organisation.")
    @GetMapping("/{id}")
    ResponseEntity<OrganisationJson> get(@PathVariable String id) {
        return accounts.organisation(id)
                .map(OrganisationsController::tagged)
                .orElseThrow(() -> new NotFound("organisation " + id));
    }

    private static ResponseEntity<OrganisationJson> tagged(Organisation organisation) {
        return ResponseEntity.ok().eTag(AccountTags.of(organisation)).body(OrganisationJson.of(organisation));
    }

    @Operation(summary = "Adds an organisation, or changes it.")
    @PutMapping("/{id}")
    ResponseEntity<OrganisationJson> put(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody OrganisationRequest request) {
        Fields fields = new Fields();
        requireSlug(fields, id);
        String name = fields.line("name", request.name(), LONGEST_NAME);
        Optional<Duration> quota = Optional.ofNullable(request.weeklyQuota());
        if (quota.filter(OrganisationsController::isOutOfBounds).isPresent()) {
            fields.refuse("weeklyQuota", "quota.positive");
        }
        fields.requireNone();
        return tagged(
                register.put(id, name, quota, IfMatchTags.required(ifMatch)).orElseThrow(Stale::new));
    }

    @Operation(summary = "Removes an organisation, also when it is not there.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Fields fields = new Fields();
        requireSlug(fields, id);
        fields.requireNone();
        register.removeOrganisation(id, IfMatchTags.required(ifMatch))
                .ifPresent(refusal -> AccountRefusals.raise(refusal, "password"));
    }

    private static void requireSlug(Fields fields, String id) {
        if (!OrganisationId.isSlug(id)) {
            fields.refuse("id", "organisation.form");
        }
    }

    private static boolean isOutOfBounds(Duration quota) {
        return quota.isZero() || quota.isNegative() || quota.compareTo(GREATEST_QUOTA) > 0;
    }

    /** @param weeklyQuota room-hours a week; null for no limit */
    record OrganisationRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name,

            @Nullable Duration weeklyQuota) {}

    /** An organisation as told to the administrator. */
    record OrganisationJson(
            String id, String name, @Nullable Duration weeklyQuota) {

        static OrganisationJson of(Organisation organisation) {
            return new OrganisationJson(
                    organisation.id().slug(),
                    organisation.name(),
                    organisation.weeklyQuota().orElse(null));
        }
    }
}
