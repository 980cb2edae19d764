package org.passerelle.web.conference;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.passerelle.account.Person;
import org.passerelle.conference.link.RoomLinks;
import org.passerelle.directory.Room;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.calendars.QrCode;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The links of one room's own computer and panel, to be copied or scanned, and to be made void; for whoever runs its site. */
@Controller
class RoomLinksPage {

    private final ManagedRooms rooms;
    private final RoomLinks links;

    RoomLinksPage(ManagedRooms rooms, RoomLinks links) {
        this.rooms = rooms;
        this.links = links;
    }

    /**
     * One of the links.
     *
     * @param name as {@code panel}
     * @param picture of it for a camera
     */
    record Address(String name, URI link, QrCode picture) {

        static Address of(String name, URI link) {
            return new Address(name, link, QrCode.of(link.toString()));
        }
    }

    @GetMapping("/video/rooms/{room}")
    String show(@CurrentPerson Person person, @PathVariable String room, HttpServletResponse response, Model model) {
        Room managed = rooms.of(person, room);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("room", managed);
        model.addAttribute("site", rooms.site(managed));
        model.addAttribute("panel", Address.of("panel", links.sheet(managed.id())));
        model.addAttribute("hasVideo", ManagedRooms.hasVideo(managed));
        model.addAttribute("computer", Address.of("computer", links.of(managed.id())));
        return "room-links";
    }

    /** Makes both void; new ones take their place. */
    @PostMapping("/video/rooms/{room}/new-link")
    String renew(@CurrentPerson Person person, @PathVariable String room, RedirectAttributes next) {
        Room managed = rooms.of(person, room);
        links.renew(managed.id());
        next.addFlashAttribute("renewed", managed.name());
        return "redirect:/video/rooms/" + managed.id();
    }
}
