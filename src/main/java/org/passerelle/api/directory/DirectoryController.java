package org.passerelle.api.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.api.Fields;
import org.passerelle.api.IfMatchTags;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.InvalidRequest.FieldError;
import org.passerelle.api.closure.AffectedDates;
import org.passerelle.api.closure.AffectedView;
import org.passerelle.closure.ReplaceDirectory;
import org.passerelle.closure.ReplaceDirectory.DirectoryReplacement;
import org.passerelle.closure.ReplaceDirectory.TreatmentWish;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.directory.DirectoryUpdates.Accepted;
import org.passerelle.directory.DirectoryUpdates.DirectoryIsContended;
import org.passerelle.directory.DirectoryUpdates.Refused;
import org.passerelle.directory.version.DirectoryVersion.VersionText;
import org.passerelle.directory.version.DirectoryVersions;
import org.passerelle.directory.version.VersionClaim;
import org.passerelle.directory.version.VersionNote;
import org.passerelle.i18n.ClosureTexts;
import org.passerelle.i18n.FileFaultTexts;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The whole directory as one YAML file, kept by the network administrator. */
@RestController
@RequestMapping("/api/v1/admin/directory")
@Metered
class DirectoryController {

    /** What any other tag stands for. */
    private static final long NO_VERSION = -1;

    private final DirectoryVersions versions;
    private final ReplaceDirectory replacing;

    DirectoryController(DirectoryVersions versions, ReplaceDirectory replacing) {
        this.versions = versions;
        this.replacing = replacing;
    }

    /** The file in force, comments included; empty if there was never one. Its tag is its version. */
    @Operation(summary = "Gives the directory as its YAML file.")
    @GetMapping(produces = "application/yaml;charset=UTF-8")
    ResponseEntity<byte[]> get() {
        VersionText latest = versions.latest();
        return ResponseEntity.ok()
                .eTag(Long.toString(latest.number()))
                .body(latest.text().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Puts another file in force, or tells all that is wrong with it, each with its line and column. What is booked where nobody could
     * book it any more is treated as is said, and told of.
     *
     * @param onBookings what becomes of such bookings; without it they stay, and on days that are closed now managers decide
     * @param reason one line that whoever has booked is told; a general one unless said
     */
    @Operation(
            summary =
                    "Puts another directory in force, or tells all that is wrong with it; deals with what is booked where"
                            + " nobody could book it any more.",
            parameters = {
                @Parameter(
                        name = "dryRun",
                        in = ParameterIn.QUERY,
                        description = "With true nothing is changed, and the answer holds only affected: the dates of"
                                + " bookings that would lie where nobody could book them",
                        schema = @Schema(type = "boolean", defaultValue = "false")),
                @Parameter(
                        name = "onBookings",
                        in = ParameterIn.QUERY,
                        description =
                                "What becomes of these bookings, as of a closure; without it they stay, and what lies on"
                                        + " days that are closed now the managers of the site decide",
                        schema = @Schema(implementation = OnBookings.class)),
                @Parameter(
                        name = "reason",
                        in = ParameterIn.QUERY,
                        description = "What whoever has booked is told, in one line",
                        schema = @Schema(type = "string", maxLength = ClosurePlan.LONGEST_REASON))
            })
    @PutMapping(consumes = {"application/yaml", "application/x-yaml", "text/yaml", "text/plain"})
    DirectoryJson put(
            @CurrentPerson Person person,
            @RequestParam(required = false) @Nullable String onBookings,
            @RequestParam(required = false) @Nullable String reason,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] yaml,
            Locale locale) {
        TreatmentWish wish = wish(person, onBookings, reason);
        try {
            DirectoryReplacement done = replacing.replace(
                    decoded(yaml == null ? new byte[0] : yaml),
                    wish,
                    claim(ifMatch, VersionNote.file(person.id().text())));
            return answer(done, locale);
        } catch (DirectoryIsContended e) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "Try again", e);
        }
    }

    static DirectoryJson answer(DirectoryReplacement done, Locale locale) {
        if (done.outcome() instanceof Refused refused) {
            throw faulty(refused, locale);
        }
        return DirectoryJson.of((Accepted) done.outcome(), done);
    }

    /**
     * @param ifMatch an If-Match header (RFC 9110 section 13.1.1); without one, or for {@code *}, any version will do
     */
    static VersionClaim claim(@Nullable String ifMatch, VersionNote note) {
        return IfMatchTags.required(ifMatch)
                .map(tag -> VersionClaim.over(tag.matches("[0-9]{1,18}") ? Long.parseLong(tag) : NO_VERSION, note))
                .orElseGet(() -> VersionClaim.overAny(note));
    }

    static TreatmentWish wish(Person person, @Nullable String onBookings, @Nullable String reason) {
        Fields errors = new Fields();
        Optional<OnBookings> then = onBookings == null
                ? Optional.empty()
                : errors.parsed("onBookings", onBookings, OnBookings::valueOf, "closure.on-bookings");
        String why = reason == null
                ? ClosureTexts.ofChangedDirectory(then.orElse(OnBookings.KEEP).name())
                : errors.line("reason", reason, ClosurePlan.LONGEST_REASON);
        errors.requireNone();
        return new TreatmentWish(person, then, why.strip());
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
     * @param affected the dates of bookings that lie where nobody could book them any more, and what became of each; without an outcome
     *     if the managers of the site are asked
     * @param total how many there are; left out where {@code affected} holds all of them
     * @param closures under whose ids what becomes of them is kept, and can be undone within the hour
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DirectoryJson(
            long version,
            int sites,
            int rooms,
            boolean changed,
            List<AffectedView> affected,
            @Nullable Integer total,
            List<String> closures) {

        static DirectoryJson of(Accepted accepted, DirectoryReplacement done) {
            var directory = accepted.directory();
            AffectedDates dates = AffectedDates.treated(done.affected());
            return new DirectoryJson(
                    directory.version(),
                    directory.sites().size(),
                    directory.rooms().size(),
                    accepted.changed(),
                    dates.affected(),
                    dates.total(),
                    done.closures().stream().map(SiteClosure::id).toList());
        }
    }
}
