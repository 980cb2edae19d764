package org.passerelle.web.device;

import java.util.List;
import java.util.Locale;
import org.passerelle.account.Person;
import org.passerelle.device.codec.CodecState;
import org.passerelle.device.codec.CodecUpdates;
import org.passerelle.device.credentials.Credential;
import org.passerelle.device.credentials.Credentials;
import org.passerelle.device.sip.LineChecks;
import org.passerelle.device.sip.LineState;
import org.passerelle.directory.Codec;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.platform.work.RemoteCall;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The devices of the rooms that somebody manages, and today's conferences there; to everybody else there is no such page. */
@Controller
class DevicesPage {

    private static final String HERE = "redirect:/suites";

    private final DeviceLines lines;
    private final TodayLines today;
    private final CodecUpdates codecs;
    private final LineChecks asking;
    private final Credentials credentials;
    private final Directories directories;

    DevicesPage(
            DeviceLines lines,
            TodayLines today,
            CodecUpdates codecs,
            LineChecks asking,
            Credentials credentials,
            Directories directories) {
        this.lines = lines;
        this.today = today;
        this.codecs = codecs;
        this.asking = asking;
        this.credentials = credentials;
        this.directories = directories;
    }

    @GetMapping("/suites")
    String show(@CurrentPerson Person person, Locale locale, Model model) {
        List<Room> rooms = managed(person);
        model.addAttribute("conferences", today.of(rooms, person, locale));
        model.addAttribute(
                "suites",
                rooms.stream()
                        .filter(room -> !room.profile().joinMethods().isEmpty())
                        .map(room -> lines.of(room, locale))
                        .toList());
        model.addAttribute("mayGiveCredentials", person.administersTheNetwork() && credentials.canKeep());
        model.addAttribute("names", person.administersTheNetwork() ? namesOfCredentials() : List.of());
        return "suites";
    }

    /** Tells a codec its meetings now. */
    @RemoteCall
    @PostMapping("/suites/{room}/codec")
    String tell(@CurrentPerson Person person, @PathVariable String room, RedirectAttributes next) {
        CodecState state =
                codecs.tellNow(managed(person, room).id()).orElseThrow(() -> new NoSuchPage("codec of " + room));
        next.addFlashAttribute(state.isFailing() ? "refused" : "done", state.isFailing() ? "untold" : "told");
        return HERE;
    }

    /** Asks a device by SIP whether it is there. */
    @RemoteCall
    @PostMapping("/suites/{room}/line")
    String ask(@CurrentPerson Person person, @PathVariable String room, RedirectAttributes next) {
        LineState state = asking.askNow(managed(person, room).id())
                .orElseThrow(() -> new NoSuchPage("address by SIP of " + room));
        next.addFlashAttribute(state.isGood() ? "done" : "refused", state.isGood() ? "answers" : "mute");
        return HERE;
    }

    /** Stores the user and the password of a device; only for whoever administers the network. */
    @PostMapping("/suites/credentials")
    String give(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String password,
            RedirectAttributes next) {
        if (!person.administersTheNetwork() || !credentials.canKeep()) {
            throw new NoSuchPage("credentials for " + person.id());
        }
        boolean isOne = Credential.isPart(user) && Credential.isPart(password) && user.indexOf(':') < 0;
        if (!isOne || !namesOfCredentials().contains(name)) {
            next.addFlashAttribute("refused", "credential");
            return HERE;
        }
        credentials.put(name, new Credential(user, password), person.id());
        next.addFlashAttribute("done", "credential");
        return HERE;
    }

    /** Those that the directory asks for. */
    private List<String> namesOfCredentials() {
        return directories.current().rooms().stream()
                .flatMap(room -> room.profile().endpoint().codec().stream())
                .map(Codec::credential)
                .distinct()
                .sorted()
                .toList();
    }

    private Room managed(Person person, String id) {
        return managed(person).stream()
                .filter(room -> room.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchPage("room " + id));
    }

    private List<Room> managed(Person person) {
        List<Room> rooms = directories.current().rooms().stream()
                .filter(room -> person.runs(room.site()))
                .toList();
        if (rooms.isEmpty()) {
            throw new NoSuchPage("suites for " + person.id());
        }
        return rooms;
    }
}
