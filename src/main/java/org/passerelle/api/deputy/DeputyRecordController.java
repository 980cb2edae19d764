package org.passerelle.api.deputy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.Contact;
import org.passerelle.account.Organisation;
import org.passerelle.account.Person;
import org.passerelle.account.deputy.DeputyChange;
import org.passerelle.account.deputy.DeputyChange.DeputyChangeKind;
import org.passerelle.account.deputy.NamingDeputies;
import org.passerelle.account.deputy.Principal.OrganisationPrincipal;
import org.passerelle.account.deputy.Principal.PersonPrincipal;
import org.passerelle.api.Page;
import org.passerelle.security.CurrentPerson;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of deputies: the part of the record that is about no booking. */
@RestController
@RequestMapping("/api/v1/audit/deputies")
class DeputyRecordController {

    private final NamingDeputies naming;
    private final Accounts accounts;

    DeputyRecordController(NamingDeputies naming, Accounts accounts) {
        this.naming = naming;
        this.accounts = accounts;
    }

    /**
     * One line of it.
     *
     * @param principal the address of a person, or the name of an organisation
     * @param from when they begin; null for at once
     * @param until when their time is over; null for until further notice
     * @param by who did it; null if their time was over, or an account had ended
     */
    @Schema(name = "DeputyChange")
    record DeputyChangeView(
            String id,
            Instant at,
            @Schema(implementation = DeputyChangeKind.class) String type,
            String principal,
            String deputy,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean includesPrivate,
            @Nullable String by) {

        static DeputyChangeView of(DeputyChange change, Accounts accounts) {
            return new DeputyChangeView(
                    change.id(),
                    change.at(),
                    change.kind().name(),
                    principal(change, accounts),
                    accounts.contact(change.deputy()).email().value(),
                    change.terms().from().orElse(null),
                    change.terms().until().orElse(null),
                    change.terms().includesPrivate(),
                    change.by()
                            .map(accounts::contact)
                            .map(contact -> contact.email().value())
                            .orElse(null));
        }

        private static String principal(DeputyChange change, Accounts accounts) {
            Optional<Contact> person = change.principal() instanceof PersonPrincipal principal
                    ? Optional.of(accounts.contact(principal.id()))
                    : Optional.empty();
            return person.map(contact -> contact.email().value())
                    .or(() -> change.principal() instanceof OrganisationPrincipal principal
                            ? accounts.organisation(principal.id())
                                    .map(Organisation::id)
                                    .map(id -> id.slug())
                            : Optional.empty())
                    .orElse("");
        }

        /** The newest first. */
        String key() {
            return "%019d %s".formatted(Long.MAX_VALUE - at.toEpochMilli(), id);
        }
    }

    @Operation(
            summary = "Lists who was named a deputy and when that ended, as far as it concerns you, the newest first.")
    @GetMapping
    Page<DeputyChangeView> list(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        List<DeputyChangeView> all = naming.record(person, Instant.EPOCH).stream()
                .map(change -> DeputyChangeView.of(change, accounts))
                .sorted(Comparator.comparing(DeputyChangeView::key))
                .toList();
        return Page.of("deputyRecord", all, DeputyChangeView::key, limit, cursor);
    }
}
