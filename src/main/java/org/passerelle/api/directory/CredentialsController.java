package org.passerelle.api.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.Contact;
import org.passerelle.account.Person;
import org.passerelle.api.Fields;
import org.passerelle.api.Page;
import org.passerelle.device.credentials.Credential;
import org.passerelle.device.credentials.Credentials;
import org.passerelle.directory.Slug;
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

/** Users and passwords of the devices in the rooms: the network administrator gives them, and nobody gets them back. */
@RestController
@RequestMapping("/api/v1/admin/credentials")
class CredentialsController {

    private final Credentials credentials;
    private final Accounts accounts;

    CredentialsController(Credentials credentials, Accounts accounts) {
        this.credentials = credentials;
        this.accounts = accounts;
    }

    /** Their names, and when who gave them. */
    @Operation(summary = "Lists the names of the credentials of devices.")
    @GetMapping
    Page<CredentialJson> list(
            @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable String cursor) {
        List<CredentialJson> all = credentials.list().stream()
                .map(entry -> CredentialJson.of(entry, accounts.contact(entry.by())))
                .toList();
        return Page.of("credentials", all, CredentialJson::name, limit, cursor);
    }

    /** Stores one, in the place of what had its name. */
    @Operation(summary = "Stores the credentials of a device under a name.")
    @PutMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@CurrentPerson Person person, @PathVariable String name, @RequestBody CredentialRequest request) {
        Fields fields = new Fields();
        if (!Slug.isSlug(name)) {
            fields.refuse("name", "organisation.form");
        }
        if (!credentials.canKeep()) {
            fields.refuse("", "credential.no-key");
        }
        String user = fields.line("user", request.user(), Credential.LONGEST);
        String password = fields.line("password", request.password(), Credential.LONGEST);
        if (user.indexOf(':') >= 0) {
            fields.refuse("user", "credential.colon");
        }
        fields.requireNone();
        credentials.put(name, new Credential(user, password), person.id());
    }

    /** Forgets one; also when it is not there. */
    @Operation(summary = "Forgets the credentials of a device, also when there are none.")
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name) {
        credentials.remove(name);
    }

    /** What a device wants to hear. */
    record CredentialRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String user,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String password) {

        @Override
        public String toString() {
            return "CredentialRequest[hidden]";
        }
    }

    /** @param readable false if it was stored under another key and must be given anew */
    record CredentialJson(String name, Instant changedAt, String changedBy, boolean readable) {

        static CredentialJson of(Credentials.CredentialEntry entry, Contact by) {
            return new CredentialJson(entry.name(), entry.changed(), by.email().value(), entry.isReadable());
        }
    }
}
