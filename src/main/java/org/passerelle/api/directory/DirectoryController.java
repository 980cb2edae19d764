package org.passerelle.api.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.InvalidRequest.FieldError;
import org.passerelle.api.closure.AffectedDates;
import org.passerelle.api.closure.AffectedView;
import org.passerelle.closure.RuleChanges;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.DirectoryUpdates;
import org.passerelle.directory.DirectoryUpdates.Accepted;
import org.passerelle.directory.DirectoryUpdates.DirectoryIsContended;
import org.passerelle.directory.DirectoryUpdates.Refused;
import org.passerelle.i18n.FileFaultTexts;
import org.passerelle.platform.work.Metered;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The whole directory as one YAML file, kept by the network administrator. */
@RestController
@RequestMapping("/api/v1/admin/directory")
@Metered
class DirectoryController {

    private final DirectoryUpdates updates;
    private final Directories directories;
    private final RuleChanges changes;

    DirectoryController(DirectoryUpdates updates, Directories directories, RuleChanges changes) {
        this.updates = updates;
        this.directories = directories;
        this.changes = changes;
    }

    /** The file in force, comments included; empty if there was never one. */
    @Operation(summary = "Gives the directory as its YAML file.")
    @GetMapping(produces = "application/yaml;charset=UTF-8")
    byte[] get() {
        return updates.text().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Puts another file in force, or tells all that is wrong with it, each with its line and column. What is booked stays, and
     * is told of where nobody could book it any more.
     */
    @Operation(
            summary =
                    "Puts another directory in force, or tells all that is wrong with it; tells of what is booked where"
                            + " nobody could book it any more.",
            parameters =
                    @Parameter(
                            name = "dryRun",
                            in = ParameterIn.QUERY,
                            description =
                                    "With true nothing is changed, and the answer holds only affected: the dates of"
                                            + " bookings that would lie where nobody could book them",
                            schema = @Schema(type = "boolean", defaultValue = "false")))
    @PutMapping(consumes = {"application/yaml", "application/x-yaml", "text/yaml", "text/plain"})
    DirectoryJson put(@RequestBody(required = false) byte @Nullable [] yaml, Locale locale) {
        try {
            Directory before = directories.current();
            var outcome = updates.replace(decoded(yaml == null ? new byte[0] : yaml));
            if (outcome instanceof Refused refused) {
                throw faulty(refused, locale);
            }
            Accepted accepted = (Accepted) outcome;
            return DirectoryJson.of(
                    accepted, accepted.changed() ? changes.affected(before, accepted.directory()) : List.of());
        } catch (DirectoryIsContended e) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "Try again", e);
        }
    }

    static InvalidRequest faulty(Refused refused, Locale locale) {
        return new InvalidRequest(refused.faults().stream()
                .map(fault -> new FieldError(fault.place(), FileFaultTexts.of(fault.fault(), locale)))
                .toList());
    }

    static String decoded(byte[] yaml) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(yaml))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidRequest("file", "directory.not-utf-8");
        }
    }

    /**
     * What is now in force.
     *
     * @param changed false if the file means what the one before it meant
     * @param affected the dates of bookings that lie where nobody could book them any more; they stay as they are
     */
    record DirectoryJson(long version, int sites, int rooms, boolean changed, List<AffectedView> affected) {

        static DirectoryJson of(Accepted accepted, List<AffectedDate> dates) {
            var directory = accepted.directory();
            return new DirectoryJson(
                    directory.version(),
                    directory.sites().size(),
                    directory.rooms().size(),
                    accepted.changed(),
                    AffectedDates.tried(dates).affected());
        }
    }
}
