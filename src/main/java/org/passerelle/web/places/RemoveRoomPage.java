package org.passerelle.web.places;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.places.PlaceEdit.Agreement;
import org.passerelle.web.places.PlaceEdit.EditOutcome;
import org.passerelle.web.places.PlaceEdit.FaultyForm;
import org.passerelle.web.places.PlaceEdit.Hits;
import org.passerelle.web.places.PlaceEdit.Saved;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a room out of the directory; what is booked in it is shown before. */
@Controller
class RemoveRoomPage {

    private static final String PAGE = "place-remove";

    private final ManagedPlaces places;
    private final PlaceDesk desk;
    private final PlaceEditor editor;

    RemoveRoomPage(ManagedPlaces places, PlaceDesk desk, PlaceEditor editor) {
        this.places = places;
        this.desk = desk;
        this.editor = editor;
    }

    @Metered
    @GetMapping("/manage/places/{site}/rooms/{room}/remove")
    String ask(
            @CurrentPerson Person person,
            @PathVariable String site,
            @PathVariable String room,
            Locale locale,
            Model model) {
        Site managed = places.site(person, site);
        Room known = places.room(managed, room);
        describe(managed, known, model);
        EditOutcome thought = editor.thinkOfRemoving(edit(person, managed, known, locale));
        show(thought, person, locale, model);
        return PAGE;
    }

    /** @param sent holds {@code agreed} and what becomes of bookings where there are some */
    @Metered
    @PostMapping("/manage/places/{site}/rooms/{room}/remove")
    String remove(
            @CurrentPerson Person person,
            @PathVariable String site,
            @PathVariable String room,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        Site managed = places.site(person, site);
        Room known = places.room(managed, room);
        Optional<Agreement> agreed = PlaceDesk.agreement(person, sent);
        EditOutcome outcome = editor.remove(edit(person, managed, known, locale), agreed);
        if (outcome instanceof Saved) {
            next.addFlashAttribute("removed", known.name());
            return "redirect:/manage/places";
        }
        describe(managed, known, model);
        show(outcome, person, locale, model);
        return PAGE;
    }

    private void show(EditOutcome outcome, Person person, Locale locale, Model model) {
        if (outcome instanceof FaultyForm faulty) {
            model.addAttribute(
                    "faults",
                    faulty.complaints().stream()
                            .map(each -> desk.said(each, locale))
                            .toList());
        } else if (outcome instanceof Hits hits) {
            desk.showHits(hits, new LinkedMultiValueMap<>(), person, locale, model);
        } else if (outcome instanceof PlaceEdit.Gone) {
            throw new NoSuchPage("room");
        }
    }

    private PlaceEdit edit(Person person, Site site, Room room, Locale locale) {
        return new PlaceEdit(
                person,
                ManagedPlaces.path(site.id(), room.id().value()),
                desk.form(PlaceFields.ofRoom(person, List.of()), locale),
                new FieldValues(Map.of()),
                -1,
                false);
    }

    private void describe(Site site, Room room, Model model) {
        model.addAttribute("site", site);
        model.addAttribute("room", room);
        model.addAttribute("combined", places.combinedOf(site, room.id()));
    }
}
