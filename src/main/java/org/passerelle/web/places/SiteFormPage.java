package org.passerelle.web.places;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.passerelle.account.Person;
import org.passerelle.directory.Site;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.closures.ClosureLines;
import org.passerelle.web.places.PlaceDesk.Filled;
import org.passerelle.web.places.PlaceDesk.FormPlace;
import org.passerelle.web.places.PlaceEdit.EditOutcome;
import org.passerelle.web.places.PlaceEdit.FaultyForm;
import org.passerelle.web.places.PlaceEdit.Hits;
import org.passerelle.web.places.PlaceEdit.Meanwhile;
import org.passerelle.web.places.PlaceEdit.Same;
import org.passerelle.web.places.PlaceEdit.Saved;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the directory says of a site, as a form. */
@Controller
class SiteFormPage {

    private static final String PLACES = "/manage/places/";

    private final ManagedPlaces places;
    private final PlaceDesk desk;
    private final PlaceEditor editor;
    private final ClosureLines closures;

    SiteFormPage(ManagedPlaces places, PlaceDesk desk, PlaceEditor editor, ClosureLines closures) {
        this.places = places;
        this.desk = desk;
        this.editor = editor;
        this.closures = closures;
    }

    @GetMapping("/manage/places/{site}")
    String show(@CurrentPerson Person person, @PathVariable String site, Locale locale, Model model) {
        Site managed = places.site(person, site);
        describe(managed, model);
        desk.show(of(person, managed, locale), locale, model);
        return "place-form";
    }

    @Metered
    @PostMapping("/manage/places/{site}")
    String save(
            @CurrentPerson Person person,
            @PathVariable String site,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        Site managed = places.site(person, site);
        FormPlace of = of(person, managed, locale);
        FieldValues values = of.form().read(sent);
        long seen = PlaceDesk.seen(sent);
        EditOutcome outcome = editor.submit(
                new PlaceEdit(person, of.place(), of.form(), values, seen, false), PlaceDesk.agreement(person, sent));
        if (outcome instanceof Saved saved) {
            next.addFlashAttribute("done", "saved");
            next.addFlashAttribute(
                    "closures",
                    saved.closures().stream()
                            .map(each -> closures.of(each, locale))
                            .toList());
            return "redirect:" + PLACES + managed.id();
        }
        if (outcome instanceof Same) {
            next.addFlashAttribute("done", "same");
            return "redirect:" + PLACES + managed.id();
        }
        describe(managed, model);
        if (outcome instanceof FaultyForm faulty) {
            desk.show(of, new Filled(values, faulty.complaints(), Map.of(), seen), locale, model);
        } else if (outcome instanceof Meanwhile meanwhile) {
            desk.showMeanwhile(of, meanwhile, person, locale, model);
        } else if (outcome instanceof Hits hits) {
            desk.showHits(hits, sent, person, locale, model);
            desk.show(of, new Filled(values, List.of(), Map.of(), seen), locale, model);
        } else {
            throw new NoSuchPage("site " + site);
        }
        return "place-form";
    }

    private FormPlace of(Person person, Site site, Locale locale) {
        return new FormPlace(
                desk.form(PlaceFields.ofSite(person), locale),
                ManagedPlaces.path(site.id()),
                List.of(List.of()),
                Map.of());
    }

    private static void describe(Site site, Model model) {
        model.addAttribute("site", site);
        model.addAttribute("action", PLACES + site.id());
    }
}
