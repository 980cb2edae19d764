package org.passerelle.api.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountId;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.api.Fields;
import org.passerelle.api.Page;
import org.passerelle.api.account.ExportController.ExportJson;
import org.passerelle.platform.work.Metered;
import org.passerelle.privacy.CopyNote;
import org.passerelle.privacy.PersonalDataExport;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Copies of what is kept of others, for the network's administrator to hand over to whoever asked for theirs. */
@RestController
@RequestMapping("/api/v1/admin/exports")
class CopiesController {

    private final PersonalDataExport export;
    private final Accounts accounts;

    CopiesController(PersonalDataExport export, Accounts accounts) {
        this.export = export;
        this.accounts = accounts;
    }

    /** @param email by which they are known, or were last */
    @Schema(name = "CopyOrder")
    record CopyFields(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String email) {}

    @Operation(
            summary =
                    "Gives a copy of all that is kept of somebody, with an account or without; it is noted, and they are told.")
    @Metered
    @PostMapping
    ResponseEntity<ExportJson> make(@CurrentPerson Person person, @RequestBody CopyFields request) {
        Fields fields = new Fields();
        Optional<EmailAddress> address = fields.parsed("email", request.email(), EmailAddress::new, "email.form");
        fields.requireNone();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(ExportJson.of(export.of(address.orElseThrow(), person)));
    }

    /**
     * That a copy was made.
     *
     * @param by the address of who made it
     * @param accounts of whom it is about; none if they have none
     */
    @Schema(name = "CopyNote")
    record CopyNoteView(String id, Instant at, String by, List<String> accounts) {

        static CopyNoteView of(CopyNote note, Accounts accounts) {
            return new CopyNoteView(
                    note.id(),
                    note.at(),
                    accounts.contact(note.by()).email().value(),
                    note.accounts().stream().map(AccountId::text).sorted().toList());
        }

        String key() {
            return at.toEpochMilli() + " " + id;
        }
    }

    @Operation(summary = "Lists which copies of what is kept of others were made, the oldest first.")
    @GetMapping
    Page<CopyNoteView> list(
            @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable String cursor) {
        List<CopyNoteView> all = export.ofOthers().stream()
                .map(note -> CopyNoteView.of(note, accounts))
                .sorted(Comparator.comparing(CopyNoteView::key))
                .toList();
        return Page.of("copies", all, CopyNoteView::key, limit, cursor);
    }
}
