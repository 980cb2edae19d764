package org.passerelle.web.places;

import java.util.List;
import org.passerelle.account.Person;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.security.CurrentPerson;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sites that somebody runs, and their rooms. */
@Controller
class PlacesPage {

    private final ManagedPlaces places;

    PlacesPage(ManagedPlaces places) {
        this.places = places;
    }

    /** A site and its rooms. */
    record SiteLine(Site site, List<Room> rooms) {}

    @GetMapping("/manage/places")
    String list(@CurrentPerson Person person, Model model) {
        List<SiteLine> sites = places.sites(person).stream()
                .map(site -> new SiteLine(site, places.rooms(site)))
                .toList();
        model.addAttribute("sites", sites);
        model.addAttribute("administers", person.administersTheNetwork());
        return "places";
    }
}
