package org.passerelle.web.imports;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.calendar.imports.Import;
import org.passerelle.calendar.imports.ImportSource;
import org.passerelle.calendar.imports.Imports;
import org.passerelle.calendar.read.SchedulingMessages;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.text.Text;
import org.passerelle.platform.work.Metered;
import org.passerelle.platform.work.RemoteCall;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** External calendars of the rooms that somebody manages; to everybody else there is no such page. */
@Controller
class ImportsPage {

    private static final String HERE = "redirect:/imports";
    private static final int LONGEST_NAME = 200;

    private final Imports imports;
    private final ImportLines lines;
    private final Directories directories;

    ImportsPage(Imports imports, ImportLines lines, Directories directories) {
        this.imports = imports;
        this.lines = lines;
        this.directories = directories;
    }

    /** A room to choose. */
    record Choice(String id, String label) {}

    @GetMapping("/imports")
    String show(@CurrentPerson Person person, Locale locale, Model model) {
        List<Room> rooms = managed(person);
        model.addAttribute(
                "imports", lines.of(imports.of(rooms.stream().map(Room::id).toList()), locale));
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute(
                "rooms",
                rooms.stream()
                        .filter(room -> !room.isCountable())
                        .map(room -> new Choice(
                                room.id().value(),
                                ImportLines.name(room, directories.current().siteOf(room))))
                        .toList());
        return "imports";
    }

    /** @param source an address, or the name of a file in the folder of calendars */
    @RemoteCall
    @Metered
    @PostMapping("/imports")
    String add(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String room,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String key,
            RedirectAttributes next) {
        Optional<RoomId> wanted = wanted(person, room);
        Optional<ImportSource> where = source(source);
        if (wanted.isEmpty() || where.isEmpty()) {
            return refused(wanted.isEmpty() ? "room" : "source", next);
        }
        Optional<String> called = called(name, where.get().shown());
        return called.isEmpty()
                ? refused("name", next)
                : told(imports.addOnce(wanted.get(), where.get(), called.get(), keyOf(person, key)), next);
    }

    /** @param file a calendar, of 1 MB at most; the name that it has is that of the import unless another is given */
    @RemoteCall
    @Metered
    @PostMapping("/imports/file")
    String upload(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String room,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String key,
            RedirectAttributes next)
            throws IOException {
        Optional<RoomId> wanted = wanted(person, room);
        if (wanted.isEmpty() || file == null || file.isEmpty()) {
            return refused(wanted.isEmpty() ? "room" : "file", next);
        }
        Optional<String> called = called(name, Text.line(String.valueOf(file.getOriginalFilename()), LONGEST_NAME));
        if (called.isEmpty()) {
            return refused("name", next);
        }
        ImportSource source = ImportSource.text(SchedulingMessages.text(file.getBytes(), ""));
        return told(imports.addOnce(wanted.get(), source, called.get(), keyOf(person, key)), next);
    }

    /** A form that is sent without its key is one of its own. */
    private static String keyOf(Person person, String key) {
        return key.isBlank() ? UUID.randomUUID().toString() : person.id() + " " + key;
    }

    private Optional<RoomId> wanted(Person person, String room) {
        return managed(person).stream()
                .filter(each -> each.id().value().equals(room) && !each.isCountable())
                .map(Room::id)
                .findFirst();
    }

    /** What an import is called: {@code given}, else {@code own}; empty if that is no name. */
    private static Optional<String> called(String given, String own) {
        String name = given.isBlank() ? own : given.strip();
        return name.length() > LONGEST_NAME || !Text.isLine(name) || name.isBlank()
                ? Optional.empty()
                : Optional.of(name);
    }

    private static String told(Optional<Import> added, RedirectAttributes next) {
        next.addFlashAttribute(added.isPresent() ? "done" : "refused", added.isPresent() ? "added" : "many");
        return HERE;
    }

    @RemoteCall
    @Metered
    @PostMapping("/imports/{id}/refresh")
    String refresh(@CurrentPerson Person person, @PathVariable String id, RedirectAttributes next) {
        imports.refresh(managed(person, id).id());
        next.addFlashAttribute("done", "refreshed");
        return HERE;
    }

    @PostMapping("/imports/{id}/end")
    String end(@CurrentPerson Person person, @PathVariable String id, RedirectAttributes next) {
        imports.remove(managed(person, id).id());
        next.addFlashAttribute("done", "ended");
        return HERE;
    }

    private static String refused(String what, RedirectAttributes next) {
        next.addFlashAttribute("refused", what);
        return HERE;
    }

    private static Optional<ImportSource> source(String text) {
        try {
            return text.isBlank()
                    ? Optional.empty()
                    : Optional.of(text.contains("://") ? ImportSource.url(text) : ImportSource.file(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Import managed(Person person, String id) {
        List<RoomId> rooms = managed(person).stream().map(Room::id).toList();
        return imports.find(id)
                .filter(each -> rooms.contains(each.room()))
                .orElseThrow(() -> new NoSuchPage("import " + id));
    }

    private List<Room> managed(Person person) {
        List<Room> rooms = directories.current().rooms().stream()
                .filter(room -> person.runs(room.site()))
                .toList();
        if (rooms.isEmpty()) {
            throw new NoSuchPage("imports for " + person.id());
        }
        return rooms;
    }
}
