package org.passerelle.web.conference;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.passerelle.account.Person;
import org.passerelle.conference.Provider;
import org.passerelle.conference.Providers;
import org.passerelle.platform.work.RemoteCall;
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

/** The video servers, for whoever runs the network, and the way to the links of rooms, for whoever runs their site. */
@Controller
class VideoServersPage {

    private final Providers providers;
    private final ManagedRooms managed;

    VideoServersPage(Providers providers, ManagedRooms managed) {
        this.providers = providers;
        this.managed = managed;
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

    /** A room that has links of its own. */
    record RoomLine(String id, String name, String site) {}

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
    @RemoteCall
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

    private List<RoomLine> rooms(Person person) {
        return managed.of(person).stream()
                .map(room -> new RoomLine(room.id().value(), room.name(), managed.site(room)))
                .toList();
    }
}
