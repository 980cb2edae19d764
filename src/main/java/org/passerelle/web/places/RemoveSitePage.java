package org.passerelle.web.places;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.Person;
import org.passerelle.directory.Site;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
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

/** Takes a site with its rooms out of the directory; what is booked there, and who manages it, is shown before. */
@Controller
class RemoveSitePage {

    private static final String PAGE = "site-remove";

    private final ManagedPlaces places;
    private final PlaceDesk desk;
    private final PlaceEditor editor;
    private final AccountRegister register;

    RemoveSitePage(ManagedPlaces places, PlaceDesk desk, PlaceEditor editor, AccountRegister register) {
        this.places = places;
        this.desk = desk;
        this.editor = editor;
        this.register = register;
    }

    @Metered
    @GetMapping("/manage/places/{site}/remove")
    String ask(@CurrentPerson Person person, @PathVariable String site, Locale locale, Model model) {
        ManagedPlaces.requireAdministrator(person);
        Site known = places.site(person, site);
        describe(known, model);
        show(editor.thinkOfRemoving(edit(person, known, locale)), person, locale, model);
        return PAGE;
    }

    /** @param sent holds {@code agreed} and what becomes of bookings where there are some */
    @Metered
    @PostMapping("/manage/places/{site}/remove")
    String remove(
            @CurrentPerson Person person,
            @PathVariable String site,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        ManagedPlaces.requireAdministrator(person);
        Site known = places.site(person, site);
        EditOutcome outcome = editor.remove(edit(person, known, locale), PlaceDesk.agreement(person, sent));
        if (outcome instanceof Saved) {
            next.addFlashAttribute("removedSite", known.name());
            return "redirect:/manage/places";
        }
        describe(known, model);
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
            throw new NoSuchPage("site");
        }
    }

    private PlaceEdit edit(Person person, Site site, Locale locale) {
        return new PlaceEdit(
                person,
                ManagedPlaces.path(site.id()),
                desk.form(PlaceFields.ofSite(person, List.of()), locale),
                new FieldValues(Map.of()),
                -1,
                false);
    }

    private void describe(Site site, Model model) {
        List<String> managers = register.people().stream()
                .filter(person -> person.manages(site.id()))
                .map(Person::name)
                .sorted()
                .toList();
        model.addAttribute("site", site);
        model.addAttribute("rooms", places.rooms(site).size());
        model.addAttribute("managers", Optional.of(String.join(", ", managers)).filter(names -> !names.isEmpty()));
    }
}
