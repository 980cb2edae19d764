package org.passerelle.api.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.api.Page;
import org.passerelle.api.ProblemType;
import org.passerelle.api.contract.Refuses;
import org.passerelle.api.directory.PartRequests.PartWish;
import org.passerelle.closure.model.OnBookings;
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

/** The rooms as the directory says them, for whoever runs their site. */
@RestController
@RequestMapping("/api/v1/admin/rooms")
@Metered
class AdminRoomsController {

    private static final String PATH = "/api/v1/admin/rooms";

    private final SiteEntries entries;
    private final PartRequests parts;

    AdminRoomsController(SiteEntries entries, PartRequests parts) {
        this.entries = entries;
        this.parts = parts;
    }

    @Operation(summary = "Lists the rooms that you run, all or of one site, as the directory says them.")
    @GetMapping
    Page<RoomResource> list(
            @CurrentPerson Person person,
            @RequestParam(required = false) @Nullable String site,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        DirectoryDraft now = parts.now();
        List<DirectoryPart> all = entries.rooms(person).stream()
                .filter(room -> site == null || room.site().value().equals(site))
                .map(room -> DirectoryPart.room(
                        person, room.site().value(), room.id().value()))
                .filter(part -> part.in(now).isPresent())
                .sorted(Comparator.comparing(DirectoryPart::id))
                .toList();
        return Page.of("admin-rooms", all, DirectoryPart::id, limit, cursor)
                .map(part -> PartValues.read(part.in(now).orElseThrow(), RoomResource.class));
    }

    @Operation(summary = "Shows a room as the directory says it.")
    @GetMapping("/{id}")
    ResponseEntity<RoomResource> get(@CurrentPerson Person person, @PathVariable String id) {
        return parts.show(part(person, id), RoomResource.class);
    }

    @Operation(
            summary = "Adds a room.",
            parameters =
                    @Parameter(
                            name = "dryRun",
                            in = ParameterIn.QUERY,
                            description = PartTexts.DRY_RUN,
                            schema = @Schema(type = "boolean", defaultValue = "false")))
    @PostMapping
    ResponseEntity<RoomResource> add(@CurrentPerson Person person, @RequestBody RoomResource sent, Locale locale) {
        return parts.add(wish(person, added(person, sent), locale), sent, RoomResource.class, PATH);
    }

    DirectoryPart added(Person person, RoomResource sent) {
        needed(sent).needing("id", sent.id()).needing("site", sent.site()).require();
        return entries.newRoom(person, Objects.requireNonNull(sent.site()), Objects.requireNonNull(sent.id()));
    }

    private static PartFields needed(RoomResource sent) {
        return new PartFields().needing("name", sent.name()).needing("kind", sent.kind());
    }

    private DirectoryPart part(Person person, String id) {
        return entries.room(person, id);
    }

    DirectoryPart changed(Person person, String id, RoomResource sent) {
        needed(sent).staying("id", sent.id(), id).needing("site", sent.site()).require();
        DirectoryPart part = part(person, id);
        needed(sent)
                .staying("site", sent.site(), String.valueOf(part.besides().get("site")))
                .require();
        return part;
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
                    "Replaces what the directory says of a room, and deals with what is booked where nobody could book it"
                            + " any more.",
            parameters =
                    @Parameter(
                            name = "dryRun",
                            in = ParameterIn.QUERY,
                            description = PartTexts.DRY_RUN,
                            schema = @Schema(type = "boolean", defaultValue = "false")))
    @Refuses(ProblemType.NOT_FOUND)
    @PutMapping("/{id}")
    ResponseEntity<RoomResource> replace(
            @CurrentPerson Person person,
            @PathVariable String id,
            @Parameter(description = PartTexts.ON_BOOKINGS, schema = @Schema(implementation = OnBookings.class))
                    @RequestParam(required = false)
                    @Nullable
                    String onBookings,
            @Parameter(description = PartTexts.REASON) @RequestParam(required = false) @Nullable String reason,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RoomResource sent,
            Locale locale) {
        return parts.replace(
                wish(person, changed(person, id, sent), onBookings, reason, ifMatch, locale), sent, RoomResource.class);
    }

    @Operation(
            summary = "Removes a room, also when it is not there.",
            parameters =
                    @Parameter(
                            name = "dryRun",
                            in = ParameterIn.QUERY,
                            description = PartTexts.DRY_RUN,
                            schema = @Schema(type = "boolean", defaultValue = "false")))
    @Refuses({ProblemType.HAS_BOOKINGS, ProblemType.NOT_FOUND})
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
        entries.findUnlessOfOthers(person, id)
                .ifPresent(part -> parts.remove(wish(person, part, onBookings, reason, ifMatch, locale)));
    }
}
