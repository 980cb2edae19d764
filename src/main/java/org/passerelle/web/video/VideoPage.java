package org.passerelle.web.video;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import org.passerelle.account.Person;
import org.passerelle.conference.Provider;
import org.passerelle.conference.Providers;
import org.passerelle.conference.RoomLinks;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The video servers, for whoever runs the network, and the links of rooms' own computers, for whoever runs their site. */
@Controller
class VideoPage {

    private final Providers providers;
    private final RoomLinks roomLinks;
    private final Directories directories;

    VideoPage(Providers providers, RoomLinks roomLinks, Directories directories) {
        this.providers = providers;
        this.roomLinks = roomLinks;
        this.directories = directories;
    }

    /** A provider: nothing of its secrets, only whether it has what it needs. */
    record ProviderLine(String name, boolean isReady, List<String> capabilities) {

        static ProviderLine of(Provider provider) {
            return new ProviderLine(
                    provider.name(),
                    provider.isReady(),
                    provider.capabilities().stream().map(Enum::name).sorted().toList());
        }
    }

    /** @param link leads to whatever conference is next in the room */
    record RoomLine(String id, String name, String site, URI link) {}

    @GetMapping("/video")
    String show(@CurrentPerson Person person, HttpServletResponse response, Model model) {
        List<RoomLine> rooms = rooms(person);
        if (!person.administersTheNetwork() && rooms.isEmpty()) {
            throw new NoSuchPage("page of video servers for them");
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute(
                "providers",
                person.administersTheNetwork()
                        ? providers.all().stream().map(ProviderLine::of).toList()
                        : List.of());
        model.addAttribute("rooms", rooms);
        return "video";
    }

    /** Tries the provider out, now and for real. */
    @PostMapping("/video/{provider}/test")
    String test(@CurrentPerson Person person, @PathVariable String provider, RedirectAttributes next) {
        if (!person.administersTheNetwork()) {
            throw new NoSuchPage("page of video servers for them");
        }
        Provider named = providers.named(provider).orElseThrow(() -> new NoSuchPage("provider of that name"));
        next.addFlashAttribute("tested", provider);
        next.addFlashAttribute("checkup", named.check());
        return "redirect:/video";
    }

    @PostMapping("/video/rooms/{room}/new-link")
    String renew(@CurrentPerson Person person, @PathVariable String room, RedirectAttributes next) {
        RoomLine line = rooms(person).stream()
                .filter(each -> each.id().equals(room))
                .findFirst()
                .orElseThrow(() -> new NoSuchPage("room of theirs of that name"));
        roomLinks.renew(new RoomId(line.id()));
        next.addFlashAttribute("renewed", line.name());
        return "redirect:/video";
    }

    private List<RoomLine> rooms(Person person) {
        Directory directory = directories.current();
        return directory.sites().stream()
                .filter(site -> person.administersTheNetwork() || person.manages(site.id()))
                .map(site -> directory.roomsAt(site.id()))
                .flatMap(Collection::stream)
                .filter(VideoPage::hasVideo)
                .map(room -> new RoomLine(
                        room.id().value(), room.name(), directory.siteOf(room).name(), roomLinks.of(room.id())))
                .toList();
    }

    private static boolean hasVideo(Room room) {
        return room.kind() == RoomKind.VISIO
                || room.kind() == RoomKind.TELEPRESENCE
                || !room.profile().joinMethods().isEmpty();
    }
}
