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
import org.passerelle.api.Forbidden;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.Page;
import org.passerelle.api.ProblemType;
import org.passerelle.api.contract.Refuses;
import org.passerelle.api.directory.PartRequests.PartWish;
import org.passerelle.closure.model.OnBookings;
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

/** The sites as the directory says them, for whoever runs them; new ones, and their end, are for the network administrator. */
@RestController
@RequestMapping("/api/v1/admin/sites")
@Metered
class AdminSitesController {

    private static final String PATH = "/api/v1/admin/sites";

    private final SiteEntries entries;
    private final PartRequests parts;

    AdminSitesController(SiteEntries entries, PartRequests parts) {
        this.entries = entries;
        this.parts = parts;
    }

    @Operation(summary = "Lists the sites that you run, as the directory says them.")
    @GetMapping
    Page<SiteResource> list(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        DirectoryDraft now = parts.now();
        List<DirectoryPart> all = entries.sites(person).stream()
                .map(site -> DirectoryPart.site(person, site.id().value()))
                .filter(part -> part.in(now).isPresent())
                .sorted(Comparator.comparing(DirectoryPart::id))
                .toList();
        return Page.of("admin-sites", all, DirectoryPart::id, limit, cursor)
                .map(part -> PartValues.read(part.in(now).orElseThrow(), SiteResource.class));
    }

    @Operation(summary = "Shows a site as the directory says it.")
    @GetMapping("/{id}")
    ResponseEntity<SiteResource> get(@CurrentPerson Person person, @PathVariable String id) {
        return parts.show(part(person, id), SiteResource.class);
    }

    @Operation(
            summary = "Adds a site.",
            parameters =
                    @Parameter(
                            name = "dryRun",
                            in = ParameterIn.QUERY,
                            description = PartTexts.DRY_RUN,
                            schema = @Schema(type = "boolean", defaultValue = "false")))
    @PostMapping
    ResponseEntity<SiteResource> add(@CurrentPerson Person person, @RequestBody SiteResource sent, Locale locale) {
        return parts.add(wish(person, added(person, sent), locale), sent, SiteResource.class, PATH);
    }

    /** @throws Forbidden unless the network administrator asks */
    static DirectoryPart added(Person person, SiteResource sent) {
        requireAdministrator(person);
        require(sent);
        if (!Slug.isSlug(String.valueOf(sent.id()))) {
            throw new InvalidRequest("id", "organisation.form");
        }
        return DirectoryPart.site(person, String.valueOf(sent.id()));
    }

    static void requireAdministrator(Person person) {
        if (!person.administersTheNetwork()) {
            throw new Forbidden("sites of the network");
        }
    }

    private static void require(SiteResource sent) {
        needed(sent).needing("id", sent.id()).require();
    }

    private static PartFields needed(SiteResource sent) {
        return new PartFields()
                .needing("name", sent.name())
                .needing("address", sent.address())
                .needing("position", sent.position());
    }

    private DirectoryPart part(Person person, String id) {
        return entries.site(person, id);
    }

    DirectoryPart changed(Person person, String id, SiteResource sent) {
        needed(sent).staying("id", sent.id(), id).require();
        return part(person, id);
    }

    private static PartWish wish(Person person, DirectoryPart part, Locale locale) {
        return wish(person, part, null, null, null, locale);
    }

    private static PartWish wish(
            Person person,
            DirectoryPart part,
            @Nullable String onBookings,
            @Nullable String reason,
            @Nullable String ifMatch,
            Locale locale) {
        return new PartWish(part, ifMatch, DirectoryController.wish(person, onBookings, reason), locale);
    }

    /** What is left out is taken away, but for what only the network administrator says. */
    @Operation(
            summary =
                    "Replaces what the directory says of a site, and deals with what is booked where nobody could book it"
                            + " any more.",
            parameters =
                    @Parameter(
                            name = "dryRun",
                            in = ParameterIn.QUERY,
                            description = PartTexts.DRY_RUN,
                            schema = @Schema(type = "boolean", defaultValue = "false")))
    @Refuses(ProblemType.NOT_FOUND)
    @PutMapping("/{id}")
    ResponseEntity<SiteResource> replace(
            @CurrentPerson Person person,
            @PathVariable String id,
            @Parameter(description = PartTexts.ON_BOOKINGS, schema = @Schema(implementation = OnBookings.class))
                    @RequestParam(required = false)
                    @Nullable
                    String onBookings,
            @Parameter(description = PartTexts.REASON) @RequestParam(required = false) @Nullable String reason,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SiteResource sent,
            Locale locale) {
        return parts.replace(
                wish(person, changed(person, id, sent), onBookings, reason, ifMatch, locale), sent, SiteResource.class);
    }

    @Operation(
            summary = "Removes a site with its rooms, also when it is not there.",
            parameters =
                    @Parameter(
                            name = "dryRun",
                            in = ParameterIn.QUERY,
                            description = PartTexts.DRY_RUN,
                            schema = @Schema(type = "boolean", defaultValue = "false")))
    @Refuses(ProblemType.HAS_BOOKINGS)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @CurrentPerson Person person,
            @PathVariable String id,
            @Parameter(description = PartTexts.ON_REMOVAL, schema = @Schema(implementation = OnBookings.class))
                    @RequestParam(required = false)
                    @Nullable
                    String onBookings,
            @Parameter(description = PartTexts.REASON) @RequestParam(required = false) @Nullable String reason,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        requireAdministrator(person);
        parts.remove(wish(person, DirectoryPart.site(person, id), onBookings, reason, ifMatch, locale));
    }
}
