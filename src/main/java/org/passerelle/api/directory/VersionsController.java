package org.passerelle.api.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.NotFound;
import org.passerelle.api.Page;
import org.passerelle.api.ProblemType;
import org.passerelle.api.contract.Refuses;
import org.passerelle.api.directory.DirectoryController.DirectoryJson;
import org.passerelle.closure.ReplaceDirectory;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.directory.DirectoryUpdates.DirectoryIsContended;
import org.passerelle.directory.edit.DirectoryDraft;
import org.passerelle.directory.edit.ValueChange;
import org.passerelle.directory.version.DirectoryVersion;
import org.passerelle.directory.version.DirectoryVersion.VersionText;
import org.passerelle.directory.version.DirectoryVersions;
import org.passerelle.directory.version.VersionNote;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What was in force, what has changed since, and the way back; for the network administrator. */
@RestController
@RequestMapping("/api/v1/admin/directory/versions")
@Metered
class VersionsController {

    private static final String LIST = "directory-versions";

    private final DirectoryVersions versions;
    private final ReplaceDirectory replacing;
    private final Accounts accounts;

    VersionsController(DirectoryVersions versions, ReplaceDirectory replacing, Accounts accounts) {
        this.versions = versions;
        this.replacing = replacing;
        this.accounts = accounts;
    }

    @Operation(summary = "Lists the versions of the directory, the newest first.")
    @GetMapping
    Page<VersionJson> list(
            @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable String cursor) {
        Page.requireLimit(limit);
        long before = cursor == null ? Long.MAX_VALUE : Long.parseLong(Page.keyIn(LIST, cursor));
        List<DirectoryVersion> found = versions.list(before, limit + 1);
        List<VersionJson> items = found.stream()
                .limit(limit)
                .map(each -> VersionJson.of(each, accounts))
                .toList();
        return new Page<>(
                items,
                found.size() > limit
                        ? Page.cursorAt(LIST, Long.toString(found.get(limit - 1).number()))
                        : null);
    }

    @Operation(summary = "Gives a version of the directory as its YAML file.")
    @GetMapping(path = "/{version}", produces = "application/yaml;charset=UTF-8")
    ResponseEntity<byte[]> get(@PathVariable String version) {
        VersionText found = find(version);
        return ResponseEntity.ok()
                .eTag(Long.toString(found.number()))
                .body(found.text().getBytes(StandardCharsets.UTF_8));
    }

    /** @param since the version to compare with; the one before unless said */
    @Operation(summary = "Tells in what a version of the directory differs from the one before, or from another.")
    @GetMapping("/{version}/changes")
    ChangesJson changes(@PathVariable String version, @RequestParam(required = false) @Nullable String since) {
        VersionText after = find(version);
        if (since != null && !isNumber(since)) {
            throw new InvalidRequest("since", "directory.version");
        }
        long wanted = since == null ? after.number() - 1 : Long.parseLong(since);
        String before = wanted == 0
                ? ""
                : versions.find(wanted)
                        .orElseThrow(() -> since == null
                                ? new NotFound("version " + wanted)
                                : new InvalidRequest("since", "directory.version"))
                        .text();
        List<ValueChange> changes = ValueChange.between(
                DirectoryDraft.of(before).tree(),
                DirectoryDraft.of(after.text()).tree());
        return new ChangesJson(
                wanted, after.number(), changes.stream().map(ChangeJson::of).toList());
    }

    @Operation(
            summary = "Puts a former version of the directory in force again, as a new version, and deals with what is"
                    + " booked where nobody could book it any more.",
            parameters = {
                @Parameter(
                        name = "dryRun",
                        in = ParameterIn.QUERY,
                        description = "With true nothing is changed, and the answer holds only affected",
                        schema = @Schema(type = "boolean", defaultValue = "false")),
                @Parameter(
                        name = "onBookings",
                        in = ParameterIn.QUERY,
                        description = "What becomes of these bookings, as when another directory is put in force",
                        schema = @Schema(implementation = OnBookings.class)),
                @Parameter(
                        name = "reason",
                        in = ParameterIn.QUERY,
                        description = "What whoever has booked is told, in one line",
                        schema = @Schema(type = "string", maxLength = ClosurePlan.LONGEST_REASON))
            })
    @Refuses(ProblemType.INVALID_REQUEST)
    @PostMapping("/{version}/revert")
    DirectoryJson revert(
            @CurrentPerson Person person,
            @PathVariable String version,
            @RequestParam(required = false) @Nullable String onBookings,
            @RequestParam(required = false) @Nullable String reason,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        VersionText former = find(version);
        VersionNote note = VersionNote.revert(person.id().text(), former.number());
        try {
            return DirectoryController.answer(
                    replacing.replace(
                            former.text(),
                            DirectoryController.wish(person, onBookings, reason),
                            DirectoryController.claim(ifMatch, note)),
                    locale);
        } catch (DirectoryIsContended e) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "Try again", e);
        }
    }

    private VersionText find(String version) {
        return find(versions, version);
    }

    static VersionText find(DirectoryVersions versions, String version) {
        if (!isNumber(version)) {
            throw new NotFound("version " + version);
        }
        return versions.find(Long.parseLong(version)).orElseThrow(() -> new NotFound("version " + version));
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,18}");
    }

    /** @param before the number of the version that is compared with; 0 for nothing */
    record ChangesJson(long before, long after, List<ChangeJson> changes) {}

    /**
     * A value of the file that has changed.
     *
     * @param path the keys that lead to it
     * @param before as it was written; null if nothing was
     */
    @Schema(name = "DirectoryChange")
    record ChangeJson(
            List<String> path,
            @Nullable String before,
            @Nullable String after) {

        static ChangeJson of(ValueChange change) {
            return new ChangeJson(
                    change.path(), change.before().orElse(null), change.after().orElse(null));
        }
    }
}
