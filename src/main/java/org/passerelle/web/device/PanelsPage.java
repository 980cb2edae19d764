package org.passerelle.web.device;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.passerelle.account.Person;
import org.passerelle.conference.link.RoomLinks;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The panels of all rooms that the reader looks after; for whoever looks after none there is no such page. */
@Controller
class PanelsPage {

    private final RoomLinks links;
    private final Directories directories;

    PanelsPage(RoomLinks links, Directories directories) {
        this.links = links;
        this.directories = directories;
    }

    /** One site. */
    record SitePanels(String name, List<RoomPanel> rooms) {}

    /** @param link that opens the panel; whoever has it may press there */
    record RoomPanel(String id, String name, String link) {}

    @GetMapping("/panels")
    String show(@CurrentPerson Person person, HttpServletResponse response, Model model) {
        Directory directory = directories.current();
        List<SitePanels> sites = directory.sites().stream()
                .filter(site -> person.runs(site.id()))
                .map(site -> new SitePanels(
                        site.name(),
                        directory.roomsAt(site.id()).stream()
                                .map(room -> new RoomPanel(
                                        room.id().value(),
                                        room.name(),
                                        links.sheet(room.id()).toString()))
                                .toList()))
                .toList();
        if (sites.isEmpty()) {
            throw new NoSuchPage("panels of theirs");
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("sites", sites);
        return "panels";
    }
}
