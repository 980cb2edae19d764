package org.passerelle.api.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.NotFound;
import org.passerelle.api.Page;
import org.passerelle.api.ProblemType;
import org.passerelle.api.contract.Refuses;
import org.passerelle.api.directory.PartRequests.PartWish;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Slug;
import org.passerelle.directory.edit.DirectoryDraft;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The towns, public bodies and firms that run sites, for the network administrator. */
@RestController
@RequestMapping("/api/v1/admin/operators")
@Metered
class AdminOperatorsController {

    private static final String PATH = "/api/v1/admin/operators";

    private final Directories directories;
    private final PartRequests parts;

    AdminOperatorsController(Directories directories, PartRequests parts) {
        this.directories = directories;
        this.parts = parts;
    }

    @Operation(summary = "Lists the operators of sites.")
    @GetMapping
    Page<OperatorResource> list(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        DirectoryDraft now = parts.now();
        List<DirectoryPart> all = directories.current().operators().stream()
                .map(operator -> DirectoryPart.operator(person, operator.id().value()))
                .filter(part -> part.in(now).isPresent())
                .sorted(Comparator.comparing(DirectoryPart::id))
                .toList();
        return Page.of("admin-operators", all, DirectoryPart::id, limit, cursor)
                .map(part -> PartValues.read(part.in(now).orElseThrow(), OperatorResource.class));
    }

    @Operation(summary = "Shows an operator as the directory says it.")
    @GetMapping("/{id}")
    ResponseEntity<OperatorResource> get(@CurrentPerson Person person, @PathVariable String id) {
        return parts.show(part(person, id), OperatorResource.class);
    }

    @Operation(
            summary = "Adds an operator.",
            parameters =
                    @Parameter(
                            name = "dryRun",
                            in = ParameterIn.QUERY,
                            description = PartTexts.DRY_RUN,
                            schema = @Schema(type = "boolean", defaultValue = "false")))
    @PostMapping
    ResponseEntity<OperatorResource> add(
            @CurrentPerson Person person, @RequestBody OperatorResource sent, Locale locale) {
        return parts.add(wish(person, added(person, sent), locale), sent, OperatorResource.class, PATH);
    }

    static DirectoryPart added(Person person, OperatorResource sent) {
        new PartFields().needing("name", sent.name()).needing("id", sent.id()).require();
        if (!Slug.isSlug(String.valueOf(sent.id()))) {
            throw new InvalidRequest("id", "organisation.form");
        }
        return DirectoryPart.operator(person, String.valueOf(sent.id()));
    }

    private static DirectoryPart part(Person person, String id) {
        if (!Slug.isSlug(id)) {
            throw new NotFound("operator " + id);
        }
        return DirectoryPart.operator(person, id);
    }

    static DirectoryPart changed(Person person, String id, OperatorResource sent) {
        new PartFields()
                .needing("name", sent.name())
                .staying("id", sent.id(), id)
                .require();
        return part(person, id);
    }

    private static PartWish wish(Person person, DirectoryPart part, Locale locale) {
        return wish(person, part, null, locale);
    }

    private static PartWish wish(Person person, DirectoryPart part, @Nullable String ifMatch, Locale locale) {
        return new PartWish(part, ifMatch, DirectoryController.wish(person, null, null), locale);
    }

    @Operation(
            summary = "Changes an operator.",
            parameters =
                    @Parameter(
                            name = "dryRun",
                            in = ParameterIn.QUERY,
                            description = PartTexts.DRY_RUN,
                            schema = @Schema(type = "boolean", defaultValue = "false")))
    @Refuses(ProblemType.NOT_FOUND)
    @PutMapping("/{id}")
    ResponseEntity<OperatorResource> replace(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody OperatorResource sent,
            Locale locale) {
        return parts.replace(wish(person, changed(person, id, sent), ifMatch, locale), sent, OperatorResource.class);
    }

    @Operation(
            summary = "Removes an operator that runs no site, also when it is not there.",
            parameters =
                    @Parameter(
                            name = "dryRun",
                            in = ParameterIn.QUERY,
                            description = PartTexts.DRY_RUN,
                            schema = @Schema(type = "boolean", defaultValue = "false")))
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        boolean runsSites = directories.current().sites().stream()
                .anyMatch(site -> site.operator().value().equals(id));
        if (runsSites) {
            throw new InvalidRequest("", "directory.operator-runs");
        }
        parts.remove(wish(person, DirectoryPart.operator(person, id), ifMatch, locale));
    }
}
