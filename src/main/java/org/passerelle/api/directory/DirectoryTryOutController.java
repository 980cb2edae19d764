package org.passerelle.api.directory;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.closure.AffectedDates;
import org.passerelle.closure.RuleChanges;
import org.passerelle.directory.Directories;
import org.passerelle.directory.DirectoryPreview;
import org.passerelle.directory.DirectoryUpdates.Accepted;
import org.passerelle.directory.DirectoryUpdates.Refused;
import org.passerelle.directory.version.DirectoryVersions;
import org.passerelle.platform.work.Metered;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what another directory would do to what is booked; documented with the call that puts one in force. */
@RestController
@RequestMapping("/api/v1/admin/directory")
@Metered
@Hidden
class DirectoryTryOutController {

    private final DirectoryVersions versions;
    private final DirectoryPreview preview;
    private final Directories directories;
    private final RuleChanges changes;

    DirectoryTryOutController(
            DirectoryVersions versions, DirectoryPreview preview, Directories directories, RuleChanges changes) {
        this.versions = versions;
        this.preview = preview;
        this.directories = directories;
        this.changes = changes;
    }

    /** Dates of bookings in rooms that would be gone are among them, also where the file would be refused for that. */
    @PutMapping(
            params = "dryRun=true",
            consumes = {"application/yaml", "application/x-yaml", "text/yaml", "text/plain"})
    AffectedDates tryOut(@RequestBody(required = false) byte @Nullable [] yaml, Locale locale) {
        return tried(DirectoryController.decoded(yaml == null ? new byte[0] : yaml), locale);
    }

    @PostMapping(path = "/versions/{version}/revert", params = "dryRun=true")
    AffectedDates tryRevert(@PathVariable String version, Locale locale) {
        return tried(VersionsController.find(versions, version).text(), locale);
    }

    private AffectedDates tried(String text, Locale locale) {
        var outcome = preview.preview(text);
        if (outcome instanceof Refused refused) {
            throw DirectoryController.faulty(refused, locale);
        }
        return AffectedDates.tried(changes.affected(directories.current(), ((Accepted) outcome).directory()));
    }
}
