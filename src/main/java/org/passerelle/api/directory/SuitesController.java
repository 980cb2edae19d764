package org.passerelle.api.directory;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.api.Fields;
import org.passerelle.api.Forbidden;
import org.passerelle.api.NotFound;
import org.passerelle.api.Page;
import org.passerelle.device.codec.CodecState;
import org.passerelle.device.codec.CodecUpdates;
import org.passerelle.device.sip.LineChecks;
import org.passerelle.device.sip.LineState;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.work.RemoteCall;
import org.passerelle.security.CurrentPerson;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The devices in the rooms, for the managers of the rooms' sites and the network's administrator. */
@RestController
@RequestMapping("/api/v1/suites")
class SuitesController {

    private final CodecUpdates codecs;
    private final LineChecks lines;
    private final Directories directories;

    SuitesController(CodecUpdates codecs, LineChecks lines, Directories directories) {
        this.codecs = codecs;
        this.lines = lines;
        this.directories = directories;
    }

    /** Every room with a device, and how that stands. */
    @Operation(summary = "Lists the rooms of yours with devices, and how these are.")
    @GetMapping
    Page<SuiteView> list(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        requireManager(person);
        List<Room> rooms = directories.current().rooms().stream()
                .filter(room ->
                        manages(person, room) && !room.profile().joinMethods().isEmpty())
                .sorted(Comparator.comparing(room -> room.id().value()))
                .toList();
        return Page.of("suites", rooms, room -> room.id().value(), limit, cursor)
                .map(room -> SuiteView.of(room, codecs.state(room.id()), lines.state(room.id())));
    }

    /** Tells the codec of a room its meetings now, and answers how that went. */
    @Operation(summary = "Tells the codec of a room its meetings now, and how that went.")
    @RemoteCall
    @PostMapping("/{room}/codec/test")
    SuiteView.CodecView testCodec(@CurrentPerson Person person, @PathVariable String room) {
        Room known = managed(person, room);
        CodecState state = codecs.tellNow(known.id()).orElseThrow(() -> new NotFound("codec of " + room));
        return SuiteView.CodecView.of(
                known.profile().endpoint().codec().orElseThrow(() -> new NotFound("codec of " + room)), state);
    }

    /** Asks the device of a room by SIP whether it is there, and answers what came back. */
    @Operation(summary = "Asks the device of a room by SIP whether it is there.")
    @RemoteCall
    @PostMapping("/{room}/line/test")
    SuiteView.LineView testLine(@CurrentPerson Person person, @PathVariable String room) {
        LineState state =
                lines.askNow(managed(person, room).id()).orElseThrow(() -> new NotFound("address by SIP of " + room));
        return SuiteView.LineView.of(state);
    }

    /** Somebody else's is as unknown as none. */
    private Room managed(Person person, String room) {
        requireManager(person);
        return Fields.quietly(room, RoomId::new)
                .flatMap(directories.current()::room)
                .filter(known -> manages(person, known))
                .orElseThrow(() -> new NotFound("room " + room));
    }

    private static void requireManager(Person person) {
        if (person.role() != Role.SITE_MANAGER && !person.administersTheNetwork()) {
            throw new Forbidden("suites");
        }
    }

    private static boolean manages(Person person, Room room) {
        return person.runs(room.site());
    }
}
