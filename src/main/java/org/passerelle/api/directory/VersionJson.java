package org.passerelle.api.directory;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.Contact;
import org.passerelle.account.PersonId;
import org.passerelle.directory.version.DirectoryVersion;
import org.passerelle.directory.version.VersionNote;
import org.passerelle.directory.version.VersionOrigin;

/**
 * A version of the directory.
 *
 * @param since when it came into force; null if that was before versions were kept
 * @param by who put it in force; null if it was the program
 * @param concerning the room or the site that was changed by its form, or the number of the version that was put back
 */
@Schema(name = "DirectoryVersion")
record VersionJson(
        long version,
        @Nullable Instant since,
        @Schema(implementation = VersionOrigin.class) String origin,
        @Nullable VersionAuthor by,
        @Nullable String concerning) {

    /** Nobody is named once their account has been erased. */
    @Schema(name = "DirectoryVersionAuthor")
    record VersionAuthor(
            String id, @Nullable String email, @Nullable String name) {

        static VersionAuthor of(String id, Accounts accounts) {
            Contact contact = accounts.contact(PersonId.read(id));
            return new VersionAuthor(id, contact.email().value(), contact.name());
        }
    }

    static VersionJson of(DirectoryVersion version, Accounts accounts) {
        VersionNote note = version.note();
        return new VersionJson(
                version.number(),
                version.since().orElse(null),
                note.origin().name(),
                Optional.of(note.by())
                        .filter(id -> !id.isEmpty())
                        .map(id -> VersionAuthor.of(id, accounts))
                        .orElse(null),
                note.concerning().isEmpty() ? null : note.concerning());
    }
}
