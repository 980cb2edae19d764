package org.passerelle.api.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.api.Fields;
import org.passerelle.api.Forbidden;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.NotFound;
import org.passerelle.api.Page;
import org.passerelle.calendar.imports.Import;
import org.passerelle.calendar.imports.ImportSource;
import org.passerelle.calendar.imports.Imports;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.work.Metered;
import org.passerelle.platform.work.RemoteCall;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** External calendars that occupy rooms, for the managers of the rooms' sites and the network's administrator. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportsController {

    private static final int LONGEST_NAME = 200;

    private final Imports imports;
    private final Directories directories;

    ImportsController(Imports imports, Directories directories) {
        this.imports = imports;
        this.directories = directories;
    }

    /**
     * What to import; exactly one of {@code url} and {@code file}.
     *
     * @param url of http, https or webcal
     * @param file a calendar as text, or the name of one in the folder of calendars
     */
    record ImportRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String room,

            @Nullable String url,
            @Nullable String file,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name) {}

    /** Looks at the calendar before it answers; the answer says how that went. */
    @Operation(summary = "Has an external calendar occupy a room, and tells what was found in it.")
    @RemoteCall
    @Metered
    @PostMapping
    ResponseEntity<ImportView> add(@CurrentPerson Person person, @RequestBody ImportRequest request) {
        requireManager(person);
        Fields fields = new Fields();
        String name = fields.line("name", request.name(), LONGEST_NAME);
        Optional<Room> room = fields.parsed("room", request.room(), RoomId::new, "import.room")
                .flatMap(directories.current()::room);
        if (request.room() != null && room.filter(each -> !each.isCountable()).isEmpty()) {
            fields.refuse("room", "import.room");
        }
        Optional<ImportSource> source = source(request, fields);
        fields.requireNone();
        if (!manages(person, room.orElseThrow().id())) {
            throw new Forbidden("import into " + request.room());
        }
        Import made = imports.add(room.orElseThrow().id(), source.orElseThrow(), name)
                .orElseThrow(() -> new InvalidRequest("room", "import.too-many"));
        return ResponseEntity.created(URI.create("/api/v1/imports/" + made.id()))
                .body(ImportView.of(made));
    }

    @Operation(summary = "Lists the external calendars that occupy rooms of yours.")
    @GetMapping
    Page<ImportView> list(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        requireManager(person);
        List<RoomId> rooms = directories.current().rooms().stream()
                .map(Room::id)
                .filter(room -> manages(person, room))
                .toList();
        List<ImportView> all = imports.of(rooms).stream().map(ImportView::of).toList();
        return Page.of("imports", all, ImportView::id, limit, cursor);
    }

    /** Looks at it now. */
    @Operation(summary = "Reads an external calendar again now.")
    @RemoteCall
    @Metered
    @PostMapping("/{id}/refresh")
    ImportView refresh(@CurrentPerson Person person, @PathVariable String id) {
        Import known = managed(person, id);
        return imports.refresh(known.id()).map(ImportView::of).orElseThrow(() -> new NotFound("import " + id));
    }

    /** Ends it; what it occupies from now on is free again. */
    @Operation(summary = "Ends an import and frees what it occupies.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@CurrentPerson Person person, @PathVariable String id) {
        imports.remove(managed(person, id).id());
    }

    private static Optional<ImportSource> source(ImportRequest request, Fields fields) {
        if (request.url() != null && request.file() != null) {
            fields.refuse("file", "import.url-or-file");
            return Optional.empty();
        }
        return request.file() == null
                ? fields.parsed("url", request.url(), ImportSource::url, "import.url")
                : fields.parsed("file", request.file(), ImportSource::file, "import.file");
    }

    /** Somebody else's is as unknown as none. */
    private Import managed(Person person, String id) {
        requireManager(person);
        return imports.find(id)
                .filter(each -> manages(person, each.room()))
                .orElseThrow(() -> new NotFound("import " + id));
    }

    private static void requireManager(Person person) {
        if (person.role() != Role.SITE_MANAGER && !person.administersTheNetwork()) {
            throw new Forbidden("imports");
        }
    }

    private boolean manages(Person person, RoomId room) {
        return person.administersTheNetwork()
                || directories
                        .current()
                        .room(room)
                        .map(Room::site)
                        .filter(person::runs)
                        .isPresent();
    }
}
