package org.passerelle.api.directory;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.NotFound;
import org.passerelle.api.Page;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.Slug;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rooms of the network, countable equipment included. */
@RestController
@RequestMapping("/api/v1/rooms")
class RoomsController {

    private final Directories directories;

    RoomsController(Directories directories) {
        this.directories = directories;
    }

    /**
     * Rooms in the order of their ids. A condition that is not given does not restrict; several sites or kinds mean any of
     * them, several words of equipment mean all of them.
     *
     * @param minCapacity the least number of seats, or of units
     */
    @Operation(summary = "Lists the rooms, all or by site, kind, size and equipment.")
    @GetMapping
    Page<RoomJson> list(
            @RequestParam(defaultValue = "") Set<String> site,
            @RequestParam(defaultValue = "") Set<RoomKind> kind,
            @RequestParam(defaultValue = "0") int minCapacity,
            @RequestParam(defaultValue = "") List<String> equipment,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (minCapacity < 0) {
            throw new InvalidRequest("minCapacity", "field.invalid");
        }
        var directory = directories.current();
        var rooms = directory.rooms().stream()
                .filter(room -> site.isEmpty() || site.contains(room.site().value()))
                .filter(room -> kind.isEmpty() || kind.contains(room.kind()))
                .filter(room -> room.capacity() >= minCapacity)
                .filter(room -> room.profile().equipment().containsAll(equipment))
                .sorted(Comparator.comparing(Room::id))
                .map(room -> RoomJson.of(room, directory))
                .toList();
        return Page.of("rooms", rooms, RoomJson::id, limit, cursor);
    }

    @Operation(summary = "Shows a room.")
    @GetMapping("/{id}")
    RoomJson get(@PathVariable String id) {
        var directory = directories.current();
        if (!Slug.isSlug(id)) {
            throw new NotFound("room");
        }
        return directory
                .room(new RoomId(id))
                .map(room -> RoomJson.of(room, directory))
                .orElseThrow(() -> new NotFound("room " + id));
    }
}
